using System.Text.Json;
using CsCheck;
using Oversight.Core;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.Histories;
using Oversight.Monitoring.Phases;
using Oversight.Monitoring.Records;
using Xunit;

namespace Oversight.Specs.Monitoring;

public sealed class PhaseProperties
{
    private static readonly Gen<DateOnly> Days = Gen.Int[0, 1_200].Select(new DateOnly(2021, 1, 1).AddDays);

    private static readonly Gen<PartialDate> Dates = Gen.Select(Days, Gen.Int[0, 3], (day, length) =>
        PartialDate.Parse(PartialDate.On(day).ToString()[..Math.Min(10, 4 + (3 * length))]));

    private static readonly Gen<PartialDate?> Published = Gen.OneOf(Gen.Const((PartialDate?)null), Dates.Select(date => (PartialDate?)date));

    private static readonly Gen<BodyEvent> Moves = Gen.Select(Gen.Bool, Dates, Published, Gen.Int[0, 3], (engage, on, published, cited) =>
        engage ? (BodyEvent)Claims.Engage(on.ToString(), published?.ToString(), $"source {cited}")
            : Claims.Scan(on.ToString(), published?.ToString(), $"source {cited}"));

    private static readonly Gen<BodyEvent[]> Histories = Moves.Array[0, 8];

    private static readonly Gen<Viewpoint> Viewpoints = Gen.Select(Days, Days, Gen.Bool, (asOf, knownAt, strict) => new Viewpoint(asOf, knownAt, null, strict));

    [Fact]
    public void No_order_of_arrival_changes_an_answer() =>
        Gen.Select(Histories, Viewpoints).SelectMany(
            (history, viewpoint) => Gen.Shuffle(history).Select(shuffled => (history, shuffled, viewpoint)))
            .Sample((history, shuffled, viewpoint) => Plainly(history, viewpoint) == Plainly(shuffled, viewpoint));

    [Fact]
    public void What_was_surely_published_later_was_never_known() =>
        Gen.Select(Histories, Viewpoints).Sample((history, viewpoint) =>
        {
            var known = Array.FindAll(history, e => PublishedOn(e)?.OnOrBefore(viewpoint.KnownAt) != Answer.No);

            // That the page which a claim cites is of a later day is no news of the body, and has to be told to whoever looks from before that day.
            return Plainly(Claims.Record(history), viewpoint, Mark.PublicationDayByAnotherSource) == Plainly(Claims.Record(known), viewpoint, Mark.PublicationDayByAnotherSource);
        });

    [Fact]
    public void A_read_recorded_at_an_event_is_the_fold_up_to_it() =>
        Gen.Select(Moves.Array[1, 40], Viewpoints, Gen.Int[1, 40]).Sample((history, viewpoint, upTo) =>
        {
            var recorded = Claims.Recorded(history);
            var first = recorded[..Math.Min(upTo, recorded.Length)];
            var then = viewpoint with { RecordedAt = first[^1].RecordedAt };
            return Fully(BodyRecords.Fold("a-body", recorded), then) == Fully(BodyRecords.Fold("a-body", first), viewpoint);
        });

    [Fact]
    public void A_more_precise_date_never_turns_yes_into_no() =>
        Gen.Select(Histories.Where(history => history.Length > 0), Days, Gen.Int[0, 7], Gen.Int[0, 365]).Sample((history, day, which, within) =>
        {
            var viewpoint = new Viewpoint(day, new(2030, 1, 1));
            var vague = history[which % history.Length];
            var before = PhaseAnswer.At(Claims.Record(history), viewpoint);
            var after = PhaseAnswer.At(Claims.Record([.. history, Refined(vague, within)]), viewpoint);

            return Standing(history, vague) is false || before.Phase == Phase.CannotTell || after.Phase == Phase.CannotTell || after.Phase == before.Phase;
        });

    [Fact]
    public void However_many_sources_repeat_a_date_the_answer_is_that_of_all_of_them() =>
        Gen.Select(Gen.Select(Published, Gen.Int[0, 100], (published, cited) => (published, cited)).Array[0, 40], Viewpoints).Sample((sources, viewpoint) =>
        {
            var events = sources.Select(BodyEvent (source) => Claims.Engage("2021-06", source.published?.ToString(), $"source {source.cited}")).ToArray();
            var few = BodyRecords.Fold("a-body", Claims.Recorded(events));
            
            // Whose page came later can be said only of sources that are listed.
            return Plainly(few, viewpoint, Mark.PublicationDayByAnotherSource) == Plainly(few with { Moves = Noted.Moves(Claims.Recorded(events)) }, viewpoint, Mark.PublicationDayByAnotherSource);
        });

    // A date that something else has refined already says nothing any more; making another day of it would be a new contradiction.
    private static bool Standing(BodyEvent[] history, BodyEvent claim) =>
        !history.Any(other => other.GetType() == claim.GetType() && On(other).Refines(On(claim)));

    private static BodyEvent Refined(BodyEvent claim, int within)
    {
        var on = On(claim);
        var day = PartialDate.On(on.First.AddDays(within % (on.Last.DayNumber - on.First.DayNumber + 1))).ToString();
        return claim is BodyEvent.MovedToEngage ? Claims.Engage(day, cited: "more precise") : Claims.Scan(day, cited: "more precise");
    }

    private static string Plainly(BodyEvent[] history, Viewpoint viewpoint) => Plainly(Claims.Record(history), viewpoint);

    private static string Plainly(BodyRecord record, Viewpoint viewpoint, Mark? but = null)
    {
        var moves = Oversight.Monitoring.Phases.Moves.Known(record, viewpoint);
        var answer = PhaseAnswer.At(moves, viewpoint.AsOf);
        var stays = Stay.All(moves, viewpoint.AsOf).Select(stay => $"{stay.Entry.On}..{stay.Exit?.On} {stay.Open} {stay.Length} {string.Join(',', stay.Marks.Where(mark => mark != but))}");
        var claims = answer.Claims.Select(claim => claim.Value.ToString());
        return string.Join('\n', stays.Concat(claims).Prepend($"{answer.Phase} {answer.Since} {string.Join(',', answer.Marks.Where(mark => mark != but))}"));
    }

    private static string Fully(BodyRecord record, Viewpoint viewpoint) =>
        Plainly(record, viewpoint) + JsonSerializer.Serialize(PhaseAnswer.At(record, viewpoint).Claims, EventJson.Options);

    private static PartialDate On(BodyEvent e) => e is BodyEvent.MovedToEngage entry ? entry.EffectiveOn : ((BodyEvent.ReturnedToScan)e).EffectiveOn;

    private static PartialDate? PublishedOn(BodyEvent e) =>
        e is BodyEvent.MovedToEngage entry ? entry.Provenance.PublishedOn : ((BodyEvent.ReturnedToScan)e).Provenance.PublishedOn;
}
