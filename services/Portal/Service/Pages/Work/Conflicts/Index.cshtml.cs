using Microsoft.AspNetCore.Mvc.RazorPages;
using Oversight.Portal.Api;
using Oversight.Portal.Exports;
using Oversight.Portal.Tables;
using Oversight.Portal.Time;
using Oversight.Portal.Words;

namespace Oversight.Portal.Pages.Work.Conflicts;

/// <summary>On what sources disagree.</summary>
public sealed class IndexModel(OversightApi api, Instants instants) : PageModel, IExported
{
    public string ExportName => "conflicts";

    public IReadOnlyList<Table> Exported { get; private set; } = [];

    public string State { get; private set; } = "";

    public Problem? Problem { get; private set; }

    public async Task OnGet(string? state)
    {
        State = state is "settled" or "unsettled" ? state : "";
        var names = BodyNames.Now(api);
        (var answer, Problem, _) = await api.Get<Disagreements>($"/api/v1/conflicts{(State == "" ? "" : $"?state={State}")}");
        var called = await (await names).And(api, (answer?.Conflicts ?? []).Select(one => one.Body));
        Exported = answer is null ? [] : [new("Conflicts", [new("About", "fact", Named: "about"), new("Body", "body", Named: "name"), new("State", "state"), new("What counts", "value"), new("Sides", "sides")],
            [.. answer.Conflicts.OrderByDescending(one => one.State, StringComparer.Ordinal).Select(one => (IReadOnlyList<Cell>)
            [
                new(one.About, one.FactId, Link(one), [.. one.Marks.Where(mark => mark is not ("settled" or "conflicting"))]), new(called.Of(one.Body), one.Body, instants.AddedTo($"/bodies/{one.Body}")),
                one.State == "settled" ? "settled" : "not settled", one.Value is { } counts ? new Cell(Told.Value(counts), counts) : "nothing: it is open", string.Join("; ", one.Sides.Select(side => $"{Told.Value(side.Value)} ({Say.Publisher(side.Cited)})").Distinct()),
            ])], "No sources disagree at this time.", Sortable: true, HideCaption: true)];
    }

    private string Link(Disagreement one) => instants.AddedTo($"/work/conflicts/one?fact={Uri.EscapeDataString(one.FactId)}");
}
