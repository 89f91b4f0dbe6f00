using System.Text.Json;
using CsCheck;
using Oversight.Core;
using Oversight.Grading;
using Oversight.Grading.Audits;
using Oversight.Grading.Judgments;
using Oversight.Grading.ProgrammeRecords;
using Xunit;
using static Oversight.Specs.Grading.Reported;

namespace Oversight.Specs.Grading;

public sealed class ProgrammeClaimsSpecs
{
    private static readonly Gen<GradingEvent[]> History = Gen.Select(
        Gen.Bool, Gen.OneOf("good", "adequate", "not-graded"), Gen.OneOf<string?>(null, "2022", "2022-04-13", "2022-09-22"), Gen.Int[1, 30])
        .Array[0, 60].Select(said => said.Select(Command).Aggregate(
            (Record: ProgrammeRecord.Initial, Events: Array.Empty<GradingEvent>()),
            (sofar, command) =>
            {
                var decided = ProgrammeRecord.Decide(command, sofar.Record);
                return (decided.Aggregate(sofar.Record, ProgrammeRecord.Evolve), [.. sofar.Events, .. decided]);
            }).Events);

    [Fact]
    public void Of_many_sources_of_the_very_same_enough_are_listed_and_the_rest_is_not_denied()
    {
        var claims = Fold([.. Enumerable.Range(1, 20).Select(n => Awarded($"https://example.org/{n}"))]);

        Assert.Equal(Claims.MostSources, claims!.Judgments.Count);
        var area = Assert.Single(JudgmentReading.Stand(claims.Judgments, Peel2021, Now));
        Assert.Equal(new Support(Claims.MostSources, AndMore: true), area.Support);
        Assert.Equal(new Support(Claims.MostSources), JudgmentReading.Stand(claims.Judgments, Peel2021, Now with { RecordedAt = At(Claims.MostSources - 1) })[0].Support);
    }

    [Fact]
    public void What_was_set_aside_is_kept_apart()
    {
        var claims = Fold([new GradingEvent.JudgmentSetAside("gwent", "PEEL 2018/19", "Legitimacy", "adequate", "grade.off-scale", "…", Source())]);

        Assert.Equal((0, 1), (claims!.Judgments.Count, claims.SetAside.Count));
        Assert.Equal("grade.off-scale", Assert.Single(JudgmentReading.SetAside(claims.SetAside, Peel2018, Now)).Rule);
    }

    [Fact]
    public void A_read_as_recorded_at_an_event_equals_the_read_of_the_events_up_to_it() =>
        Gen.Select(History, Gen.Double.Unit).Sample((history, share) =>
        {
            var count = (int)(share * history.Length);
            return Read(Fold(history), At(count - 1)) == Read(Fold(history[..count]), DateTimeOffset.MaxValue);
        });

    [Fact]
    public void Listing_no_more_than_enough_sources_changes_no_answer() => History.Sample(history =>
    {
        var all = history.SelectMany(e => Fold([e])!.Judgments).ToArray();
        var folded = Fold(history)?.Judgments ?? [];
        return JudgmentReading.Stand(all, Peel2021, Now).Select(Answer).SequenceEqual(JudgmentReading.Stand(folded, Peel2021, Now).Select(Answer));
    });

    private static (string, Verdict, string?, PartialDate?) Answer(AreaJudgment area) => (area.Area, area.Verdict, area.Grade, area.Since);

    private static GradingCommand Command((bool Judged, string Grade, string? Published, int Source) said)
    {
        var source = Source($"https://example.org/{said.Source}", said.Published) with { ClaimId = NameBasedId.Of(said.ToString()) };
        return said.Judged
            ? new GradingCommand.Judge("gwent", "PEEL 2021/22", "Investigating crime", said.Grade, source)
            : new GradingCommand.Assess("gwent", "PEEL 2021/22", new(AuditKind.Recording, "PEEL 2021/22", "violent", said.Grade.Length, null, null), source);
    }

    private static GradingEvent.GradeAwarded Awarded(string cited) => new("gwent", "PEEL 2021/22", "Investigating crime", "good", Source(cited));

    private static ProgrammeClaims? Fold(GradingEvent[] history) => history.Index().Aggregate(
        default(ProgrammeClaims), (claims, next) => ProgrammeClaims.Evolve(claims, "gwent/peel-2021-22", next.Item, At(next.Index), next.Index + 1));

    private static DateTimeOffset At(int index) => Imported.AddSeconds(index);

    private static string Read(ProgrammeClaims? claims, DateTimeOffset recordedAt)
    {
        var view = Now with { RecordedAt = recordedAt };
        var areas = JudgmentReading.Stand(claims?.Judgments ?? [], Peel2021, view).Select(area => new { area.Area, area.Grade, area.Since, area.Marks, area.Support, Sides = area.Sides.Select(Claims) });
        var audits = AuditReading.Stand(claims?.Audits ?? [], view).Select(audit => new { audit.Category, audit.Verdict, audit.Marks, audit.Support, Rates = audit.Sides.Select(side => side.Percent) });
        return JsonSerializer.Serialize(new { areas, audits }, EventJson.Options);

        static object Claims(GradeSide side) => side.Claims.Select(claim => claim.Source.ClaimId).ToArray();
    }
}
