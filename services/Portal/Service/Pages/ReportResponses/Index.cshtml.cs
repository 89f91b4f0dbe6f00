using Microsoft.AspNetCore.Mvc.RazorPages;
using Oversight.Portal.Api;
using Oversight.Portal.Exports;
using Oversight.Portal.Filters;
using Oversight.Portal.Tables;
using Oversight.Portal.Time;
using Oversight.Portal.Words;

namespace Oversight.Portal.Pages.ReportResponses;

/// <summary>Reports that local policing bodies have to answer in public, and whether they did.</summary>
public sealed class IndexModel(OversightApi api, Instants instants) : PageModel, IExported, IFiltered
{
    private static readonly (string State, string Words)[] States =
    [
        ("Outstanding", "no answer on record"), ("Met", "answered in time"), ("Late", "answered late"), ("CannotTell", "cannot tell"), ("Covered", "covered by another answer"), ("NoTerm", "no term applies"),
    ];

    public string ExportName => "section-55";

    public IReadOnlyList<Table> Exported { get; private set; } = [];

    public IReadOnlyList<Filter> Filters { get; private set; } = [];

    public Api.ReportResponses? All { get; private set; }

    public int Found { get; private set; }

    /// <summary>Reports about which something was settled, corrected, withdrawn or disputed.</summary>
    public IReadOnlyList<ReportResponse> Settled { get; private set; } = [];

    public string Summary { get; private set; } = "";

    public Problem? Problem { get; private set; }

    public async Task OnGet()
    {
        (All, Problem, _) = await api.Get<Api.ReportResponses>("/api/v1/section-55");
        if (All is null)
        {
            return;
        }

        Filters =
        [
            Filter.Of(Request, "state", "State", States.Select(state => new Choice(state.State, char.ToUpperInvariant(state.Words[0]) + state.Words[1..]))), Filter.Of(Request, "overdue", "Overdue", [new("Yes", "Yes"), new("No", "No"), new("CannotTell", "Cannot tell")]),
            Filter.Of(Request, "body", "Body", Choice.Bodies(All.Reports.Select(report => (report.Body, report.Name)))),
        ];
        var found = All.Reports.Where(report => Filters[0].Admits(report.State) && Filters[1].Admits(report.Overdue) && Filters[2].Admits(report.Body)).ToList();
        (Found, Settled) = (found.Count, found.FindAll(report => report.Trail is { Count: > 0 }));
        Summary = found.Count(report => report.Overdue == "Yes") is > 0 and var overdue ? $"{overdue} overdue." : "None is known to be overdue.";
        Exported = [new("Answers to reports", [new("Report", "report"), new("Body", "body", Named: "name"), new("Who has to answer", "owner"), new("Published", "publishedOn"), new("Counted from", "countedFrom"), new("Answer due by", "lastDay"), new("Earliest last day", "earliestLastDay", InFileOnly: true), new("Answered", "answeredOn"), new("State", "state"), new("Overdue", "overdue", InFileOnly: true), new("Sources", "sources")],
            [.. found.Select(report => (IReadOnlyList<Cell>)
            [
                new(report.Report, Marks: report.Marks), new(report.Name, report.Body, instants.AddedTo($"/bodies/{report.Body}")), report.Owner ?? "nobody that is on record", new(Dates.Day(report.PublishedOn), report.PublishedOn ?? ""),
                report.CountedFrom ?? "nothing", new(report.DueInWords, report.LastDay ?? ""), report.LastDay is null ? report.DueInWords : report.EarliestLastDay ?? report.LastDay, new(report.AnsweredOn is null ? "no answer on record" : Dates.Day(report.AnsweredOn), report.AnsweredOn ?? ""),
                new(InWords(report), Marks: report.Overdue == "Yes" ? ["overdue"] : null), Say.Words(report.Overdue),
                new(Say.Publishers(report.Steps.SelectMany(step => step.Sources)), Say.Addresses(report.Steps.SelectMany(step => step.Sources))),
            ])], "No report on record at this time answers to this. Clear the filters, or go to another time.", Sortable: true, HideCaption: true, IsDense: true)];
    }

    private static string InWords(ReportResponse report) =>
        (States.FirstOrDefault(state => state.State == report.State).Words ?? Say.Words(report.State)) + (report.SameFindingsAs is null ? "" : $": {report.SameFindingsAs}");
}
