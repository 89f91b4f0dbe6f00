using Oversight.Ingestion.Readers;
using Xunit;

namespace Oversight.Specs.Ingestion.Documents;

/// <summary>What a share was counted from.</summary>
public sealed class CountedSpecs
{
    [Theory]
    [InlineData("Of 120 stop and search records examined, 96 (80%) had reasonable grounds.", 80, 96, 120)]
    [InlineData("96 of the 120 stop and search records we looked at (80 percent) had reasonable grounds.", 80, 96, 120)]
    [InlineData("We found that 80% (96 of 120) of stop and search records had reasonable grounds.", 80, 96, 120)]
    [InlineData("We reviewed a sample of 212 stop and search records. We found that 66.5 percent contained reasonable grounds.", 66.5, null, 212)]
    [InlineData("Inspectors examined 1,040 reports of crime. They found that 95 percent of crimes were recorded.", 95, null, 1040)]
    // Calls are no searches.
    [InlineData("Kent Police answered 64 of 999 calls within 10 seconds. Inspectors also found that 25% of stop and search records did not contain reasonable grounds.", 25, null, null)]
    // Two of three is not 80 percent.
    [InlineData("Of 120 stop and search records examined, 90 (80%) had reasonable grounds.", 80, 90, null)]
    // No number of seven records makes 80 percent.
    [InlineData("We reviewed 7 stop and search records. We found that 80 percent contained reasonable grounds.", 80, null, null)]
    // The round is no sample.
    [InlineData("Of 2021 we say nothing. We found that 80 percent of stop and search records contained reasonable grounds.", 80, null, null)]
    // About so many is not so many.
    [InlineData("We reviewed about 200 stop and search records. We found that 80 percent contained reasonable grounds.", 80, null, null)]
    public void Only_what_is_counted_and_fits_is_kept(string text, double percent, int? count, int? outOf)
    {
        var audit = Assert.Single(Extracted.From(text), candidate => candidate.Percent is not null);
        Assert.Equal(((decimal)percent, count, outOf), (audit.Percent, audit.Count, audit.OutOf));
    }

    [Fact]
    public void A_row_of_a_table_is_counted_where_two_of_its_numbers_make_its_share()
    {
        var found = Extracted.From(
            "<html><body><main><h1>Kent Police</h1><p>How well Kent Police records crime.</p><table><tr><th>Crime</th><th>Audited</th><th>Recorded</th><th>Recording accuracy</th></tr>"
            + "<tr><td>All crime</td><td>500</td><td>470</td><td>94.0%</td></tr><tr><td>Violence</td><td>240</td><td>200</td><td>90.0%</td></tr></table></main></body></html>", alone: true, DocumentForm.Html);
        Assert.Equal([(94.0m, 470, 500), (90.0m, null, null)], found.Select(audit => (audit.Percent, audit.Count, audit.OutOf)));
    }
}
