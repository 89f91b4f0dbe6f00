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

    [Fact]
    public void Causes_may_be_listed_behind_a_sentence_of_their_own() =>
        Assert.Equal(["the force is missing opportunities;", "the force does not investigate all crime"], Extracted.From(
            "Kent Police moved\n\nInspectors identified two causes of concern during this inspection. They are:\n\n* the force is missing opportunities;\n* the force does not investigate all crime", alone: true)
            .Where(candidate => candidate.Kind == CandidateKind.Cause).Select(candidate => candidate.Quote.TrimStart('*', ' ')));

    [Theory]
    [InlineData("Outstanding\n\nPreventing crime\n\nGood\n\nResponding to the public\n\nInvestigating crime\n\nInadequate\n\nManaging offenders")]
    [InlineData("Preventing crime\n\nOutstanding\n\nResponding to the public\n\nGood\n\nInvestigating crime\n\nGood\n\nManaging offenders\n\nInadequate")]
    public void A_line_of_a_grade_leads_or_follows_its_areas_as_the_first_does(string lines) =>
        Assert.Equal(["judgment Investigating crime: good", "judgment Managing offenders: inadequate", "judgment Preventing crime: outstanding", "judgment Responding to the public: good"],
            Extracted.InShort($"Kent Police was graded as follows:\n\n{lines}", alone: true).Order(StringComparer.Ordinal));

    [Fact]
    public void Lines_of_a_label_and_a_grade_are_not_one_paragraph() =>
        Assert.Equal(["judgment kent-fire Making the fire and rescue service affordable now and in the future: good", "judgment kent-fire Getting the right people with the right skills: adequate", "judgment kent-fire Making best use of resources: inadequate"],
            Extracted.InShort("Kent Fire and Rescue Service\n\nMaking the Service affordable now and in the future: Good\nGetting the right people with the right skills: Adequate\nMaking best use of resources: Inadequate\n", alone: true));

    [Fact]
    public void Minutes_tell_the_present_in_the_past_perfect() =>
        Assert.Equal(["judgment Preventing crime: good", "tally good"], Extracted.InShort(
            "Kent Police and Crime Panel\n\nThe Commissioner advised that Kent Police had been graded good for preventing crime. In total the force had received two grades of good.\n\nRESOLVED that the report be noted.", alone: true));

    [Fact]
    public void The_office_for_conduct_speaks_of_its_own_investigations() =>
        Assert.Equal(["investigation opened"], Extracted.InShort(
            "Statement on a death in Maidstone\n\nIndependent Office for Police Conduct\n\nWe have begun an independent investigation into the contact Kent Police had with a man before his death.\n\n"
            + "The IOPC investigates the most serious matters involving the police.\n\nOur investigators obtained statements from officers and reviewed the force's policy for vulnerable people.", alone: true));

    [Fact]
    public void A_table_of_rates_may_be_named_above_it() =>
        Assert.Equal(["audit crime recording: violent 87.3% crimes-recorded", "audit crime recording: rape 97.1% crimes-recorded"], Extracted.InShort(
            "Kent Police\n\nRecording rates by category:\n\nCategory\tRate\tInterval\nViolence against the person\t87.3%\t+/- 2.94%\nRape\t97.1%\tn/a\n", alone: true));

    [Fact]
    public void Recommendations_met_are_of_the_cause_that_the_document_speaks_of() =>
        Assert.Contains("Two of the three recommendations have been met.", Extracted.From(
            "Letter to Kent Police\n\nWe revisited the cause of concern about custody. Two of the three recommendations have been met.", alone: true).Where(candidate => candidate.Kind == CandidateKind.Cause).Select(candidate => candidate.Quote));

    [Theory]
    [InlineData("Kent Fire and Rescue Service 2023-25\n\nThe service was graded good at preventing fires.", "FRS 2023-25")]
    [InlineData("Kent Police\n\nIn our 2021/22 inspection the force was graded good at preventing crime.", "PEEL 2021/22")]
    [InlineData("Kent Police\n\nThe force was graded good at preventing crime. It spent more than in 2021/22.", null)]
    public void The_years_of_a_round_name_the_programme_of_its_bodies(string text, string? programme) =>
        Assert.Equal([programme], Extracted.From(text, alone: true).Select(candidate => candidate.Programme));

    [Fact]
    public void Of_a_dated_document_the_grades_have_its_date() =>
        Assert.Equal(["2022-09-22"], Extracted.From("Kent Police was graded good at preventing crime.").Select(candidate => candidate.Date?.ToString()));

    [Theory]
    [InlineData("We found no evidence of pressure on staff to under-record crime.")]
    [InlineData("The force's response to organised crime was not inspected this year.")]
    [InlineData("She had reported concerns about a former partner to the force.")]
    public void What_is_not_found_is_no_finding(string text) => Assert.Empty(Extracted.InShort(text));

    private static bool OfJudgments(string candidate) => candidate.StartsWith("judgment", StringComparison.Ordinal);
}
