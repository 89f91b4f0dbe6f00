using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Oversight.Portal.Api;
using Oversight.Portal.Charts;
using Oversight.Portal.Exports;
using Oversight.Portal.Live;
using Oversight.Portal.SigningIn;
using Oversight.Portal.Tables;
using Oversight.Portal.Time;
using Oversight.Portal.Words;

namespace Oversight.Portal.Pages;

/// <summary>The board: every body's phase, who is in Engage and why, and what is due.</summary>
public sealed class IndexModel(OversightApi api, Instants instants, TimeProvider clock, Person person, EveryGrade everyGrade) : PageModel, IExported
{
    public sealed record Line(string Id, string Name, string Service, string Phase, string? Since, string Why, string Length, string Causes, IReadOnlyList<Demand>? Demands, string Grades, IReadOnlyList<string> Marks, string Sources)
    {
        /// <summary>Since when, no more vaguely than its sources together say.</summary>
        public required string SinceInWords { get; init; }

        /// <summary>What was settled or said later of it.</summary>
        public IReadOnlyList<string> Said { get; init; } = [];

        /// <summary>What is known to be still to come.</summary>
        public IReadOnlyList<string> Ahead { get; init; } = [];

        /// <summary>What is due, the overdue first and called so.</summary>
        public string Due
        {
            get
            {
                if (Demands is null)
                {
                    return "cannot be shown just now";
                }

                var (overdue, next) = (Demands.Where(demand => demand.IsOverdue).ToList(), Demands.FirstOrDefault(demand => !demand.IsOverdue)?.OnInWords ?? "nothing on record");
                return overdue.Count == 0 ? next : $"overdue since {Dates.Day(overdue[0].On)}{(overdue.Count > 1 ? $", {overdue.Count} in all" : "")}; next: {next}";
            }
        }
    }

    /// <summary>Some things that wait for a person.</summary>
    public sealed record Waiting(string What, string Href);

    public string ExportName => "board";

    public IReadOnlyList<Table> Exported { get; private set; } = [];

    public IReadOnlyList<Demand> Overdue { get; private set; } = [];

    /// <summary>Those of which a move is known that lies ahead.</summary>
    public IReadOnlyList<Line> StillToCome { get; private set; } = [];

    /// <summary>Those that are watched more closely, or may be.</summary>
    public IReadOnlyList<Line> Tiles { get; private set; } = [];

    public int InEngage => Tiles.Count(line => line.Phase == "Engage");

    /// <summary>Of which the record cannot tell.</summary>
    public int InDoubt => Tiles.Count - InEngage;

    public Chart? Phases { get; private set; }

    public ChangeList? Changed { get; private set; }

    public bool IsFirstVisit { get; private set; }

    /// <summary>Whether it is the first page of that visit, before which nothing was seen.</summary>
    public bool IsFirstPage { get; private set; }

    /// <summary>Whether grades are on record, but of nobody those of two inspections that compare.</summary>
    public bool NoneCompares { get; private set; }

    public Problem? Problem { get; private set; }

    public Problem? CausesProblem { get; private set; }

    public Problem? ReportsProblem { get; private set; }

    public Problem? GradesProblem { get; private set; }

    /// <summary>What waits for somebody, and for whoever looks above all.</summary>
    public IReadOnlyList<Waiting> Waits { get; private set; } = [];

    public async Task OnGet()
    {
        var (asked, causesAsked, staysAsked) = (api.Get<StatusBoard>("/api/v1/status"), api.Get<CauseRegister>("/api/v1/causes"), api.Get<EngageStays>("/api/v1/engage"));
        var (reportsAsked, gradesAsked, waitsAsked) = (api.Get<Api.ReportResponses>("/api/v1/section-55?state=Outstanding"), everyGrade.At(instants, api), WhatWaits());
        await SinceLastVisit();
        (var board, Problem, _) = await asked;
        (var register, CausesProblem, _) = await causesAsked;
        (var reports, ReportsProblem, _) = await reportsAsked;
        var stays = (await staysAsked).Value?.Stays ?? [];
        (var grades, GradesProblem) = await gradesAsked;
        Waits = await waitsAsked;
        if (board is null)
        {
            return;
        }

        (CausesProblem, ReportsProblem, GradesProblem) = Problem is null ? (CausesProblem, ReportsProblem, GradesProblem) : (null, null, null);
        var demands = Demand.Of(register?.Causes ?? [], reports?.Reports ?? []);
        var demandsOf = register is null || reports is null ? null : demands.ToLookup(demand => demand.Body);
        var causes = register?.Causes.ToLookup(cause => cause.Body);
        var lines = board.Bodies.Select(body => Of(body, causes?[body.Id], demandsOf?[body.Id], stays.LastOrDefault(stay => stay.Id == body.Id && stay.Stay.Open != "No"), grades?.Programmes)).ToList();
        NoneCompares = grades?.Programmes is { } matrices && board.Bodies.All(body => Movement.Of(body.Id, matrices) is null);
        StillToCome = [.. lines.Where(line => line.Ahead.Count > 0)];
        Overdue = [.. demands.Where(demand => demand.IsOverdue)];
        Tiles = [.. lines.Where(line => line.Phase == "Engage" || (line.Phase == "CannotTell" && !line.Marks.Any(mark => mark is "scheme unclear" or "existence unclear"))).OrderBy(line => line.Since, StringComparer.Ordinal)];
        var today = instants.Day(clock);
        var steps = Steps(stays, today);
        var inAPhase = lines.Count(line => line.Phase is "Engage" or "Scan");
        Exported = [Of(lines), Of(steps, inAPhase)];
        Phases = steps.Count == 0 ? null : new($"{Say.Count(InEngage, "body", "bodies")} in Engage {instants.When}; at most {steps.Max(step => step.Number)} at once, in {steps.MaxBy(step => step.Number).On.Year}",
            $"How many of the {inAPhase} bodies that are in a phase on this board were in Engage at once, and how many in Scan, which is where a body is that is not in Engage; each on a scale of its own. Where only the month or the year of an entry or exit is known, a body counts as in Engage while it was surely there: from the last day on which it can have entered to the first on which it can have left.",
            StepChart.Draw(steps, today, "In Engage") + StepChart.Draw([(new(steps[0].On.Year, 1, 1), inAPhase), .. steps.Select(step => (step.On, InScan(inAPhase, step.Number)))], today, "In Scan"), Exported[1], 2);
    }

    private async Task<IReadOnlyList<Waiting>> WhatWaits()
    {
        var (conflicts, decisions) = (api.Get<Disagreements>("/api/v1/conflicts?state=unsettled"), person.May("decision.read") ? api.Get<DecisionList>("/api/v1/decisions") : null);
        var unsettled = (await conflicts).Value?.Conflicts.Count;
        var open = decisions is null ? null : (await decisions).Value?.Decisions.Where(one => one.IsOpen).ToList();
        var mine = open?.Count(one => one.State == "Proposed" && person.May("decision.confirm") && one.Acts[0].By.Subject != person.Subject);
        return
        [
            open is { Count: > 0 } ? new($"{Say.Count(open.Count, "proposal is", "proposals are")} open{(mine > 0 ? $", {mine} of them for you to confirm or decline" : "")}", "/work/decisions?state=open")
                : new(open is not null ? "No proposal is open" : decisions is not null ? "Proposals cannot be shown just now" : "Proposals are read by people who have a role here", "/work/decisions"),
            unsettled is null ? new("Conflicts cannot be shown just now", "/work/conflicts") : unsettled == 0 ? new("No conflict waits to be settled", "/work/conflicts")
                : new($"{Say.Count(unsettled.Value, "conflict waits", "conflicts wait")} to be settled{(person.May("conflict.settle") ? ", which you may" : "")}", "/work/conflicts?state=unsettled"),
        ];
    }

    private static int InScan(int inAPhase, int inEngage) => Math.Max(0, inAPhase - inEngage);

    private const int MostOfOne = 4;

    private async Task SinceLastVisit()
    {
        if (instants.IsPast || (await api.Send<ChangePosition>(HttpMethod.Get, "/api/v1/changes/position")).Value is not { } now)
        {
            return;
        }

        (var seen, IsFirstVisit) = LastVisit.Note(HttpContext, now.Position, clock.GetUtcNow());
        IsFirstPage = seen is null;
        Changed = (await api.Send<ChangeList>(HttpMethod.Get, $"/api/v1/changes?limit=5{(seen is null ? "" : string.Create(CultureInfo.InvariantCulture, $"&after={seen}"))}")).Value is { } all
            ? all with { Bodies = [.. all.Bodies.Select(body => body with { Changes = [.. body.Changes.Take(MostOfOne)] })] } : null;
    }

    private static Line Of(StatusLine body, IEnumerable<CauseLine>? causes, IEnumerable<Demand>? demands, StayOfBody? stay, IReadOnlyList<GradeMatrix>? grades)
    {
        var open = causes?.Where(cause => cause.IsNotClosed).ToList();
        var why = Say.Reasons((stay?.Stay.Reasons ?? []).Concat(body.Sources.Select(source => source.Reason)));
        return new(body.Id, body.Name, body.Service, body.Phase, body.Since, why.Count == 0 ? "no reason on record" : string.Join("; ", why), stay?.Stay.Duration ?? (body.Phase == "Scan" ? "not in Engage" : "cannot be told"),
            open is null ? "cannot be shown just now" : open.Count == 0 ? "none on record" : $"{open.Count}", demands?.ToList(),
            grades is null ? "cannot be shown just now" : Movement.Of(body.Id, grades)?.InWords ?? "no two inspections on record that compare", body.Marks, Say.Addresses(body.Sources))
        {
            SinceInWords = stay is { Stay.Entry: var entry } && entry.On == body.Since ? Dates.Within(entry) : Dates.Day(body.Since), Said = [.. body.Trail.Select(step => step.InWords)], Ahead = [.. (body.Ahead ?? []).Select(ahead => ahead.InWords)],
        };
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

    private static Table Of(IEnumerable<(DateOnly On, int Number)> steps, int inAPhase) => new("Bodies in each phase at once", [new("From", "from"), new("In Engage", "inEngage", true), new("In Scan", "inScan", true)],
        [.. steps.Select(step => (IReadOnlyList<Cell>)[new(Dates.Day(step.On), step.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), step.Number.ToString(CultureInfo.InvariantCulture), InScan(inAPhase, step.Number).ToString(CultureInfo.InvariantCulture)])]);

    private Table Of(IEnumerable<Line> lines) => new("Every body's phase", [new("Body", "body", Named: "name"), new("Service", "service"), new("Phase", "phase"), new("Since", "since"), new("Length of stay", "length"),
        new("Causes not closed", "causes", true), new("Due", "due"), new("Grades since the inspection before", "movement", InFileOnly: NoneCompares), new("Why", "why"), new("Sources", "sources", InFileOnly: true)],
        [.. lines.Select(line => (IReadOnlyList<Cell>)
        [
            new(line.Name, line.Id, instants.AddedTo($"/bodies/{line.Id}"), line.Marks), line.Service, new(string.Join("; ", line.Ahead.Prepend(Say.Phase(line.Phase))), Say.Code(line.Phase)), new(line.Since is null ? "no change on record" : line.SinceInWords, line.Since ?? ""),
            line.Length, line.Causes, line.Due, line.Grades, line.Phase switch { "Engage" or "CannotTell" => line.Why, "Scan" => "not in Engage", _ => Say.Phase(line.Phase) }, line.Sources,
        ])], "No body is on record at this time. Import the public record with ./oversight import, or go to another time.", Sortable: true, HideCaption: true);
}
