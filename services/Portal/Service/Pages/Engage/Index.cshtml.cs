using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Oversight.Portal.Api;
using Oversight.Portal.Charts;
using Oversight.Portal.Exports;
using Oversight.Portal.Filters;
using Oversight.Portal.Tables;
using Oversight.Portal.Time;
using Oversight.Portal.Words;

namespace Oversight.Portal.Pages.Engage;

/// <summary>Every stay in Engage, as swim lanes and as a table.</summary>
public sealed class IndexModel(OversightApi api, Instants instants, TimeProvider clock) : PageModel, IExported, IFiltered
{
    public string ExportName => "engage";

    public IReadOnlyList<Table> Exported { get; private set; } = [];

    public IReadOnlyList<Filter> Filters { get; private set; } = [];

    public Chart? Lanes { get; private set; }

    /// <summary>How many entries and exits there were, and how many stays go on.</summary>
    public string Summary { get; private set; } = "";

    /// <summary>Moves that are known to lie ahead.</summary>
    public IReadOnlyList<StatusLine> StillToCome { get; private set; } = [];

    public Problem? Problem { get; private set; }

    public async Task OnGet()
    {
        var boardAsked = api.Get<StatusBoard>("/api/v1/status");
        (var answer, Problem, _) = await api.Get<EngageStays>("/api/v1/engage");
        StillToCome = (await boardAsked).Value?.Bodies.Where(body => body.Ahead is { Count: > 0 }).ToList() ?? [];
        if (answer is null)
        {
            return;
        }

        Filters =
        [
            Filter.Of(Request, "service", "Service", Choice.Services), Filter.Of(Request, "open", "Open or ended", [new("Yes", "Open"), new("No", "Ended"), new("CannotTell", "Cannot tell")]),
        ];
        var stays = answer.Stays.Where(one => Filters[0].Admits(one.Service) && Filters[1].Admits(one.Stay.Open)).OrderBy(one => one.Stay.Entry.Earliest, StringComparer.Ordinal).ToList();
        Exported = [Of(stays), Years(stays, instants.Day(clock))];
        if (stays.Count == 0)
        {
            return;
        }

        var today = instants.Day(clock);
        var (open, untold) = (stays.Count(one => one.Stay.Open == "Yes"), stays.Count(one => one.Stay.Open == "CannotTell"));
        Summary = $"{Say.Count(stays.Count, "entry", "entries")}, {Say.Count(stays.Count(one => one.Stay.Exit is not null), "exit")}, {open} open{(untold == 0 ? "" : $", of {untold} it cannot be told")}.";
        var longest = stays.MaxBy(one => one.Stay.Days.AtLeast)!;
        Lanes = new($"{(open == 0 ? "No stay in Engage is open" : open == 1 ? $"{stays.First(one => one.Stay.Open == "Yes").Name} is in Engage" : $"{open} stays in Engage are open")}; the longest of {stays.Count} {(longest.Stay.Open == "Yes" ? "is" : "was")} that of {longest.Name}, {longest.Stay.Duration}",
            "A lane for each body, with the length of each stay; an arrow is a stay that goes on. A hatched part lies between the first and the last day on which the stay may have begun or ended, where only the month or the year is known.",
            SwimLanes.Draw([.. stays.Select(one => SwimLanes.Bar.Of(one.Name, one.Stay))], today), Exported[0], 1, IsBelow: true);
    }

    // A year that goes on has no end yet.
    private static Table Years(IReadOnlyList<StayOfBody> stays, DateOnly today)
    {
        var (entries, exits) = (stays.CountBy(one => one.Stay.Entry.Latest[..4]).ToDictionary(), stays.Where(one => one.Stay.Exit is not null).CountBy(one => one.Stay.Exit!.Latest[..4]).ToDictionary());
        var open = 0;
        return new("Entries and exits, year by year", [new("Year", "year"), new("Until", "until", InFileOnly: true), new("Entries", "entries", true), new("Exits", "exits", true), new("Open at the end", "open", true)],
            [.. entries.Keys.Union(exits.Keys).Order(StringComparer.Ordinal).Select(year => (IReadOnlyList<Cell>)[new(year == Number(today.Year) ? $"{year}, until {Dates.Day(today)}" : year, year), year == Number(today.Year) ? today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : $"{year}-12-31", Number(entries.GetValueOrDefault(year)), Number(exits.GetValueOrDefault(year)), Number(open += entries.GetValueOrDefault(year) - exits.GetValueOrDefault(year))])]);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private Table Of(IEnumerable<StayOfBody> stays) => new("Every stay in Engage, the oldest first",
        [new("Body", "body", Named: "name"), new("Service", "service"), new("From", "from"), new("To", "to"), new("Length", "length"), new("Days at least", "daysAtLeast", true), new("Reason", "reason"), new("Sources", "sources", InFileOnly: true)],
        [.. stays.Select(one => (IReadOnlyList<Cell>)
        [
            new(one.Name, one.Id, instants.AddedTo($"/bodies/{one.Id}"), one.Stay.Marks), one.Service, new(Dates.Within(one.Stay.Entry), one.Stay.Entry.On, instants.AddedTo($"/engage/{one.Id}")),
            one.Stay.Exit is { } exit ? new(Dates.Within(exit), exit.On) : new(one.Stay.WithoutExit, ""), one.Stay.Duration,
            one.Stay.Days.AtLeast.ToString(CultureInfo.InvariantCulture), Say.Reasons(one.Stay.Reasons) is { Count: > 0 } reasons ? string.Join("; ", reasons) : "no reason on record",
            Say.Addresses([.. one.Stay.Entry.Sources, .. one.Stay.Exit?.Sources ?? []]),
        ])], "No stay in Engage is on record at this time. Clear the filters, go to another time, or see all bodies.", Sortable: true);
}
