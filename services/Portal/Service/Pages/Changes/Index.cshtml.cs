using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Oversight.Portal.Api;
using Oversight.Portal.Exports;
using Oversight.Portal.Filters;
using Oversight.Portal.Tables;
using Oversight.Portal.Words;

namespace Oversight.Portal.Pages.Changes;

/// <summary>Everything that reads otherwise than it did at a position of the record.</summary>
public sealed class IndexModel(OversightApi api) : PageModel, IExported, IFiltered
{
    public string ExportName => "changes";

    public IReadOnlyList<Table> Exported { get; private set; } = [];

    public ChangeList? List { get; private set; }

    public Problem? Problem { get; private set; }

    public IReadOnlyList<Filter> Filters { get; private set; } = [];

    /// <summary>What the list is narrowed by, as the query of an address.</summary>
    public string Chosen { get; private set; } = "";

    public async Task OnGet([Range(0, long.MaxValue)] long? after)
    {
        var names = await BodyNames.Now(api);
        Filters =
        [
            Filter.Of(Request, "body", "Body", Choice.Bodies(names.All.Select(one => (one.Id, one.Name)))), Filter.Of(Request, "kind", "Kind", Kinds.All.SelectMany(group => group.Of).Select(one => new Choice(one.Kind, one.Text))),
            Filter.Of(Request, "service", "Service", Choice.Services),
        ];

        // An address may name several, as that of a feed does; a form offers one.
        Chosen = QueryString.Create(Filters.SelectMany(filter => Request.Query[filter.Name] is { Count: > 1 } several ? several.OfType<string>() : filter.Chosen == "" ? [] : [filter.Chosen], (filter, value) => KeyValuePair.Create(filter.Name, (string?)value))).ToString();
        Filters = [.. Filters.Where(filter => Request.Query[filter.Name].Count < 2)];
        (List, Problem, _) = await api.Get<ChangeList>($"/api/v1/changes?limit=50{(after is >= 0 ? $"&after={after.Value.ToString(CultureInfo.InvariantCulture)}" : "")}{(Chosen == "" ? "" : $"&{Chosen[1..]}")}");
        Exported = List is null ? [] :
        [
            new("What changed", [new("Body", "body", Named: "name"), new("What", "what"), new("Date", "on"), new("Kind", "kind"), new("Entry", "title"), new("Before", "before"), new("Sources", "sources")],
                [.. List.Bodies.SelectMany(body => body.Changes.Select(change => (IReadOnlyList<Cell>)
                [
                    new(body.Name, body.Id), change.What, new(Dates.Day(change.On), change.On ?? ""), change.Kind, change.Title, change.Before ?? "nothing", Say.Addresses(change.Sources),
                ]))]),
        ];
    }
}
