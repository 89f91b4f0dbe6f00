using System.Text.Json;
using CsCheck;
using Oversight.Core;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.EntryLinks;
using Oversight.Monitoring.Histories;
using Oversight.Monitoring.Investigations;
using Oversight.Monitoring.Lineage;
using Oversight.Monitoring.Profiles;
using Oversight.Monitoring.Records;
using Oversight.Monitoring.ReportResponses;
using Oversight.Monitoring.Stays;
using Oversight.Monitoring.Trails;
using Xunit;

namespace Oversight.Specs.Monitoring;

/// <summary>What holds of every read, whatever was recorded in whatever order.</summary>
public sealed class ReadProperties
{
    private static readonly Gen<string?> Dates = Gen.Select(Gen.Int[0, 900], Gen.Int[0, 4], (day, precision) => precision == 4 ? null
        : PartialDate.On(new DateOnly(2021, 1, 1).AddDays(day)).ToString()[..Math.Min(10, 4 + (3 * precision))]);

    private static readonly Gen<BodyEvent> Events = Gen.Select(Gen.Int[0, 14], Dates, Dates, Gen.Int[0, 3], (kind, on, published, n) => (BodyEvent)(kind switch
    {
        0 => Claims.Engage(on ?? "2021", published, $"source {n}"),
        1 => Claims.Scan(on ?? "2022", published, $"source {n}"),
        2 => Claims.Timeline(on ?? "2021-03", "court", $"hearing {n % 2}", $"source {n}"),
        3 => new BodyEvent.AuditNoted("recording", "CDI 2021", "CDI 2021", "all", "2014", 80 + (n % 2), null, 10 * n, Standing.First, Claims.From($"audit {n}", published)),
        4 => new BodyEvent.PhaseQuoted("special measures", PartialDate.Parse(on ?? "2021"), null, "press", Claims.From($"label {n} {on}", published)),
        13 => new BodyEvent.SuccessionNoted(n > 1 ? "a-body" : "another", n > 1 ? "another" : "a-body", n != 1, PartialDate.Parse(on ?? "2021"), null, "", Claims.From($"order {n} {on}", published)),
        12 => new BodyEvent.RenameNoted(n > 1 ? "Old" : null, $"Name {n % 2}", on is null ? null : PartialDate.Parse(on), PartialDate.Parse(on ?? "2022"), "", Claims.From($"act {n} {on}", published)),
        5 => new BodyEvent.ConflictNoted("recording/cdi-2021", "all", [
            new("80%", Claims.From("audit 0", published)), new($"{81 + n}%", Claims.From($"audit {n + 1}", on))]),
        6 => Claims.Step((EngageStep)(n * 4), on ?? "2021", published, null, $"letter {n}"),
        7 => Claims.Answered((ResponseStep)n, on ?? "2021-05", published, $"report {n % 2}"),
        8 => Claims.Case((InvestigationStep)(n * 2), on ?? "2022", n == 1 ? "local" : null, null, $"case {n % 2}", published),
        9 => Claims.Link($"{on ?? "2021-03"} hearing", (Relation)(n % 3), n > 1 ? "2021-03 hearing 0" : $"{on ?? "2021"} hearing 1", $"ruling {n}"),
        10 => new BodyEvent.SettlementNoted("in words", n == 3
            ? new($"phase/a-body/engage/{published ?? "2021"}", 4, null, SettledBy.Precedence, "v", null, "again", new(2021, 3, 1))
            : new($"phase/a-body/engage/{published ?? "2021"}", n + 1, new(on ?? "2022", Guid.Empty, "a", [], [published ?? "2021"]), SettledBy.Person, null, "who", "why", new(2021, 2, 1))),
        11 => new BodyEvent.AnnotationNoted(new(
            n == 0 ? "recording/cdi-2021" : $"phase/a-body/{(n == 1 ? "scan" : "engage")}/{published ?? "2021"}", (AnnotationKind)n, PartialDate.Parse(on ?? "2022"), $"by {n % 2}", "d", null, null,
            Claims.From($"note {n} {on}", published))),
        _ => Claims.Grade("PEEL 2021/22", $"area {n % 2}", n > 1 ? "good" : "adequate", published, $"report {n}"),
    }));

    private static readonly Gen<Viewpoint> Viewpoints = Gen.Select(Gen.Int[0, 900], Gen.Int[0, 900], Gen.Bool, (asOf, knownAt, strict) =>
        new Viewpoint(new DateOnly(2021, 1, 1).AddDays(asOf), new DateOnly(2021, 1, 1).AddDays(knownAt), null, strict));

    // What the stream would refuse to take twice is not generated twice.
    private static readonly Gen<BodyEvent[]> Histories = Events.Array[0, 12].Select(events =>
        events.Aggregate((Body: Body.Initial, Taken: Array.Empty<BodyEvent>()), (so, e) =>
            Body.Evolve(so.Body, e) is var next && next.Taken.Count == so.Body.Taken.Count ? so : (next, [.. so.Taken, e])).Taken);

    [Fact]
    public void No_order_of_arrival_changes_a_profile_or_a_history() =>
        Gen.Select(Histories, Viewpoints).SelectMany((history, viewpoint) => Gen.Shuffle(history).Select(shuffled => (history, shuffled, viewpoint)))
            .Sample((history, shuffled, viewpoint) => Text(Stamped(history), viewpoint) == Text(Stamped(shuffled), viewpoint));

    [Fact]
    public void A_profile_and_a_history_recorded_at_an_event_are_those_of_the_events_up_to_it() =>
        Gen.Select(Histories.Where(history => history.Length > 0), Viewpoints, Gen.Int[1, 12]).Sample((history, viewpoint, upTo) =>
        {
            var recorded = Claims.Recorded(history);
            var first = recorded[..Math.Min(upTo, recorded.Length)];
            return Text(recorded, viewpoint with { RecordedAt = first[^1].RecordedAt }) == Text(first, viewpoint);
        });

    [Fact]
    public void No_two_entries_of_a_history_share_an_id() =>
        Gen.Select(Histories, Viewpoints).Sample((history, viewpoint) =>
        {
            var ids = History.Of("a-body", Claims.Recorded(history), viewpoint).Select(entry => entry.Id).ToArray();
            return ids.Distinct().Count() == ids.Length;
        });

    [Fact]
    public void Every_word_of_a_history_is_found_in_it() =>
        Gen.Select(Histories, Viewpoints).Sample((history, viewpoint) => SearchSpecs.EveryWordIsFound("a-body", history, viewpoint));

    // In one order of arrival and another, everything is recorded at one instant, so that only the order differs.
    private static Recorded[] Stamped(BodyEvent[] events) => [.. events.Select((e, i) => new Recorded(e, Claims.Start, i + 1))];

    private static string Text(Recorded[] recorded, Viewpoint viewpoint)
    {
        var profile = BodyProfile.Of(BodyRecords.Fold("a-body", recorded), viewpoint, TrailEntries.Fold("a-body", recorded));
        var lineage = LineageReading.Of(BodyLineage.Fold("a-body", recorded), viewpoint);
        var plain = new
        {
            lineage.Existed, lineage.Begun, lineage.Ended, Names = lineage.NamesThen("A Body", rename => rename.When),
            profile.Status.Phase, profile.Status.Since, profile.Status.Marks, profile.Status.Trail,
            Stays = profile.Stays.Select(stay => new { stay.Entry.On, Exit = stay.Exit?.On, stay.Open, stay.Length, stay.Marks }),
            Conflicts = profile.Conflicts.Select(conflict => new { conflict.FactId, conflict.Settled?.Value, conflict.Trail.Steps, Sides = conflict.Sides.Select(side => side.Value.Value) }),
            Labels = profile.Labels.Select(label => label.Said.Value),
        };
        return JsonSerializer.Serialize(plain, EventJson.Options) + JsonSerializer.Serialize(History.Of("a-body", recorded, viewpoint), EventJson.Options);
    }
}
