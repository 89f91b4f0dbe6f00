using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Oversight.Portal.Api;
using Oversight.Portal.Charts;
using Oversight.Portal.Exports;
using Oversight.Portal.Tables;
using Oversight.Portal.Time;
using Oversight.Portal.Words;

namespace Oversight.Portal.Pages.Engage;

/// <summary>Every stay in Engage, as swim lanes and as a table.</summary>
public sealed class IndexModel(OversightApi api, Instants instants, TimeProvider clock) : PageModel, IExported
{
    public string ExportName => "engage";

    public IReadOnlyList<Table> Exported { get; private set; } = [];

    public Chart? Lanes { get; private set; }

    public Problem? Problem { get; private set; }

    public async Task OnGet()
    {
        (var answer, Problem, _) = await api.Get<EngageStays>("/api/v1/engage");
        if (answer is null)
        {
            return;
        }

        var stays = answer.Stays.OrderBy(one => one.Stay.Entry.Earliest, StringComparer.Ordinal).ToList();
        Exported = [Of(stays)];
        var today = instants.Day(clock);
        var open = stays.Count(one => one.Stay.Open == "Yes");
        Lanes = new($"{Say.Count(stays.Count, "stay")} in Engage, {open} of them open",
            "A lane for each body. A hatched part lies between the first and the last day on which the stay may have begun or ended, where only the month or the year is known.",
            SwimLanes.Draw([.. stays.Select(one => SwimLanes.Bar.Of(one.Name, one.Stay))], today), Exported[0], 1, IsBelow: true);
    }

    private Table Of(IEnumerable<StayOfBody> stays) => new("Every stay in Engage, the oldest first",
        [new("Body", "body", Named: "name"), new("Service", "service"), new("From", "from"), new("To", "to"), new("Length", "length"), new("Days at least", "daysAtLeast", true), new("Reason", "reason"), new("Sources", "sources", InFileOnly: true)],
        [.. stays.Select(one => (IReadOnlyList<Cell>)
        [
            new(one.Name, one.Id, instants.AddedTo($"/bodies/{one.Id}"), one.Stay.Marks), one.Service, new(Dates.Day(one.Stay.Entry.On), one.Stay.Entry.On, instants.AddedTo($"/engage/{one.Id}")),
            one.Stay.Exit is { } exit ? new(Dates.Day(exit.On), exit.On) : new(one.Stay.Open == "CannotTell" ? "cannot tell" : "open", ""), one.Stay.Duration,
            one.Stay.Days.AtLeast.ToString(CultureInfo.InvariantCulture), one.Stay.Reasons.Count == 0 ? "no reason given" : string.Join("; ", one.Stay.Reasons),
            Say.Addresses([.. one.Stay.Entry.Sources, .. one.Stay.Exit?.Sources ?? []]),
        ])], "No stay in Engage is on record at this time. Go to another time, or see all bodies.", Sortable: true);
}
