using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Oversight.Portal.Api;
using Oversight.Portal.Exports;
using Oversight.Portal.Tables;
using Oversight.Portal.Words;

namespace Oversight.Portal.Pages.Changes;

/// <summary>Everything that reads otherwise than it did at a position of the record.</summary>
public sealed class IndexModel(OversightApi api) : PageModel, IExported
{
    public string ExportName => "changes";

    public IReadOnlyList<Table> Exported { get; private set; } = [];

    public ChangeList? List { get; private set; }

    public Problem? Problem { get; private set; }

    public async Task OnGet(long? after)
    {
        (List, Problem, _) = await api.Get<ChangeList>($"/api/v1/changes?limit=50{(after is >= 0 ? $"&after={after.Value.ToString(CultureInfo.InvariantCulture)}" : "")}");
        Exported = List is null ? [] :
        [
            new("What changed", [new("Body", "body"), new("What", "what"), new("Date", "on"), new("Kind", "kind"), new("Entry", "title"), new("Before", "before"), new("Sources", "sources")],
                [.. List.Bodies.SelectMany(body => body.Changes.Select(change => (IReadOnlyList<Cell>)
                [
                    new(body.Name, body.Id), change.What, new(Dates.Day(change.On), change.On ?? ""), change.Kind, change.Title, change.Before ?? "nothing", Say.Addresses(change.Sources),
                ]))]),
        ];
    }
}
