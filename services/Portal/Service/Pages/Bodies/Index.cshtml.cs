using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Oversight.Portal.Api;
using Oversight.Portal.Exports;
using Oversight.Portal.Filters;
using Oversight.Portal.Tables;
using Oversight.Portal.Time;
using Oversight.Portal.Words;

namespace Oversight.Portal.Pages.Bodies;

/// <summary>Every body on record.</summary>
public sealed class IndexModel(OversightApi api, Instants instants) : PageModel, IExported, IFiltered
{
    public string ExportName => "bodies";

    public IReadOnlyList<Table> Exported { get; private set; } = [];

    public IReadOnlyList<Filter> Filters { get; private set; } = [];

    public int Found { get; private set; }

    public int Total { get; private set; }

    public string Summary { get; private set; } = "";

    /// <summary>The body that bears what was looked for as another of its names.</summary>
    public BodyProfile? OtherName { get; private set; }

    public Problem? Problem { get; private set; }

    public Problem? CausesProblem { get; private set; }

    public async Task OnGet()
    {
        var (asked, staysAsked, causesAsked) = (api.Get<StatusBoard>("/api/v1/status"), api.Get<EngageStays>("/api/v1/engage"), api.Get<CauseRegister>("/api/v1/causes"));
        (var board, Problem, _) = await asked;
        var stays = (await staysAsked).Value?.Stays.ToLookup(stay => stay.Id);
        var (register, causesProblem, _) = await causesAsked;
        if (board is null)
        {
            return;
        }

        CausesProblem = causesProblem;
        Filters =
        [
            Filter.Of(Request, "service", "Service", Choice.Services), Filter.Of(Request, "phase", "Phase", [new("Engage", "Engage"), new("Scan", "Scan"), new("CannotTell", "Cannot tell"), new("SchemeNotBegun", "The scheme had not begun")]),
            Filter.Words(Request, "Name"),
        ];
        var found = board.Bodies.Where(body => Filters[0].Admits(body.Service) && Filters[1].Admits(body.Phase) && Filters[2].Finds(body.Name, body.Id)).ToList();
        (Found, Total) = (found.Count, board.Bodies.Count);
        Summary = string.Join(", ", found.CountBy(body => body.Phase).OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => one.Key is "Scan" or "Engage" ? $"{one.Value} in {one.Key}" : $"{one.Value}: {Say.Phase(one.Key)}")) is { Length: > 0 } summary ? summary + "." : "";
        if (found.Count == 0 && Filters[2].Chosen != "")
        {
            OtherName = (await api.Get<BodyProfile>($"/api/v1/bodies/{Uri.EscapeDataString(Filters[2].Chosen)}")).Value;
        }

        var causes = register?.Causes.Where(cause => cause.IsNotClosed).ToLookup(cause => cause.Body);
        Exported = [new("Bodies", [new("Body", "body", Named: "name"), new("Service", "service"), new("Phase", "phase"), new("Since", "since"), new("Stays in Engage", "stays", true), new("Causes not closed", "causes", true), new("Sources", "sources", InFileOnly: true)],
        [
            .. found.OrderBy(body => body.Name, StringComparer.OrdinalIgnoreCase).Select(body => (IReadOnlyList<Cell>)
            [
                new(body.Name, body.Id, instants.AddedTo($"/bodies/{body.Id}"), body.Marks), new(Say.Service(body.Service), body.Service),
                new(Say.Phase(body.Phase), Say.Code(body.Phase), Class: $"govuk-tag govuk-tag--{(body.Phase == "Engage" ? "purple" : body.Phase == "Scan" ? "grey" : "yellow")}"),
                new(body.Since is null ? "no change on record" : Dates.Day(body.Since), body.Since ?? ""),
                stays is null ? new("cannot be shown just now") : Number(stays[body.Id].Count(), stays.Contains(body.Id) ? instants.AddedTo($"/engage/{body.Id}") : null),
                causes is null ? new("cannot be shown just now") : Number(causes[body.Id].Count(), causes.Contains(body.Id) ? instants.AddedTo($"/causes?body={body.Id}&state=NotClosed") : null), Say.Addresses(body.Sources),
            ]),
        ], OtherName is null ? "No body answers to this. Take fewer words, or clear the filters; every other name is found by the search." : "See the body above, or clear the filters.", Sortable: true, HideCaption: true, IsDense: true)];
    }

    private static Cell Number(int number, string? href) => new(number.ToString(CultureInfo.InvariantCulture), Href: href);
}
