using Oversight.Portal.Api;
using Oversight.Portal.Words;

namespace Oversight.Portal.Pages;

/// <summary>Something that a body, or who answers for it, has to do by a day, and of which nothing says that it was done.</summary>
/// <param name="Body">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="What">What it is.</param>
/// <param name="On">The last day, such as <c>2024-04-05</c>; where that is uncertain, the last that it can be.</param>
/// <param name="OnInWords">The same as people write it.</param>
/// <param name="IsOverdue">Has that day surely passed?</param>
/// <param name="Told">Where it is told whole.</param>
public sealed record Demand(string Body, string Name, string What, string On, string OnInWords, bool IsOverdue, string Told)
{
    /// <summary>What causes of concern and reports demand, the oldest first.</summary>
    public static IReadOnlyList<Demand> Of(IEnumerable<CauseLine> causes, IEnumerable<Api.ReportResponse> reports) =>
        [.. causes.SelectMany(Of).Concat(reports.Where(report => report.LastDay is not null).Select(Of)).OrderBy(demand => demand.On, StringComparer.Ordinal).ThenBy(demand => demand.Name, StringComparer.Ordinal)];

    private static IEnumerable<Demand> Of(CauseLine cause) => cause.Demanded.Select(deadline => new Demand(
        cause.Body, cause.Name, $"{cause.Title}, {deadline.For}", deadline.On!, $"{Dates.Day(deadline.On)}{(deadline.Computed ? $" (worked out here from “{deadline.Published}”)" : "")}", deadline.Passed == "Yes", $"/bodies/{cause.Body}#causes"));

    private static Demand Of(Api.ReportResponse report) => new(
        report.Body, report.Name, $"answer of the {report.OwnerKind ?? "local policing body"} to {report.Report}", report.LastDay!, report.DueInWords, report.Overdue == "Yes", $"/section-55?body={report.Body}");
}
