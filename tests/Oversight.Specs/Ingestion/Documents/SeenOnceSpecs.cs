using Xunit;

namespace Oversight.Specs.Ingestion.Documents;

/// <summary>How sentences, lists and documents are built that rules once read wrongly.</summary>
public sealed class SeenOnceSpecs
{
    [Theory]
    // A year at the head of a clause is that of the clause.
    [InlineData("We reviewed 147 stop and search records. In our 2017 review 87 percent had reasonable grounds, and in 2015 a third of the records we looked at did not have them.")]
    [InlineData("Kent Police was rated good at preventing crime when we inspected it in 2018.")]
    // A stay told to its end is over.
    [InlineData("The force was put into special measures in 2019, and it did not come out until September 2021.")]
    public void What_is_told_of_earlier_years_is_no_candidate(string text) => Assert.Empty(Extracted.InShort(text));

    [Theory]
    [InlineData("One of Britain's biggest forces has been branded inadequate at investigating crime.", "judgment Investigating crime: inadequate")]
    [InlineData("The other area found to require improvement was preventing crime.", "judgment Preventing crime: requires improvement")]
    [InlineData("Preventing crime, a cause of concern in 2018, was judged adequate.", "judgment Preventing crime: adequate")]
    [InlineData("Inspectors found reasonable grounds in 83% of stop and search records, down from 90% in the 2018/19 round.", "audit stop and search 83% stop-search-with-grounds")]
    public void What_is_said_of_now_is_one(string text, string expected) => Assert.Equal([expected], Extracted.InShort(text));

    [Fact]
    public void A_sentence_is_kept_rather_than_the_headline_that_says_the_same() =>
        Assert.StartsWith("They found", Assert.Single(Extracted.From(
            "Kent Police fails to record grounds for one in five stop and searches\n\n22 September 2022\n\nInspectors reviewed stop and search records of Kent Police.\n\n"
            + "They found that one in five stop and search records did not contain reasonable grounds.", alone: true)).Quote, StringComparison.Ordinal);
}
