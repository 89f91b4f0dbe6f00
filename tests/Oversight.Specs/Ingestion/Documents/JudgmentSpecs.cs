using Xunit;

namespace Oversight.Specs.Ingestion.Documents;

/// <summary>Grades: how newspapers and reports say them, and what looks like one and is none.</summary>
public sealed class JudgmentSpecs
{
    [Theory]
    [InlineData("The force was rated good at preventing crime.", "judgment Preventing crime: good")]
    [InlineData("It was branded 'inadequate' for its response to the public.", "judgment Responding to the public: inadequate")]
    [InlineData("Inspectors deemed its treatment of the public to be adequate.", "judgment Treatment of the public: adequate")]
    [InlineData("Its investigation of crime was found to be inadequate.", "judgment Investigating crime: inadequate")]
    [InlineData("Kent Police requires improvement in how it protects vulnerable people.", "judgment Protecting vulnerable people: requires improvement")]
    [InlineData("The force was given a rating of outstanding for managing offenders.", "judgment Managing offenders: outstanding")]
    [InlineData("It requires improvement at supporting victims, and it is inadequate at managing offenders.",
        "judgment Supporting victims: requires improvement", "judgment Managing offenders: inadequate")]
    [InlineData("It was good at preventing crime but inadequate at responding to the public.", "judgment Preventing crime: good", "judgment Responding to the public: inadequate")]
    [InlineData("Preventing crime was graded good, investigating crime was adequate and managing offenders requires improvement.",
        "judgment Preventing crime: good", "judgment Investigating crime: adequate", "judgment Managing offenders: requires improvement")]
    [InlineData("The force was judged to be adequate at preventing crime, managing offenders and treating the public fairly.",
        "judgment Preventing crime: adequate", "judgment Managing offenders: adequate", "judgment Treatment of the public: adequate")]
    [InlineData("It was not graded for supporting victims, but was inadequate at investigating crime.", "judgment Investigating crime: inadequate")]
    [InlineData("The force improved from inadequate to good at recording data about crime.", "judgment Recording data about crime: good")]
    [InlineData("Although it was graded good at preventing crime in 2018, it is now inadequate at preventing crime.", "judgment Preventing crime: inadequate")]
    [InlineData("The force was inspected in 2021 and was graded good at managing offenders.", "judgment Managing offenders: good")]
    [InlineData("Requires improvement: investigating crime; managing offenders", "judgment Investigating crime: requires improvement", "judgment Managing offenders: requires improvement")]
    [InlineData("Responding to the public – inadequate", "judgment Responding to the public: inadequate")]
    [InlineData("• Good use of resources: adequate", "judgment Good use of resources: adequate")]
    [InlineData("The force was graded inadequate at:\n\n• responding to the public\n• crime recording", "judgment Responding to the public: inadequate", "judgment Recording data about crime: inadequate")]
    [InlineData("Investigating crime\n\nRequires improvement\n\nKent Police has too few detectives.", "judgment Investigating crime: requires improvement", "finding workforce")]
    [InlineData("Its work to disrupt serious organised crime “requires improvement”.", "judgment Disrupting serious organised crime: requires improvement")]
    [InlineData("It was judged \"inadequate\" in three out of nine areas, including how it responds to the public.", "tally inadequate", "judgment Responding to the public: inadequate")]
    [InlineData("Force\tPreventing crime\nDorset\tGood\nKent\tInadequate", "judgment Preventing crime: inadequate")]
    [InlineData("Area\tGrade\nPreventing crime\tGood\nManaging offenders\tInadequate", "judgment Preventing crime: good", "judgment Managing offenders: inadequate")]
    public void A_grade_is_read(string text, params string[] expected) => Assert.Equal(expected, Extracted.InShort(text));

    [Theory]
    [InlineData("The force was not graded good at preventing crime.")]
    [InlineData("No force was outstanding at investigating crime.")]
    [InlineData("In 2018 it was graded good at preventing crime.")]
    [InlineData("It was previously rated inadequate at responding to the public.")]
    [InlineData("At its last inspection the force was judged good at managing offenders.")]
    [InlineData("The force had been rated good at managing offenders three years ago.")]
    [InlineData("If it were graded inadequate at responding to the public, ministers would act.")]
    [InlineData("The force hopes to be rated good at responding to the public.")]
    [InlineData("Will the force be graded inadequate at responding to the public?")]
    [InlineData("Neighbouring Essex Police was rated good at preventing crime.")]
    [InlineData("Essex Police was also inspected. It was graded outstanding at managing offenders.")]
    [InlineData("Most forces were graded adequate at preventing crime.")]
    [InlineData("Forces are graded outstanding, good, adequate, requires improvement or inadequate.")]
    [InlineData("Good relationships with schools help in preventing crime.")]
    [InlineData("An inadequate roof leaks over the crime prevention desk.")]
    [InlineData("Officers are good at preventing crime.")]
    [InlineData("Outstanding suspects are a risk to managing offenders.")]
    [InlineData("Area\tGrade\nEssex Police\tGood\nSurrey Police\tInadequate")]
    [InlineData("Force\tPreventing crime\nEssex Police\tGood\nSurrey Police\tInadequate")]
    [InlineData("Force\tPreventing crime\nDorset\tGood\nNorthshire\tInadequate")]
    [InlineData("The force was last inspected in 2018/19, when it was graded good for effectiveness.")]
    [InlineData("Read more: Kent Police rated inadequate at responding to the public")]
    public void What_only_looks_like_one_is_not(string text) => Assert.Empty(Extracted.InShort(text));

    [Fact]
    public void An_older_programme_is_history() => Assert.Equal(
        ["judgment Preventing crime: adequate"],
        Extracted.InShort("In this PEEL 2021/22 inspection it was graded adequate at preventing crime. In PEEL 2018/19 the force was graded good at preventing crime."));

    [Fact]
    public void The_programme_is_the_one_the_document_names() =>
        Assert.Equal("PEEL 2021/22", Assert.Single(Extracted.From("The PEEL 2021/22 report is out. The force was rated good at preventing crime.")).Programme);

    [Theory]
    [InlineData("Inspectors graded it good in one area, adequate in two, requires improvement in five and inadequate in one.",
        "good in one area, adequate in two, requires improvement in five and inadequate in one")]
    [InlineData("The force was rated inadequate in three areas.", "inadequate in three areas")]
    [InlineData("Two areas were rated good, four were adequate and one was judged inadequate.", "Two areas were rated good, four were adequate and one was judged inadequate")]
    [InlineData("It received three good grades, four adequate and two 'requires improvement'.", "three good grades, four adequate and two 'requires improvement")]
    public void A_tally_is_one_candidate(string text, string quote) =>
        Assert.StartsWith(quote, Assert.Single(Extracted.From(text), candidate => candidate.Rule.StartsWith("tally", StringComparison.Ordinal)).Quote, StringComparison.Ordinal);
}
