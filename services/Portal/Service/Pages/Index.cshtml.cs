using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Oversight.Portal.Api;
using Oversight.Portal.Charts;
using Oversight.Portal.Exports;
using Oversight.Portal.Live;
using Oversight.Portal.Tables;
using Oversight.Portal.Time;
using Oversight.Portal.Words;

namespace Oversight.Portal.Pages;

/// <summary>The board: every body's phase, who is in Engage and why, and what is due.</summary>
public sealed class IndexModel(OversightApi api, Instants instants, TimeProvider clock) : PageModel, IExported
{
    public sealed record Line(string Id, string Name, string Service, string Phase, string? Since, string Length, string Causes, string NextDue, IReadOnlyList<string> Marks);

    public string ExportName => "board";

    public IReadOnlyList<Table> Exported { get; private set; } = [];

    /// <summary>Those that are watched more closely, or may be.</summary>
    public IReadOnlyList<Line> Tiles { get; private set; } = [];

    public int InEngage => Tiles.Count(line => line.Phase == "Engage");

    /// <summary>Of which the record cannot tell.</summary>
    public int InDoubt => Tiles.Count - InEngage;

    public Chart? Phases { get; private set; }

    public ChangeList? Changed { get; private set; }

    public bool IsFirstVisit { get; private set; }

    public Problem? Problem { get; private set; }

    public Problem? CausesProblem { get; private set; }

    public async Task OnGet()
    {
        var (asked, causesAsked, staysAsked) = (api.Get<StatusBoard>("/api/v1/status"), api.Get<CauseRegister>("/api/v1/causes"), api.Get<EngageStays>("/api/v1/engage"));
        await SinceLastVisit();
        (var board, Problem, _) = await asked;
        (var register, CausesProblem, _) = await causesAsked;
        var stays = (await staysAsked).Value?.Stays ?? [];
        if (board is null)
        {
            return;
        }

        CausesProblem = Problem is null ? CausesProblem : null;
        var causes = register?.Causes.ToLookup(cause => cause.Body);
        var lines = board.Bodies.Select(body => Of(body, causes?[body.Id], stays.LastOrDefault(stay => stay.Id == body.Id && stay.Stay.Open != "No"))).ToList();
        Tiles = [.. lines.Where(line => line.Phase == "Engage" || (line.Phase == "CannotTell" && !line.Marks.Any(mark => mark is "scheme unclear" or "existence unclear"))).OrderBy(line => line.Since, StringComparer.Ordinal)];
        var today = instants.Day(clock);
        var steps = Steps(stays, today);
        Exported = [Of(lines), Of(steps)];
        Phases = steps.Count == 0 ? null : new($"{Say.Count(InEngage, "body", "bodies")} in Engage now; at most {steps.Max(step => step.Number)} at once, in {steps.MaxBy(step => step.Number).On.Year}",
            "How many bodies were in Engage at once. Where only the month or the year of an entry or exit is known, a body counts while it was surely there: from the last day on which it can have entered to the first on which it can have left.", StepChart.Draw(steps, today), Exported[1], 2);
    }

    private async Task SinceLastVisit()
    {
        if (instants.IsPast || (await api.Send<ChangePosition>(HttpMethod.Get, "/api/v1/changes/position")).Value is not { } now)
        {
            return;
        }

        var seen = LastVisit.Note(HttpContext, now.Position, clock.GetUtcNow()).Seen;
        IsFirstVisit = seen is null;
        Changed = seen is null ? null : (await api.Send<ChangeList>(HttpMethod.Get, string.Create(CultureInfo.InvariantCulture, $"/api/v1/changes?after={seen}&limit=5"))).Value;
        ViewData["Position"] = now.Position;
    }

    private static Line Of(StatusLine body, IEnumerable<CauseLine>? causes, StayOfBody? stay)
    {
        var open = causes?.Where(cause => cause.IsNotClosed).ToList();
        var due = open?.SelectMany(cause => cause.Deadlines).Where(deadline => deadline is { On: not null, Passed: not "Yes" }).MinBy(deadline => deadline.On, StringComparer.Ordinal);
        return new(body.Id, body.Name, body.Service, body.Phase, body.Since, stay?.Stay.Duration ?? (body.Phase == "Scan" ? "not in Engage" : "cannot be told"),
            open is null ? "cannot be shown just now" : open.Count == 0 ? "none on record" : $"{open.Count}", due is null ? "nothing on record" : Dates.Day(due.On), body.Marks);
    }

    // How many were in at once, from each day on which that changed.
    private static List<(DateOnly On, int Number)> Steps(IReadOnlyList<StayOfBody> stays, DateOnly today)
    {
        var number = 0;
        return [.. stays.SelectMany(one => (IEnumerable<(DateOnly On, int By)>)[(Dates.Parse(one.Stay.Entry.Latest), 1), .. one.Stay.Exit is { } exit ? [(Dates.Parse(Later(exit.Earliest, one.Stay.Entry.Latest)), -1)] : (IEnumerable<(DateOnly, int)>)[]])
            .Where(change => change.On <= today).GroupBy(change => change.On).OrderBy(changes => changes.Key).Select(changes => (changes.Key, number += changes.Sum(change => change.By)))];
    }

    // Days in this form are in the order of their letters.
    private static string Later(string day, string other) => string.CompareOrdinal(day, other) < 0 ? other : day;

    private static Table Of(IEnumerable<(DateOnly On, int Number)> steps) => new("Bodies in Engage at once", [new("From", "from"), new("In Engage", "inEngage", true)],
        [.. steps.Select(step => (IReadOnlyList<Cell>)[new(Dates.Day(step.On), step.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), step.Number.ToString(CultureInfo.InvariantCulture)])]);

    private Table Of(IEnumerable<Line> lines) => new("Every body's phase", [new("Body", "body"), new("Service", "service"), new("Phase", "phase"), new("Since", "since"), new("Length of stay", "length"),
        new("Causes not closed", "causes", true), new("Next due", "nextDue")],
        [.. lines.Select(line => (IReadOnlyList<Cell>)
        [
            new(line.Name, line.Id, instants.AddedTo($"/bodies/{line.Id}"), line.Marks), line.Service, new(Say.Phase(line.Phase), line.Phase), new(line.Since is null ? "no change on record" : Dates.Day(line.Since), line.Since ?? ""),
            line.Length, line.Causes, line.NextDue,
        ])], "No body is on record at this time. Import the public record with ./oversight import, or go to another time.", Sortable: true, HideCaption: true);
}
