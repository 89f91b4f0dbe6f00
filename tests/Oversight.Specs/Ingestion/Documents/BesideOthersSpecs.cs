using Xunit;

namespace Oversight.Specs.Ingestion.Documents;

/// <summary>What is said of somebody else, of what might have been and of what was only recommended is no candidate.</summary>
public sealed class BesideOthersSpecs
{
    [Theory]
    [InlineData("Unlike Essex Police, which was graded inadequate at supporting victims, the force does well.")]
    [InlineData("Compared with Essex Police, rated inadequate at supporting victims, the force does well.")]
    [InlineData("Had the force been graded inadequate for investigating crime, it might have been moved.")]
    [InlineData("I have therefore recommended to HMCI that the force be moved from Engage to Scan.")]
    [InlineData("I have recommended that the force be moved to Engage.")]
    public void Nothing_is_said_of_the_force(string text) => Assert.Empty(Extracted.InShort(text));

    [Theory]
    [InlineData("Unlike Essex Police, the force was graded good at preventing crime.", "judgment Preventing crime: good")]
    [InlineData("An estimated 9,400 crimes a year go unrecorded; the force now records 88.2% of reported crime.", "audit crime recording 88.2% crimes-recorded")]
    public void What_is_said_of_the_force_is_one(string text, string expected) => Assert.Equal([expected], Extracted.InShort(text));

    [Theory]
    [InlineData("In PEEL 2018/19 it was graded good for effectiveness.", null)]
    [InlineData("Our PEEL 2021/22 inspection took place in the spring.", "PEEL 2021/22")]
    [InlineData("Its PEEL 2018/19 report said otherwise.", null)]
    public void A_look_back_names_no_programme_of_the_document(string after, string? programme) => Assert.Equal(programme, Extracted.From(
        $"Kent Police inspected\n\n22 September 2022\n\nKent Police was graded adequate at preventing crime.\n\n{after}", alone: true).First(candidate => candidate.Grade == "adequate").Programme);
}
