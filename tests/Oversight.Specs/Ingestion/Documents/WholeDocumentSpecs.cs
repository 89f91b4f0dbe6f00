using Oversight.Ingestion.Documents;
using Xunit;

namespace Oversight.Specs.Ingestion.Documents;

/// <summary>What a sentence alone does not tell, and the document around it does.</summary>
public sealed class WholeDocumentSpecs
{
    [Fact]
    public void Of_a_column_for_this_inspection_and_one_for_an_earlier_round_the_first_counts() =>
        Assert.Equal(["judgment Preventing crime: good", "judgment Managing offenders: inadequate"], Extracted.InShort(
            "Kent Police PEEL 2021/22\n\nArea\tThis inspection\t2018/19\nPreventing crime\tGood\tAdequate\nManaging offenders\tInadequate\tGood\n", alone: true).Where(OfJudgments));

    [Fact]
    public void What_is_listed_below_causes_of_concern_are_the_causes()
    {
        var causes = Extracted.From("Dear Chief Constable of Kent Police,\n\nWe have issued two causes of concern:\n\n1. The force does not answer calls quickly enough.\n\n2. The force does not record all rapes.\n\nYours sincerely", alone: true)
            .Where(candidate => candidate.Kind == CandidateKind.Cause).Select(candidate => candidate.Quote);

        Assert.Equal(["The force does not answer calls quickly enough.", "The force does not record all rapes."], causes);
    }

    [Fact]
    public void A_round_up_gives_each_force_its_grade() =>
        Assert.Equal(["kent inadequate", "essex good", "surrey outstanding", "sussex good"], Extracted.From(
            "Most forces are efficient\n\nKent Police was graded as inadequate for efficiency. Essex Police was judged to be good in terms of efficiency.\n\n"
            + "Surrey Police was graded as outstanding for efficiency. Sussex Police was rated good for efficiency.", alone: true)
            .Where(candidate => candidate.Kind == CandidateKind.Judgment).Select(candidate => $"{candidate.Body} {candidate.Grade}"));

    [Fact]
    public void A_county_that_acts_is_its_force() =>
        Assert.Equal(["kent inadequate", "essex good"], Extracted.From(
            "Kent Police and Essex Police have been inspected\n\nKent was graded inadequate at preventing crime.\n\nEssex was graded good at preventing crime.", alone: true)
            .Where(candidate => candidate.Kind == CandidateKind.Judgment).Select(candidate => $"{candidate.Body} {candidate.Grade}"));

    [Fact]
    public void A_fire_service_that_the_register_does_not_hold_is_not_taken_for_its_neighbour() =>
        Assert.Equal(["northumberland-fire"], Extracted.From("Northumberland Fire and Rescue Service was graded good at preventing fires, a paper in Tyne and Wear says.", alone: true).Select(candidate => candidate.Body).Distinct());

    [Theory]
    [InlineData("We found no evidence of pressure on staff to under-record crime.")]
    [InlineData("The force's response to organised crime was not inspected this year.")]
    [InlineData("She had reported concerns about a former partner to the force.")]
    public void What_is_not_found_is_no_finding(string text) => Assert.Empty(Extracted.InShort(text));

    private static bool OfJudgments(string candidate) => candidate.StartsWith("judgment", StringComparison.Ordinal);
}
