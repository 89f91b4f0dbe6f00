using Oversight.Core;
using Oversight.Monitoring.Backtests;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.Causes;
using Oversight.Monitoring.ReportResponses;
using Oversight.Monitoring.Rulebooks;
using Oversight.Monitoring.Rulebooks.Rules;
using Xunit;
using static Oversight.Monitoring.Bodies.BodyEvent;
using static Oversight.Specs.Monitoring.Rulebooks.Signalling;
using Concerns = Oversight.Specs.Causes.Concerns;

namespace Oversight.Specs.Monitoring.Rulebooks;

/// <summary>What became public after a day changes nothing of what would have been prompted by that day, whatever kind of thing it is.</summary>
public sealed class NoPeekingSpecs
{
    private static readonly DateOnly From = new(2018, 1, 1), To = new(2026, 1, 1);
    private static readonly string[] Areas = ["Responding to the public", "Investigating crime"], Grades = ["inadequate", "inadequate", "good"];
    private static readonly string[] Titles = ["call handling", "Call  handling", "crime recording"], Programmes = ["PEEL 2021/22", "PEEL 2023-25"];

    private static readonly Rulebook All = Book(
        Inadequate, new CauseAccelerated(24), new CauseReissued(24), new CausesInSum(2, 24), new RecordingRateDown(36), new StopSearchShareDown(5, 24), new DeadlineWasMissed(12));

    // Each makes one thing that became public on that day.
    private static readonly Dictionary<string, Func<Random, DateOnly, BodyEvent[], BodyEvent?>> Kinds = new()
    {
        ["grade"] = (random, on, _) => Grade(One(random, Areas), One(random, Grades), Text(random, on), One(random, Programmes)),
        ["recording audit"] = (random, on, _) => Recording(random.Next(60, 99), 1, Text(random, on)),
        ["stop and search audit"] = (random, on, _) => StopSearch(random.Next(60, 99), $"{on.Year}", Text(random, on)),
        ["cause"] = (random, on, _) => Concerns.Raised(Text(random, on), One(random, Titles), One(random, Programmes), Text(random, on), accelerated: random.Next(2) == 0 ? Acceleration.Yes : Acceleration.No),
        ["cause closed"] = (random, on, _) => Then(random, CauseStep.Closed, on),
        ["cause raised early"] = (random, on, _) => Then(random, CauseStep.RaisedEarly, on),
        ["cause accelerated in sum"] = (random, on, _) => Then(random, CauseStep.AcceleratedInSum, on),
        ["cause issued again"] = (random, on, _) => Then(random, CauseStep.ReIssued, on, Programmes[1]),
        ["cause superseded"] = (random, on, _) => Then(random, CauseStep.Superseded, on),
        ["report and answer"] = (random, on, _) => Text(random, on) is var text ? Claims.Answered(random.Next(3) == 0 ? ResponseStep.ResponsePublished : ResponseStep.Published, text, text, $"CDI {2016 + random.Next(6)}") : null,
        ["annotation"] = (random, on, before) => About(random, before) is { } fact ? new AnnotationNoted(new(
            fact, (AnnotationKind)random.Next(4), PartialDate.On(on.AddDays(-random.Next(9))), "somebody", "detail", null, null, Claims.From($"a notice {fact} {on}", Text(random, on), fact))) : null,
        ["settlement"] = (random, on, before) => About(random, before) is { } fact ? new SettlementNoted("it", new(
            fact, on.DayNumber, random.Next(3) == 0 ? null : Side(before.OfType<CauseNoted>().FirstOrDefault(cause => cause.Provenance.FactId == fact)), SettledBy.Person, null, "Ana", "Because.", on)) : null,
    };

    public static TheoryData<string> EachKind => [.. Kinds.Keys];

    [Fact]
    public void Every_kind_of_thing_that_rules_look_at_is_tried() => Assert.Equal(
        EventNames<BodyEvent>.Types.Values.Where(type => type.IsAssignableTo(typeof(ISignal))).Select(type => type.Name).Order(),
        Kinds.Values.Select(make => make(new(1), new(2022, 3, 1), [Grade(Areas[0], "good", "2022-01-01")])!.GetType().Name).Distinct().Order());

    [Theory, MemberData(nameof(EachKind))]
    public void What_became_public_later_changes_no_prompt_and_no_alarm(string kind)
    {
        var changes = 0;
        for (var seed = 0; seed < 120; seed++)
        {
            var random = new Random(seed);
            var day = From.AddDays(random.Next(400, 2_500));
            var past = new List<BodyEvent>();
            for (var i = 0; i < 12; i++)
            {
                if (Kinds.Values.ElementAt(random.Next(Kinds.Count))(random, day.AddDays(-random.Next(35, 700)), [.. past]) is { } one)
                {
                    past.Add(one);
                }
            }

            // Half of it on the very next days, when what it changes still stands.
            var all = past.Concat(Enumerable.Range(0, 6).Select(i => Kinds[kind](random, Later(random, day, i % 2 == 0 ? 40 : 700), [.. past])).OfType<BodyEvent>()).ToArray();
            var engage = Claims.Engage($"{day.AddDays(-random.Next(300)):yyyy-MM-dd}");

            Assert.Equal(Prompts(past, day), Prompts(all, day));
            Assert.Equal(Alarms([.. past, engage], day), Alarms([.. all, engage], day));
            changes += Prompts(past, To).SequenceEqual(Prompts(all, To)) ? 0 : 1;
        }

        Assert.True(changes > 10, $"Only {changes} times did it change anything at all, so it proves nothing.");
    }

    private static string[] Prompts(IEnumerable<BodyEvent> events, DateOnly day) =>
    [
        .. Oversight.Monitoring.Backtests.Standing.All(All, Of(events), To).Where(prompt => prompt.From <= day)
            .Select(prompt => $"{prompt.From} {(prompt.Until <= day ? prompt.Until : null)} {prompt.Sign.Key} {prompt.Sign.Because} {string.Join(' ', prompt.Sign.Evidence)}"),
    ];

    private static string[] Alarms(BodyEvent[] events, DateOnly day)
    {
        var played = Backtest.Of(All, [Past("x", events)], From, day);
        return [.. played.Entries.Select(entry => $"{entry.PromptedOn} {string.Join(' ', entry.Rules)}"), .. played.FalseAlarms.Select(alarm => $"{alarm.PromptedOn} {alarm.ClearedOn} {string.Join(' ', alarm.Rules)}")];
    }

    private static CauseStepNoted Then(Random random, CauseStep step, DateOnly on, string? under = null) =>
        Concerns.Then(step, Text(random, on), One(random, Titles), Programmes[0], Text(random, on), under: under);

    private static SettledSide Side(CauseNoted? about) => about is null ? new("good", default, "a report", [], ["inadequate"])
        : new($"raised {about.RaisedOn}, not accelerated", default, "a report", [], [$"raised {about.RaisedOn}, accelerated"]);

    // A fact of which something was said, a grade more often than not.
    private static string? About(Random random, BodyEvent[] before) =>
        before.OfType<GradeNoted>().Select(e => e.Provenance.FactId).Concat(before.OfType<CauseNoted>().Select(e => e.Provenance.FactId)).ToArray() is { Length: > 0 } facts ? One(random, facts) : null;

    // To the day, or only to the month that it was in.
    private static string Text(Random random, DateOnly on) => random.Next(4) == 0 ? $"{on:yyyy-MM}" : $"{on:yyyy-MM-dd}";

    // In another month than the day that is looked at, so that a month names a later time as well.
    private static DateOnly Later(Random random, DateOnly day, int within) => new DateOnly(day.Year, day.Month, 1).AddMonths(1).AddDays(random.Next(within));

    private static T One<T>(Random random, T[] of) => of[random.Next(of.Length)];
}
