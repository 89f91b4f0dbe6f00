using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Oversight.Portal.Api;
using Oversight.Portal.Exports;
using Oversight.Portal.Filters;
using Oversight.Portal.Tables;
using Oversight.Portal.Time;
using Oversight.Portal.Words;

namespace Oversight.Portal.Pages.Findings;

/// <summary>What inspections found, a table for each topic and standard, for those do not compare.</summary>
public sealed class IndexModel(OversightApi api, Instants instants) : PageModel, IExported, IFiltered
{
    public string ExportName => "findings";

    public IReadOnlyList<Table> Exported { get; private set; } = [];

    public IReadOnlyList<Filter> Filters { get; private set; } = [];

    public FindingSeries? Series { get; private set; }

    public Problem? Problem { get; private set; }

    public Problem? NamesProblem { get; private set; }

    public async Task OnGet()
    {
        var (asked, bodies) = (api.Get<FindingSeries>("/api/v1/findings"), api.Get<StatusBoard>("/api/v1/status"));
        (Series, Problem, _) = await asked;
        (var board, NamesProblem, _) = await bodies;
        if (Series is null)
        {
            return;
        }

        var names = new Names(board);
        var all = Series.Series.SelectMany(topic => topic.Findings).ToList();
        Filters =
        [
            Filter.Of(Request, "topic", "Topic", Choice.Each(Series.Series.Select(topic => topic.Topic))), Filter.Of(Request, "body", "Body", Choice.Bodies(all.Select(finding => (finding.Body, names[finding.Body])))),
            Filter.Of(Request, "programme", "Inspection", Choice.Each(all.Select(finding => finding.Programme))),
        ];
        Exported =
        [
            .. Series.Series.Where(topic => Filters[0].Admits(topic.Topic))
                .Select(topic => topic with { Findings = [.. topic.Findings.Where(finding => Filters[1].Admits(finding.Body) && Filters[2].Admits(finding.Programme))] })
                .Where(topic => topic.Findings.Count > 0).Select(topic => Of(topic, names)),
        ];
    }

    private Table Of(FindingsOfTopic topic, Names names) => new($"{char.ToUpperInvariant(topic.Topic[0])}{topic.Topic[1..]}{(topic.Standard is null ? "" : $", against {topic.Standard}")}",
        [new("Body", "body", Named: "name"), new("Inspection", "inspection"), new("Published", "publishedOn"), new("What was found", "found"), new("Count", "count"), new("Per cent", "percent"), new("Sources", "sources")],
        [.. topic.Findings.SelectMany(finding => finding.Sides.Select(side => (IReadOnlyList<Cell>)
        [
            new(names[finding.Body], finding.Body, instants.AddedTo($"/bodies/{finding.Body}"), [.. finding.Verdict == "Stands" ? [] : (string[])[Say.Words(finding.Verdict)], .. finding.Marks]),
            finding.Inspection ?? "not known", new(Dates.Day(finding.PublishedOn), finding.PublishedOn ?? ""), finding.Texts.Count == 0 ? "no words on record" : string.Join("; ", finding.Texts),
            side.Count is { } count ? side.OutOf is { } of ? $"{count} of {of}" : $"{count}" : "not published", side.Percent is { } percent ? percent.ToString(CultureInfo.InvariantCulture) : "not published",
            new(Say.Publishers(side.Sources), Say.Addresses(side.Sources)),
        ]))], HideCaption: true, IsDense: true);
}
