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

public sealed class GradingLaws
{
    private static readonly Gen<string?> Published = Gen.OneOf<string?>(
        null, "2021", "2021-05", "2021-05-07", "2021-10-27", "2022", "2022-04", "2022-04-13", "2022-04-14", "2022-09-22", "2023-02");

    private static readonly Gen<DateOnly> Day = Gen.Int[0, 1500].Select(days => new DateOnly(2020, 6, 1).AddDays(days));

    private static readonly Gen<Viewpoint> View = Gen.Select(Day, Day, Gen.Bool, Gen.Int[0, 3]).Select((asOf, knownAt, strict, hours) =>
        new Viewpoint(asOf, knownAt, Imported.AddHours(hours), strict));

    private static readonly Gen<JudgmentClaim> Judgment = Gen.Select(
        Gen.OneOf("Investigating crime", "Preventing crime"), Gen.OneOf("good", "adequate", "inadequate", "not-graded"), Published,
        Gen.OneOf("https://example.org/a", "https://example.org/b"), Gen.Int[0, 3])
        .Select((area, grade, published, cited, hours) => Grade(area, grade, published, cited) with { RecordedAt = Imported.AddHours(hours) });

    private static readonly Gen<AuditClaim> Audit = Gen.Select(
        Gen.OneOf(75m, 76m, 76.0m), Published, Gen.OneOf<int?>(null, 21, 100), Gen.OneOf<decimal?>(null, 1.6m, 1.60m, 1.7m), Gen.Int[0, 3])
        .Select((percent, published, sample, halfWidth, hours) => Rate(percent, published, sample, halfWidth) with { RecordedAt = Imported.AddHours(hours) });

    private static Gen<T[]> Some<T>(Gen<T> one)
        where T : IClaim => one.Array[0, 12].Select(claims => claims.DistinctBy(claim => claim.Source.ClaimId).ToArray());

    [Fact]
    public void Claims_in_any_order_give_the_same_grades() =>
        Gen.Select(Some(Judgment), View).SelectMany((claims, view) => Gen.Shuffle(claims).Select(shuffled => (claims, shuffled, view)))
            .Sample(it => Read(it.claims, it.view) == Read(it.shuffled, it.view));

    [Fact]
    public void Claims_in_any_order_give_the_same_figures() =>
        Gen.Select(Some(Audit), View).SelectMany((claims, view) => Gen.Shuffle(claims).Select(shuffled => (claims, shuffled, view)))
            .Sample(it => Read(it.claims, it.view) == Read(it.shuffled, it.view));

    [Fact]
    public void What_was_published_later_changes_nothing_of_what_was_known() =>
        Gen.Select(Some(Judgment), Some(Audit), View).Sample((judgments, audits, view) =>
            Read(judgments, view) == Read(judgments.Where(claim => !(claim.Source.PublishedOn?.First > view.KnownAt)).ToArray(), view)
            && Read(audits, view) == Read(audits.Where(claim => !(claim.Source.PublishedOn?.First > view.KnownAt)).ToArray(), view));

    [Fact]
    public void What_was_recorded_later_changes_nothing_of_what_was_recorded() =>
        Gen.Select(Some(Judgment), View).Sample((claims, view) =>
            Read(claims, view) == Read(claims.Where(claim => claim.RecordedAt <= view.RecordedAt).ToArray(), view with { RecordedAt = DateTimeOffset.MaxValue }));

    [Fact]
    public void One_grade_stands_or_every_side_is_shown_with_its_sources() =>
        Gen.Select(Some(Judgment), View).Sample((claims, view) => JudgmentReading.Stand(claims, Peel2021, view).All(area =>
            area.Sides.Length > 0 && area.Sides.All(side => side.Claims.Length > 0)
            && area.Sides.Select(side => side.Grade).Distinct().Count() == area.Sides.Length
            && (area.Verdict != Verdict.Stands || area.Sides.Length == 1)));

    [Fact]
    public void A_later_day_never_knows_less() =>
        Gen.Select(Some(Judgment), View, Gen.Int[0, 400]).Sample((claims, view, days) =>
            JudgmentReading.Stand(claims, Peel2021, view).Length
                <= JudgmentReading.Stand(claims, Peel2021, view with { AsOf = view.AsOf.AddDays(days), KnownAt = view.KnownAt.AddDays(days) }).Length);

    [Fact]
    public void Deciding_throws_nothing_but_a_refusal_and_takes_each_claim_once() =>
        Command.Array[0, 20].Sample(commands =>
        {
            var record = ProgrammeRecord.Initial;
            foreach (var command in commands.Concat(commands))
            {
                try
                {
                    var decided = ProgrammeRecord.Decide(command, record);
                    record = decided.Aggregate(record, ProgrammeRecord.Evolve);
                    Assert.Empty(ProgrammeRecord.Decide(command, record));
                }
                catch (RejectedException)
                {
                }
            }
        });

    private static readonly Gen<GradingCommand> Command = Gen.Frequency(
        (2, Gen.Select(Judgment, Gen.OneOf("PEEL 2021/22", "PEEL 2018/19", "Unheard of", ""), Gen.OneOf(Gen.Const("good"), Gen.String[0, 5]))
            .Select((claim, programme, grade) => (GradingCommand)new GradingCommand.Judge("gwent", programme, claim.Area, grade, claim.Source))),
        (1, Gen.Select(Audit, Gen.Decimal[-10, 110], Gen.String[0, 20])
            .Select((claim, percent, inspection) => (GradingCommand)new GradingCommand.Assess(
                "gwent", "PEEL 2021/22", claim.Figure with { Percent = percent, Inspection = inspection }, claim.Source))));

    private static string Read(JudgmentClaim[] claims, Viewpoint view) =>
        JsonSerializer.Serialize(JudgmentReading.Stand(claims, Peel2021, view), EventJson.Options);

    private static string Read(AuditClaim[] claims, Viewpoint view) => JsonSerializer.Serialize(AuditReading.Stand(claims, view), EventJson.Options);
}
