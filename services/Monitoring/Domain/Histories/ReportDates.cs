using Oversight.Core;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.Records;
using Oversight.Monitoring.Stays;

namespace Oversight.Monitoring.Histories;

/// <summary>Dates grades by the report that gave them, as Grading does.</summary>
internal static class ReportDates
{
    /// <summary>Grades with the day of their report where no source dates the area and all sources mean one report; a date that a source gives is left alone.</summary>
    public static IEnumerable<Backed<Judgment>> Dated(IEnumerable<Recorded> events, IReadOnlyList<Backed<Judgment>> judgments)
    {
        // The detail of such a step begins with the name of the programme, where the report is of one.
        var reports = events.Select(recorded => recorded.Event).OfType<BodyEvent.EngageStepNoted>().Where(step => step.Step == EngageStep.ReportPublished)
            .ToLookup(step => NameBasedId.Slug(step.Detail.Split(',')[0]));
        var dated = judgments.Where(judgment => judgment.Evidence.Any(source => source.Provenance.PublishedOn is not null)).Select(judgment => Area(judgment.Value)).ToHashSet();

        return judgments.Select(judgment =>
        {
            var its = reports[NameBasedId.Slug(judgment.Value.Programme)];
            return dated.Contains(Area(judgment.Value)) || PartialDate.Common(its.Select(report => report.On)) is not { } on ? judgment
                : Dated(judgment, on, its.Where(report => report.On == on).Select(report => report.Provenance).OrderBy(source => source.Cited, StringComparer.Ordinal).ThenBy(source => source.ClaimId).First());
        });
    }

    private static Backed<Judgment> Dated(Backed<Judgment> judgment, PartialDate on, Provenance by) => judgment with
    {
        Evidence = [.. judgment.Evidence.Select(source => source with { Provenance = source.Provenance with { PublishedOn = on }, DatedBy = by })],
    };

    private static (string, string) Area(Judgment judgment) => (NameBasedId.Slug(judgment.Programme), NameBasedId.Slug(judgment.Area));
}
