using Oversight.Monitoring.Follows;
using Oversight.Portal.Words;
using Xunit;

namespace Oversight.Promises.Tests;

/// <summary>The pages offer every kind of change that can be followed, by a name that people know.</summary>
public sealed class KindsOfChanges
{
    [Fact]
    public void Every_kind_that_can_be_followed_can_be_chosen_once() =>
        Assert.Equal(FollowFilter.KnownKinds.Order(StringComparer.Ordinal), Kinds.All.SelectMany(group => group.Of).Select(one => one.Kind).Order(StringComparer.Ordinal));

    [Fact]
    public void No_two_read_alike() => Assert.Distinct(Kinds.All.SelectMany(group => group.Of).Select(one => one.Text));
}
