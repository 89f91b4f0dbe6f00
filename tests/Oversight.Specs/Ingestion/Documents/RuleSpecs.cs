using Oversight.Ingestion.Documents;
using Xunit;

namespace Oversight.Specs.Ingestion.Documents;

/// <summary>Audits, causes, investigations, practice, findings and statements: what each rule reads and what it leaves.</summary>
public sealed class RuleSpecs
{
    [Theory]
    [InlineData("A quarter of stop and searches lacked reasonable grounds.", "audit stop and search 25% stop-search-without-grounds")]
    [InlineData("75 per cent of stop and search records had reasonable grounds.", "audit stop and search 75% stop-search-with-grounds")]
    [InlineData("Three in ten stops did not have grounds recorded.", "audit stop and search 30% stop-search-without-grounds")]
    [InlineData("Nearly one in four searches had no recorded grounds.", "audit stop and search 25% stop-search-without-grounds")]
    [InlineData("The force records 92.5% of reported crimes (+/- 1.6%).", "audit crime recording 92.5% crimes-recorded")]
    [InlineData("One in five crimes goes unrecorded.", "audit crime recording 20% crimes-not-recorded")]
    [InlineData("Only 84% of violent crime was recorded.", "audit crime recording: violent 84% crimes-recorded")]
    [InlineData("It recorded 90% of crimes, up from 80% in 2018.", "audit crime recording 90% crimes-recorded")]
    [InlineData("It was recording 87.6% of reported crimes, meaning that thousands went unrecorded.", "audit crime recording 87.6% crimes-recorded")]
    [InlineData("Fewer than half of crimes were recorded within 24 hours.", "audit crime recording 50% recorded-in-time")]
    [InlineData("The force records 96.2% of reported crime, against a national figure of 90.3%.", "audit crime recording 96.2% crimes-recorded")]
    [InlineData("Only 71 per cent of stop and search records contained reasonable grounds, and about a third of victims were not told.", "audit stop and search 71% stop-search-with-grounds")]
    public void An_audit_is_read(string text, string expected) => Assert.Equal([expected], Extracted.InShort(text));

    [Theory]
    [InlineData("Recorded crime rose by 4%.")]
    [InlineData("Nationally, 90% of crimes were recorded.")]
    [InlineData("In 2018 the force recorded 80% of crimes.")]
    [InlineData("Essex Police recorded 97% of crimes.")]
    [InlineData("Some 12% of searches were of children.")]
    [InlineData("One in five rape reports took more than 24 hours to record.")]
    [InlineData("The result of recorded crime is an estimate, such as 90 per cent, give or take two.")]
    public void A_share_of_something_else_is_no_audit(string text) => Assert.Empty(Extracted.InShort(text));

    [Theory]
    [InlineData("HMICFRS has issued two causes of concern.", "cause raised")]
    [InlineData("Two accelerated causes of concern were raised in March 2022.", "cause 2022-03 accelerated")]
    [InlineData("Inspectors identified a cause of concern about crime recording.", "cause Recording data about crime raised")]
    [InlineData("I have decided to close the cause of concern about managing offenders.", "cause Managing offenders closed")]
    [InlineData("The cause of concern has been discharged.", "cause closed")]
    [InlineData("One cause of concern remains open.", "cause open")]
    [InlineData("The force has made good progress against this cause of concern.", "cause revisited")]
    [InlineData("Cause of concern: use of force. The governance of the use of force in custody is weak.", "cause use of force raised")]
    [InlineData("HMICFRS has issued a cause of concern relating to the force's custody suites, with three recommendations.", "cause custody suites raised")]
    [InlineData("The cause of concern about crime recording, issued in 2021, is now closed.", "cause Recording data about crime closed")]
    public void A_cause_is_read(string text, string expected) => Assert.Equal([expected], Extracted.InShort(text));

    [Theory]
    [InlineData("A cause of concern is a serious or systemic shortcoming.")]
    [InlineData("No causes of concern were issued.")]
    [InlineData("If we identify a cause of concern, we will issue recommendations.")]
    [InlineData("The weather is a cause for concern.")]
    [InlineData("HMICFRS could raise a cause of concern.")]
    public void The_words_alone_are_no_cause(string text) => Assert.Empty(Extracted.InShort(text));

    [Theory]
    [InlineData("The IOPC is investigating the death of Jo Bloggs in custody.", "investigation opened")]
    [InlineData("The Independent Office for Police Conduct has launched an investigation into the arrest.", "investigation opened")]
    [InlineData("The force has referred itself to the IOPC.", "investigation referred")]
    [InlineData("An IOPC investigation found that an officer had a case to answer for misconduct.", "investigation ended")]
    public void An_investigation_is_read(string text, string expected) => Assert.Equal([expected], Extracted.InShort(text));

    [Theory]
    [InlineData("The IOPC decided not to investigate.")]
    [InlineData("The family has called on the IOPC to investigate.")]
    [InlineData("The IOPC will consider whether to investigate.")]
    [InlineData("Detectives are investigating a burglary.")]
    public void No_investigation_is_none(string text) => Assert.Empty(Extracted.InShort(text));

    [Fact]
    public void Two_matters_are_two_investigations_and_one_told_twice_is_one() => Assert.Equal(
        ["investigation opened", "investigation opened"],
        Extracted.InShort("The IOPC is investigating the death of Jo Bloggs. Its investigation into the death of Jo Bloggs began on Monday.\n\nThe IOPC is also investigating the shooting of Sam Stone."));

    [Theory]
    [InlineData("Inspectors praised the force for its work with schools.")]
    [InlineData("The force has developed a new forensic technique that finds blood on dark clothes.")]
    [InlineData("An example of innovative practice is its online panel of victims.")]
    public void Good_work_is_practice(string text) => Assert.Equal(["practice"], Extracted.InShort(text));

    [Theory]
    [InlineData("The force should share good practice.")]
    [InlineData("Inspectors praised Essex Police for its work with schools.")]
    [InlineData("The force was not praised for its work.")]
    public void Advice_and_the_praise_of_others_are_not(string text) => Assert.Empty(Extracted.InShort(text));

    [Theory]
    [InlineData("Detectives carry unmanageable workloads.", "finding workload")]
    [InlineData("Officers regularly work overtime and have rest days cancelled.", "finding overtime")]
    [InlineData("The force does not always record domestic abuse.", "finding crime recording")]
    [InlineData("Some rapes took more than three days to be recorded.", "finding crime recording")]
    [InlineData("The force is struggling to meet demand.", "finding demand")]
    [InlineData("There is a shortage of trained detectives.", "finding workforce")]
    [InlineData("Victims were not always told what became of their case.", "finding victims")]
    public void What_is_found_without_a_grade_is_a_finding(string text, string expected) => Assert.Equal([expected], Extracted.InShort(text));

    [Theory]
    [InlineData("The force should reduce the high workloads of its detectives.")]
    [InlineData("Essex Police has a shortage of detectives.")]
    [InlineData("Previously workloads were too high.")]
    public void Advice_is_no_finding(string text) => Assert.Empty(Extracted.InShort(text));

    [Theory]
    [InlineData("Mark Pell, HM Inspector of Constabulary, said: \"The force has a long way to go.\"", "Mark Pell", "HM Inspector of Constabulary")]
    [InlineData("“The force has a long way to go,” said Chief Constable Ann Lee.", "Ann Lee", "Chief Constable")]
    [InlineData("IOPC Director of Operations Amanda Rowe said: “The use of force must always be necessary.”", "Amanda Rowe", "IOPC Director of Operations")]
    [InlineData("Commissioner Sir Martin Rowe told MPs: ‘We will win back the trust of people.’", "Sir Martin Rowe", "Commissioner")]
    [InlineData("His Majesty's Inspector of Constabulary Wendy Ashgrove said:\n\n“The force has a long way to go.", "Wendy Ashgrove", "His Majesty's Inspector of Constabulary")]
    [InlineData("A spokesperson for Kent Police said: \"We accept what the report says about us.\"", "spokesperson for Kent Police", null)]
    public void A_statement_has_its_speaker_and_role(string text, string speaker, string? role)
    {
        var statement = Assert.Single(Extracted.From(text));
        Assert.Equal((CandidateKind.Statement, speaker, role), (statement.Kind, statement.Speaker, statement.Role));
    }

    [Fact]
    public void He_is_whoever_spoke_last() => Assert.Equal(
        ["statement Ann Lee", "statement Ann Lee"],
        Extracted.InShort("Chief Constable Ann Lee said: \"We have a long way to go.\"\n\nShe added: \"We have begun to walk it already.\""));

    [Theory]
    [InlineData("Councillors called the report “damning” and “sobering”.")]
    [InlineData("The report is titled “The force that has a long way to go”.")]
    public void Words_held_with_tongs_are_no_statement(string text) => Assert.Empty(Extracted.InShort(text));
}
