using Oversight.Ingestion.Documents;
using Oversight.Ingestion.Readers;
using Xunit;

namespace Oversight.Specs.Ingestion.Documents;

/// <summary>The same things said as headings, questions, lists, relative clauses, of days without a year and of other times.</summary>
public sealed class WaysOfSayingSpecs
{
    [Theory]
    [InlineData("It criticised the way it records crime and how it manages offenders, both of which were found to be inadequate.",
        "judgment Recording data about crime: inadequate", "judgment Managing offenders: inadequate")]
    [InlineData("Preventing crime, investigating crime and managing offenders - all three were judged good.",
        "judgment Preventing crime: good", "judgment Investigating crime: good", "judgment Managing offenders: good")]
    [InlineData("The report looks at preventing crime and at managing offenders, which was graded adequate.", "judgment Managing offenders: adequate")]
    [InlineData("Inspectors looked at preventing crime and managing offenders. Both were rated good.", "judgment Preventing crime: good", "judgment Managing offenders: good")]
    [InlineData("The force requires improvement at investigating crime; and managing offenders.",
        "judgment Investigating crime: requires improvement", "judgment Managing offenders: requires improvement")]
    [InlineData("The force's response to 999 calls is inadequate.", "judgment Responding to the public: inadequate")]
    [InlineData("It was good in just one area, preventing crime.", "tally good", "judgment Preventing crime: good")]
    [InlineData("It was adequate in two: preventing crime and managing offenders.", "tally adequate", "judgment Preventing crime: adequate", "judgment Managing offenders: adequate")]
    [InlineData("It was branded inadequate by inspectors in three areas of its work.", "tally inadequate")]
    [InlineData("Overall judgment\n\nGood", "judgment good")]
    [InlineData("Overall grade: requires improvement", "judgment requires improvement")]
    [InlineData("To what extent does the force treat people with fairness?\n\nGood", "judgment Treatment of the public: good")]
    [InlineData("How well does the force listen?\n\nGood", "judgment How well does the force listen?: good")]
    [InlineData("Core question\tJudgment\nHow well does the force listen?\tGood", "judgment How well does the force listen?: good")]
    [InlineData("Area\tGrade\nWorking with councils\tGood", "judgment Working with councils: good")]
    [InlineData("In its 2018 inspection the force was rated good at preventing crime. This time it was graded inadequate at preventing crime.", "judgment Preventing crime: inadequate")]
    [InlineData("Progress has been made since 2019, when its investigation of crime was inadequate.")]
    [InlineData("In 2019, by contrast, the same force was rated good overall.")]
    [InlineData("Neighbouring Ruritania was rated good at preventing crime.")]
    [InlineData("The force keeps the grade of good for managing offenders that it was given in 2018.")]
    public void A_grade(string text, params string[] expected) => Assert.Equal(expected, Extracted.InShort(text));

    [Theory]
    [InlineData("Kent Police was moved into Engage on 11 March 2022. Supervision is weak. On the same day Essex Police left Engage.",
        "phase Engage 2022-03-11", "phase essex Scan 2022-03-11")]
    [InlineData("The force has been moved into Engage, the inspectorate confirmed on Wednesday.", "phase Engage 2022-09-21")]
    [InlineData("Kent Police was put in special measures on Thursday. Essex Police remains in special measures.", "phase Engage 2022-09-22", "phase essex Engage")]
    [InlineData("Kent Police is in Engage. Unlike Essex Police, which is in Engage too, it has a plan.", "phase Engage")]
    [InlineData("Essex Police remains in Engage.")]
    [InlineData("A judge allowed special measures for the witness on Thursday.")]
    public void A_phase(string text, params string[] expected) => Assert.Equal(expected, Extracted.InShort(text));

    [Theory]
    [InlineData("We reviewed 200 stop and search records. We found that 66.5 percent contained reasonable grounds.", "audit stop and search 66.5% stop-search-with-grounds")]
    [InlineData("We looked at the grounds in stop and search records. Nine in ten of the force's records had them.", "audit stop and search 90% stop-search-with-grounds")]
    [InlineData("The force's crime recording rate is high. For sexual offences the rate stands at 93.6 percent.", "audit crime recording: sexual offences 93.6% crimes-recorded")]
    [InlineData("The force has reached a recording accuracy of 97.6%.", "audit crime recording 97.6% crimes-recorded")]
    [InlineData("Some 12% of reported crimes, including domestic abuse, go unrecorded.", "audit crime recording 12% crimes-not-recorded")]
    [InlineData("In 2017, 88 percent of stop and search records had reasonable grounds.")]
    public void A_figure(string text, params string[] expected) => Assert.Equal(expected, Extracted.InShort(text));

    [Theory]
    [InlineData("Inspectors praised the force for reaching a high rate of answered calls.")]
    [InlineData("We are pleased with the progress that the force has made.")]
    [InlineData("Innovative practice\n\nThe force lends alarms to people who were stalked.\n\nThis section of the report ends with words on something else.", "practice")]
    [InlineData("It doesn't identify why find rates differ between ethnic groups.", "finding use of powers")]
    [InlineData("Chief Constable Ann Lee has read it.\n\nChief Constable's response: \"We accept what the report says about us.\"", "statement Ann Lee")]
    [InlineData("Comment from Ann Lee: \"We accept what the report says about us.\"", "statement Ann Lee")]
    [InlineData("On 11 March 2022 I wrote to raise two accelerated causes of concern. I have closed the cause of concern about managing offenders.",
        "cause 2022-03-11 accelerated", "cause Managing offenders closed")]
    public void Anything_else(string text, params string[] expected) => Assert.Equal(expected, Extracted.InShort(text));

    [Fact]
    public void A_police_force_in_the_first_lines_is_the_one_named_further_down() => Assert.Equal(
        ["cause raised"],
        Extracted.InShort("County force in trouble\n\n3 May 2024\n\nA police force has been told to improve after inspectors raised two causes of concern.\n\nKent Police must answer.", alone: true));

    [Fact]
    public void In_a_document_of_the_complaints_body_a_matter_of_another_force_is_one_too() => Assert.Equal(
        ["investigation opened", "investigation essex 2022-05 ended"],
        Extracted.InShort("The IOPC is investigating the death of a man seen by Kent Police.\n\nSeparately, a directed investigation into how Essex Police handled a report concluded in May."));

    [Fact]
    public void The_quote_of_a_grade_holds_what_it_is_of() => Assert.Equal(
        ["Preventing crime\n\nGood", "Managing offenders\tInadequate"],
        [.. Extracted.From("Preventing crime\n\nGood\n\nArea\tGrade\nManaging offenders\tInadequate").Select(candidate => candidate.Quote)]);

    [Fact]
    public void Letters_set_as_one_sign_are_read_as_letters() => Assert.Equal(
        ["judgment Understanding fires and other risks: good"], Extracted.InShort("Understanding ﬁres and other risks: good"));

    [Fact]
    public void Capitals_are_a_month_and_updated_is_a_date_where_there_is_no_other() => Assert.Equal(
        ["phase Engage 2022-10-14"], Extracted.InShort("Kent Police in trouble\n\nUpdated 14:02, 2 FEB 2023\n\nKent Police was put in special measures on 14 October.", alone: true));

    [Fact]
    public void A_cell_that_goes_over_two_lines_is_one_cell()
    {
        var document = DocumentReader.Read(PdfFile.Of("Core question\tJudgment\n\nHow effective is the force at recording\tGood\nreported crime?\n\nHow well does it check its records?\tRequires\n\timprovement"), DocumentForm.Pdf);
        Assert.Equal(["Core question", "Judgment", "How effective is the force at recording reported crime?", "Good", "How well does it check its records?", "Requires improvement"],
            document.Blocks.Where(block => block.Kind == BlockKind.TableCell).Select(block => document.Text[block.Start..block.End]));
    }
}
