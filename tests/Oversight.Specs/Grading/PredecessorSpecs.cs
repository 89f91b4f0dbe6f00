using Oversight.Core;
using Oversight.Grading.Audits;
using Oversight.Grading.Judgments;
using Oversight.Grading.Lineage;
using Oversight.Grading.ProgrammeRecords;
using Oversight.Grading.Programmes;
using Xunit;
using static Oversight.Specs.Grading.Reported;

namespace Oversight.Specs.Grading;

/// <summary>Hampshire and the Isle of Wight were inspected as one in January 2021, merged in law on 1 April 2021, and graded as one in January 2023.</summary>
public sealed class PredecessorSpecs() : Spec<ProgrammeRecord, GradingCommand, GradingEvent>(ProgrammeRecord.Decider)
{
    private const string Both = "hampshire-and-isle-of-wight-fire", Hampshire = "hampshire-fire";
    private static readonly Programme Round = Catalogue.Find("FRS 2021/22")!, Before = Catalogue.Find("FRS 2018/19")!;

    [Fact]
    public void Each_source_is_noted_once()
    {
        var said = new GradingEvent.PredecessorNoted(Both, Hampshire, Formed: true, PartialDate.Parse("2021-04-01"), Source("merger"));
        var command = new GradingCommand.NotePredecessor(Both, Hampshire, Formed: true, PartialDate.Parse("2021-04-01"), Source("merger"));
        When(command).Then(said);
        Given(said).When(command).ThenNothing();
    }

    [Theory]
    [InlineData("2021-03-31", true)]
    [InlineData("2021-04-01", false)]
    [InlineData("2021-03", true)]
    [InlineData("2021", false)] // perhaps, perhaps not: nothing certain is said of it
    [InlineData("2023-01-20", false)]
    public void A_grade_given_before_the_body_existed_in_law_says_so(string published, bool before)
    {
        var grade = Assert.Single(JudgmentReading.Stand([Grade("Effectiveness", "good", published)], Round, Now, begun: new(2021, 4, 1)));

        Assert.Equal(("good", before), (grade.Grade, grade.Marks.Contains(Mark.BeforeItExistedInLaw)));
    }

    [Fact]
    public void A_grade_without_a_date_is_as_old_as_its_programme() => Assert.Equal([true, false],
        new[] { Before, Round }.Select(programme => Assert.Single(JudgmentReading.Stand([Grade("Effectiveness", "good", null)], programme, Now, begun: new(2021, 4, 1)))
            .Marks.Contains(Mark.BeforeItExistedInLaw)));

    [Fact]
    public void Of_a_body_that_is_not_known_to_have_been_new_nothing_is_said() =>
        Assert.Empty(Assert.Single(JudgmentReading.Stand([Grade("Effectiveness", "good", "2021-03-31")], Round, Now)).Marks);

    [Fact]
    public void An_audit_says_so_too() =>
        Assert.Contains(Mark.BeforeItExistedInLaw, Assert.Single(AuditReading.Stand([Rate(80, "2021-03-31")], Now, begun: new(2021, 4, 1))).Marks);

    [Theory]
    [InlineData("2026-01-01", "2021-04-01")]
    [InlineData("2021-05-01", "2021-04-01")] // the month that had been announced
    [InlineData("2021-01-21", null)]
    public void When_it_began_counts_as_far_as_it_was_known(string knownAt, string? begun) =>
        Assert.Equal(begun, Merger.Begun(From("2026-01-01", knownAt))?.ToString("yyyy-MM-dd", null));

    [Fact]
    public void When_it_began_counts_as_far_as_it_was_recorded() =>
        Assert.Null(Merger.Begun(Now with { RecordedAt = Imported.AddMinutes(-1) }));

    [Fact]
    public void What_only_took_another_one_over_did_not_begin_then() =>
        Assert.Null((Merger with { Claims = [Merger.Claims[0]] }).Begun(Now));

    private static Predecessors Merger => new[]
    {
        Said(formed: false, "2021-04", "2021-01-22"), Said(formed: true, "2021-04-01", "2021-06-24"),
    }.Aggregate(default(Predecessors), (known, said) => Predecessors.Evolve(known, said, Imported, 1))!;

    private static GradingEvent.PredecessorNoted Said(bool formed, string lawOn, string published) =>
        new(Both, Hampshire, formed, PartialDate.Parse(lawOn), Source($"said on {published}", published));
}
