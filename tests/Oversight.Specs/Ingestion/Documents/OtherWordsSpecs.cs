using Xunit;

namespace Oversight.Specs.Ingestion.Documents;

/// <summary>How grades, counts, figures and bodies are spoken of by those who don't write reports for a living, and what only looks like them.</summary>
public sealed class OtherWordsSpecs
{
    [Theory]
    [InlineData("Inspectors found it was doing a good job of preventing crime.", "judgment Preventing crime: good")]
    [InlineData("A teacher does a good job of preventing crime.")]
    [InlineData("HMICFRS said it is good at managing offenders and that it treats the public fairly, another good.", "judgment Managing offenders: good", "judgment Treatment of the public: good")]
    [InlineData("Preventing crime is adequate; so is managing offenders.", "judgment Preventing crime: adequate", "judgment Managing offenders: adequate")]
    [InlineData("Managing offenders was placed in the requires improvement band.", "judgment Managing offenders: requires improvement")]
    [InlineData("Its legitimacy, on which we reported in March, was considered good.", "judgment Legitimacy: good")]
    [InlineData("It was judged inadequate in the service it gives to callers.", "judgment Responding to the public: inadequate")]
    [InlineData("How well does the force support victims? Good\n\nHow well does the force listen? Inadequate", "judgment Supporting victims: good", "judgment How well does the force listen?: inadequate")]
    [InlineData("What was said in 2018\n\nThe management of offenders was described as inadequate, and the force was graded good at preventing crime.")]
    [InlineData("It is good at how it treats the public and its workforce.", "judgment Legitimacy: good")]
    [InlineData("A campaigner from Victim Support called the response to the public inadequate.")]
    [InlineData("In that year the force was found to be inadequate at preventing crime.")]
    public void A_grade(string text, params string[] expected) => Assert.Equal(expected, Extracted.InShort(text));

    [Theory]
    [InlineData("Inspectors handed out two 'outstandings' and three 'goods'.", "tally")]
    [InlineData("Three areas require improvement.", "tally requires improvement")]
    [InlineData("In four areas, among them its use of cars and its control room, the force did enough to be called adequate.", "tally adequate")]
    [InlineData("It rated the force as 'good' against six of its 11 criteria.", "tally good")]
    [InlineData("Inspectors ranked three of eight areas of policing inadequate.", "tally inadequate")]
    public void A_count(string text, params string[] expected) => Assert.Equal(expected, Extracted.InShort(text));

    [Theory]
    [InlineData("One in twenty crimes here isn't being written down.", "audit crime recording 5% crimes-not-recorded")]
    [InlineData("It is better at recording crime. Officers got 96 per cent of it into the books.", "audit crime recording 96% crimes-recorded")]
    [InlineData("Officers wrote down a proper justification for just 61.5pc of searches.", "audit stop and search 61.5% stop-search-with-grounds")]
    [InlineData("No force in the country does worse than Kent Police, where a third of searches were made without reasonable cause.", "audit stop and search 33.3% stop-search-without-grounds")]
    public void A_figure(string text, params string[] expected) => Assert.Equal(expected, Extracted.InShort(text));

    [Theory]
    [InlineData("The IOPC is looking at how officers handled the call.", "investigation opened")]
    [InlineData("A former superintendent is the subject of an inquiry by the IOPC.", "investigation opened")]
    [InlineData("The IOPC continues to investigate the actions of two Kent Police officers.", "investigation opened")]
    [InlineData("HMCI has decided that the force should enter our enhanced phase of monitoring.", "phase Engage")]
    [InlineData("The force should enter our enhanced phase of monitoring.")]
    [InlineData("It has been released from the enhanced level of oversight into which it was placed two years ago.", "phase Scan")]
    [InlineData("The force's hub for victims is something from which every force could learn.", "practice")]
    [InlineData("Sir Ian Blythe gave evidence on 10 September. He told Members: \"Money alone does not explain what we saw there.\"", "statement Sir Ian Blythe")]
    [InlineData("Chief Constable Ann Lee is to go. In a statement she says: \"The time is right for me to leave.\"", "statement Ann Lee")]
    public void Anything_else(string text, params string[] expected) => Assert.Equal(expected, Extracted.InShort(text));

    [Fact]
    public void A_county_alone_is_its_force_where_a_document_is_about_several() => Assert.Equal(
        ["judgment Preventing crime: good", "judgment essex Preventing crime: inadequate", "judgment Managing offenders: adequate", "judgment essex Managing offenders: adequate"],
        Extracted.InShort("Inspectors on Kent Police and Essex Police\n\n3 May 2022\n\nKent was found to be good at preventing crime. Essex was graded inadequate at preventing crime.\n\nAt managing offenders both forces were rated adequate.", alone: true));
}
