using Oversight.Core;
using Xunit;

namespace Oversight.Specs.Core;

public sealed class InspectionNameSpecs
{
    [Theory]
    [InlineData("PEEL 2021/22")]
    [InlineData("peel-2021-22")]
    public void However_it_is_spelled_it_is_the_same_inspection(string asked) => InspectionNames.Insist(asked, ["PEEL 2021/22"], "No audit");

    [Theory]
    [InlineData("PEEL 99", "No audit is on record under 'PEEL 99'. On record are: CDI 2018, PEEL 2021/22.", "PEEL 2021/22", "CDI 2018", "CDI 2018")]
    [InlineData("PEEL 99", "No audit is on record under 'PEEL 99'. Nothing is.")]
    public void One_that_is_not_on_record_is_refused_with_those_that_are(string asked, string because, params string[] onRecord)
    {
        var refused = Assert.Throws<RejectedException>(() => InspectionNames.Insist(asked, onRecord, "No audit"));
        Assert.Equal(("programme.unknown", because), (refused.Rule, refused.Message));
    }
}
