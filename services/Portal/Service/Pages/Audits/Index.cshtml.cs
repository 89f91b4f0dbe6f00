using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Oversight.Portal.Api;
using Oversight.Portal.Charts;
using Oversight.Portal.Exports;
using Oversight.Portal.Filters;
using Oversight.Portal.Tables;
using Oversight.Portal.Time;
using Oversight.Portal.Words;

namespace Oversight.Portal.Pages.Audits;

/// <summary>Audits of crime recording and of stop and search, a chart for each method and category.</summary>
public sealed class IndexModel(OversightApi api, Instants instants) : PageModel, IExported, IFiltered
{
    public string ExportName => "audits";

    public IReadOnlyList<Table> Exported { get; private set; } = [];

    public IReadOnlyList<Filter> Filters { get; private set; } = [];

    public Api.Audits? Audits { get; private set; }

    public int Found { get; private set; }

    /// <summary>Charts by method, the newest first.</summary>
    public IReadOnlyList<(string Heading, IReadOnlyList<Chart> Charts)> Groups { get; private set; } = [];

    public Problem? Problem { get; private set; }

    public Problem? NamesProblem { get; private set; }

    public async Task OnGet()
    {
        var (asked, bodies, methods) = (api.Get<Api.Audits>("/api/v1/audits"), api.Get<StatusBoard>("/api/v1/status"), api.Send<Programmes>(HttpMethod.Get, "/api/v1/programmes"));
        (Audits, Problem, _) = await asked;
        (var board, NamesProblem, _) = await bodies;
        var rounds = ((await methods).Value?.All ?? []).Where(programme => programme.Method is not null).ToDictionary(programme => programme.Method!);
        if (Audits is null)
        {
            return;
        }

        var names = new Names(board);
        Filters =
        [
            Filter.Of(Request, "kind", "Audit of", [new("recording", "Crime recording"), new("stop-search", "Stop and search")]),
            Filter.Of(Request, "method", "Method", Audits.All.Select(audit => audit.Method).Distinct().Select(method => new Choice(method, rounds.GetValueOrDefault(method)?.Name ?? Say.Spaced(method))).OrderBy(choice => choice.Text, StringComparer.Ordinal)),
            Filter.Of(Request, "category", "Category", Choice.Each(Audits.All.Select(audit => audit.Category))), Filter.Of(Request, "programme", "Inspection", Choice.Each(Audits.All.Select(audit => audit.Programme))),
            Filter.Of(Request, "body", "Body", Choice.Bodies(Audits.All.Select(audit => (audit.Body, names[audit.Body])))),
        ];
        var found = Audits.All.Where(audit => Filters[0].Admits(audit.Kind) && Filters[1].Admits(audit.Method) && Filters[2].Admits(audit.Category) && Filters[3].Admits(audit.Programme) && Filters[4].Admits(audit.Body))
            .OrderBy(audit => names[audit.Body], StringComparer.OrdinalIgnoreCase).ThenBy(audit => AuditDots.Year(audit), StringComparer.Ordinal).ToList();
        Found = found.Count;
        var number = 1;
        Groups =
        [
            .. found.GroupBy(audit => (audit.Kind, audit.Method)).OrderBy(group => group.Key.Kind, StringComparer.Ordinal).ThenByDescending(group => rounds.GetValueOrDefault(group.Key.Method)?.PublishedFrom, StringComparer.Ordinal)
                .Select(group => (rounds.GetValueOrDefault(group.Key.Method)?.Name ?? $"{(group.Key.Kind == "recording" ? "Crime recording" : "Stop and search")}, method not known",
                    (IReadOnlyList<Chart>)[.. group.GroupBy(audit => audit.Category).OrderByDescending(same => same.Count()).Select(same => AuditDots.Of(same, rows => Message(same.Key, rows, names),
                        audit => $"{names[audit.Body]}, {AuditDots.Year(audit)}", (new("Body", "body", Named: "name"), audit => new(names[audit.Body], audit.Body, instants.AddedTo($"/bodies/{audit.Body}#audits"))), ++number))])),
        ];
        Exported = [AuditDots.Values("Every audit", found, (new("Body", "body", Named: "name"), audit => new(names[audit.Body], audit.Body)), isEvery: true), .. Groups.SelectMany(group => group.Charts).Select(chart => chart.Values)];
    }

    private static string Message(string category, IReadOnlyList<(Audit Audit, Figure Figure)> rows, Names names)
    {
        var (least, most) = (rows.MinBy(row => row.Figure.Percent), rows.MaxBy(row => row.Figure.Percent));
        string Said((Audit Audit, Figure Figure) row) => string.Create(CultureInfo.InvariantCulture, $"{names[row.Audit.Body]} {row.Figure.Percent:0.##}% in {AuditDots.Year(row.Audit)}");
        return $"{char.ToUpperInvariant(category[0])}{category[1..]}: {(rows.Count == 1 ? Said(least) : $"from {Said(least)} to {Said(most)}")}";
    }
}
