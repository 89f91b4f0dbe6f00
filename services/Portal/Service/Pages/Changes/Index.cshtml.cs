using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Oversight.Hosting;
using Oversight.Portal.Api;
using Oversight.Portal.Exports;
using Oversight.Portal.Filters;
using Oversight.Portal.Live;
using Oversight.Portal.Tables;
using Oversight.Portal.Time;
using Oversight.Portal.Words;

namespace Oversight.Portal.Pages.Changes;

/// <summary>Everything that reads otherwise than it did at a position of the record.</summary>
public sealed class IndexModel(OversightApi api, Instants instants, TimeProvider clock) : PageModel, IExported, IFiltered
{
    public string ExportName => "changes";

    public IReadOnlyList<Table> Exported { get; private set; } = [];

    public ChangeList? List { get; private set; }

    public Problem? Problem { get; private set; }

    public IReadOnlyList<Filter> Filters { get; private set; } = [];

    /// <summary>What the list is narrowed by, as the query of an address.</summary>
    public string Chosen { get; private set; } = "";

    /// <summary>From when on, in words.</summary>
    public string From { get; private set; } = "";

    public async Task<IActionResult> OnGet([Range(0, long.MaxValue)] long? after)
    {
        var names = await BodyNames.Now(api);
        Filters =
        [
            Filter.Of(Request, "body", "Body", Choice.Bodies(names.All.Select(one => (one.Id, one.Name)))), Filter.Of(Request, "kind", "Kind", Kinds.All.SelectMany(group => group.Of).Select(one => new Choice(one.Kind, one.Text))),
            Filter.Of(Request, "service", "Service", Choice.Services),
        ];
        var (when, since) = (Filter.Of(Request, "when", "Learned", [new("visit", "Since my last visit"), new("week", "This week"), new("month", "This month")], after is null ? "At any time" : "Since then"), Filter.Day(Request, "since", "Or since a day"));
        since = when.Chosen == "" || since.Asked == "" ? since : since with { Clash = "Choose a time or a day, not both." };

        // An address may name several, as that of a feed does; a form offers one.
        Chosen = QueryString.Create(Filters.SelectMany(filter => Request.Query[filter.Name] is { Count: > 1 } several ? several.OfType<string>() : filter.Chosen == "" ? [] : [filter.Chosen], (filter, value) => KeyValuePair.Create(filter.Name, (string?)value))).ToString();
        Filters = [when, since, .. Filters.Where(filter => Request.Query[filter.Name].Count < 2)];
        if (when.Chosen == "visit")
        {
            // What this browser remembers is said in the address, so that it means the same to others and in a file.
            var seen = LastVisit.Of(HttpContext, clock.GetUtcNow()).Seen ?? 0;
            return Redirect(instants.AddedTo($"/changes{QueryString.Create("after", seen.ToString(CultureInfo.InvariantCulture)).Add(new(Chosen))}{(Request.Query["export"].ToString() is "" ? "" : $"&export={Uri.EscapeDataString(Request.Query["export"]!)}")}"));
        }

        var today = Moment.DayOf(clock.GetUtcNow());
        DateOnly? from = when.Chosen switch
        {
            "week" => today.AddDays(-(((int)today.DayOfWeek + 6) % 7)), "month" => new(today.Year, today.Month, 1), _ => since is { Chosen: not "", Error: null } ? Dates.Parse(since.Chosen) : null,
        };
        var learned = from is { } day ? $"&since={day:yyyy-MM-dd}" : after is >= 0 ? $"&after={after.Value.ToString(CultureInfo.InvariantCulture)}" : "";
        (List, Problem, _) = await api.Get<ChangeList>($"/api/v1/changes?limit=50{learned}{(Chosen == "" ? "" : $"&{Chosen[1..]}")}");
        From = from is { } first ? $"Since {(when.Chosen == "week" ? "Monday, " : "")}{Dates.Day(first)}" : List?.Since is null ? "Since this record began" : $"Since {Dates.Instant(List.Since)}";
        Exported = List is null ? [] :
        [
            new("What changed", [new("Body", "body", Named: "name"), new("What", "what"), new("Date", "on"), new("Kind", "kind"), new("Entry", "title"), new("Why", "why"), new("Before", "before"), new("Sources", "sources")],
                [.. List.Bodies.SelectMany(body => body.Changes.Select(change => (IReadOnlyList<Cell>)
                [
                    new(body.Name, body.Id), change.What, new(Dates.Day(change.On), change.On ?? ""), change.Kind, change.Title, Say.Reasons([change.Reason]) is [var why] ? why : "no reason on record", change.Before ?? "nothing", Say.Addresses(change.Sources),
                ]))]),
        ];
        return Page();
    }
}
