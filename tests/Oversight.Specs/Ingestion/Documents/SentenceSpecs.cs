using Xunit;

namespace Oversight.Specs.Ingestion.Documents;

/// <summary>How a sentence is built tells what is of what, whatever its words.</summary>
public sealed class SentenceSpecs
{
    [Theory]
    [InlineData("The force slipped from good to requires improvement for the way in which it investigates offences.", "judgment Investigating crime: requires improvement")]
    [InlineData("Three areas - preventing crime, managing offenders and leadership - were given a good.",
        "judgment Preventing crime: good", "judgment Managing offenders: good", "judgment Leadership and force management: good")]
    [InlineData("Preventing crime was graded as good, as were its leadership and its response to the public.",
        "judgment Preventing crime: good", "judgment Leadership and force management: good", "judgment Responding to the public: good")]
    [InlineData("Managing offenders, which had been adequate two years ago, was called inadequate.", "judgment Managing offenders: inadequate")]
    [InlineData("For preventing crime it received a judgment of \"good\"; for managing offenders the same.", "judgment Preventing crime: good", "judgment Managing offenders: good")]
    [InlineData("The grades were: preventing crime, good; investigating crime, adequate.", "judgment Preventing crime: good", "judgment Investigating crime: adequate")]
    [InlineData("The investigation of crime with which the force deals is outstanding.", "judgment Investigating crime: outstanding")]
    [InlineData("The report says its leadership is good and its response to the public outstanding.", "judgment Leadership and force management: good", "judgment Responding to the public: outstanding")]
    [InlineData("It requires improvement in both of the areas against which all are measured: preventing crime and managing offenders.",
        "judgment Preventing crime: requires improvement", "judgment Managing offenders: requires improvement")]
    [InlineData("A good was awarded for preventing crime.", "judgment Preventing crime: good")]
    [InlineData("The force was handed the lowest possible grade for managing offenders.", "judgment Managing offenders: inadequate")]
    [InlineData("The force was rated good at keeping victims told of their cases.", "judgment keeping victims told of their cases: good")]
    [InlineData("We are 'good' at preventing crime.", "judgment Preventing crime: good")]
    [InlineData("How efficient is the force at keeping people safe and reducing crime?\n\nGood", "judgment Efficiency: good")]
    [InlineData("Kent Police is effective at keeping people safe and reducing crime and is rated good.", "judgment Effectiveness: good")]
    [InlineData("Good at how it treats the public: an inadequate supervision of files remains.", "judgment Treatment of the public: good")]
    public void A_grade_finds_its_areas(string text, params string[] expected) =>
        Assert.Equal(expected, Extracted.InShort(text).Where(candidate => candidate.StartsWith("judgment", StringComparison.Ordinal)));

    [Theory]
    [InlineData("The report asks how good the force is at preventing crime.")]
    [InlineData("It is not as good as others at preventing crime.")]
    [InlineData("It was rated good overall after it had been told to improve at preventing crime.")]
    public void Words_that_do_not_grade_find_none(string text) => Assert.DoesNotContain(Extracted.InShort(text), candidate => candidate.Contains("Preventing", StringComparison.Ordinal));

    [Theory]
    [InlineData("Grades given\n\nOutstanding\tGood\tAdequate\nPreventing crime\tManaging offenders\tInvestigating crime",
        "judgment Preventing crime: outstanding", "judgment Managing offenders: good", "judgment Investigating crime: adequate")]
    [InlineData("Working with schools\tGood\nListening to the young\tAdequate\nSeeing risks early\tInadequate",
        "judgment Working with schools: good", "judgment Listening to the young: adequate", "judgment Seeing risks early: inadequate")]
    [InlineData("• Working with schools - good\n• Listening to the young - inadequate", "judgment Working with schools: good", "judgment Listening to the young: inadequate")]
    [InlineData("Force\tRecords read\tReasonable grounds\nKent Police\t120\t84%", "audit stop and search 84% stop-search-with-grounds")]
    public void Tables_and_lists_need_no_names_that_are_known(string text, params string[] expected) => Assert.Equal(expected, Extracted.InShort(text));

    [Theory]
    [InlineData("HMICFRS confirmed on Wednesday it had lifted the force out of enhanced monitoring.", "phase Scan 2022-09-21")]
    [InlineData("The force will no longer be subject to enhanced monitoring, it was announced on 21 September.", "phase Scan 2022-09-21")]
    [InlineData("Since June the force has been in the regime known as Engage, or more popularly special measures.", "phase Engage 2022-06")]
    [InlineData("Kent Police was shunted into what the inspectorate terms its \"Engage\" phase on 5 July.", "phase Engage 2022-07-05")]
    [InlineData("With effect from 30 August it returns to our default phase, Scan.", "phase Scan 2022-08-30")]
    [InlineData("Kent Police is in Engage. It joins Essex Police, which has been in special measures since March.", "phase Engage", "phase essex Engage 2022-03")]
    [InlineData("Three forces are in special measures. The three are Kent, Essex and Surrey.", "phase Engage", "phase essex Engage", "phase surrey Engage")]
    [InlineData("Those in Engage know what it is like.")]
    public void A_phase_is_what_governs_its_name(string text, params string[] expected) => Assert.Equal(expected, Extracted.InShort(text));

    [Theory]
    [InlineData("Chief Constable Ann Lee stormed: \"We were never asked what we thought of it.\"", "Ann Lee")]
    [InlineData("Ann Lee, the chief constable, branded it \"a report that nobody in the county will know\".", "Ann Lee")]
    [InlineData("Mayor Ann Lee was on the radio. \"I take the blame for all of it,\" she tells listeners.", "Ann Lee")]
    [InlineData("We were told by the commissioner, Ann Lee, that \"the corner has now been turned\".", "Ann Lee")]
    [InlineData("\"I think that it is wrong,\" Mr Lee told the board.", "Mr Lee")]
    [InlineData("\"We think that the report is a fair one,\" Kent County Council said.", "Kent County Council")]
    [InlineData("Deputy Mayor Kate Green said: \"We will hold them to every word of it.\"", "Kate Green")]
    [InlineData("\"The force has a long way to go.\"\n\nAnn Lee, HM Inspector of Constabulary", "Ann Lee")]
    public void Whose_sentence_it_is_speaks(string text, string speaker) => Assert.Equal([$"statement {speaker}"], Extracted.InShort(text));

    [Theory]
    [InlineData("The letter, sent to Chief Constable Ann Lee, says: \"The force has made good progress.\"")]
    [InlineData("Chief Constable Ann Lee read the report titled \"The force that has a long way to go\".")]
    public void A_paper_is_nobody_who_speaks(string text) => Assert.Empty(Extracted.InShort(text));

    [Theory]
    [InlineData("Detainees waited too long to see a nurse.", "finding performance")]
    [InlineData("Suspects were still at large and cases closed without a look.", "finding performance")]
    [InlineData("The force hasn't made sure that its cells are safe.", "finding performance")]
    [InlineData("The force did not comment.")]
    [InlineData("Kent Police has not been graded on this.")]
    [InlineData("Inspectors will look at delays next year.")]
    public void What_falls_short_is_found(string text, params string[] expected) => Assert.Equal(expected, Extracted.InShort(text));

    [Theory]
    [InlineData("Supervisors read every form, an approach that others would do well to follow.", "practice")]
    [InlineData("Innovative practice\n\nThe force lends alarms to people who were stalked.", "practice")]
    [InlineData("An inquiry by the IOPC is under way into the death of a man.", "investigation opened")]
    [InlineData("The IOPC is looking into how a call was answered.", "investigation opened")]
    [InlineData("Two causes of concern were looked at again.", "cause revisited")]
    [InlineData("Only about one stop and search record in four had reasonable grounds.", "audit stop and search 25% stop-search-with-grounds")]
    [InlineData("Some 95% of crimes made it on to the books, the report on crime recording says.", "audit crime recording 95% crimes-recorded")]
    public void Other_ways_of_saying(string text, string expected) => Assert.Equal([expected], Extracted.InShort(text));

    [Fact]
    public void A_fire_service_that_the_register_has_not_yet_is_known() => Assert.Equal(
        ["judgment nottinghamshire-fire Preventing fires and other risks: good"],
        Extracted.InShort("Nottinghamshire Fire and Rescue Service inspected\n\n3 May 2024\n\nThe service was graded good at preventing fires.", alone: true));

    [Fact]
    public void Of_several_bodies_the_brigade_is_the_one_that_is_one() => Assert.Equal(
        ["phase gloucestershire-fire Engage 2022-07-12"],
        Extracted.InShort("Inspections of Gloucestershire Fire and Rescue Service and Gloucestershire Constabulary\n\n14 November 2023\n\nOn 12 July 2022 the brigade entered the Engage phase.", alone: true));

    [Fact]
    public void Practice_in_a_collection_is_of_the_body_in_its_line() => Assert.Equal(
        ["practice essex", "practice"],
        Extracted.InShort("Shared practice\n\n• A hub for rough sleepers – Essex Police\n• Alarms for those who were stalked – Kent Police", alone: true));
}
