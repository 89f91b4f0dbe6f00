using System.Reflection;
using Oversight.Contracts;
using Oversight.Monitoring.Told;
using Xunit;

namespace Oversight.Service.Tests.Monitoring;

public sealed class InboxTests
{
    [Fact]
    public void Every_contract_of_Ingestion_is_taken_in_or_left_aside_on_purpose() =>
        Assert.Equal(WireNames("ingestion."), FromIngestion.Inbox.Handlers.Keys.Order());

    [Fact]
    public void Every_contract_of_Grading_is_taken_in() =>
        Assert.Equal(WireNames("grading."), FromGrading.Inbox.Handlers.Keys.Order());

    private static IEnumerable<string> WireNames(string of) => typeof(IContract).Assembly.GetTypes()
        .Select(type => type.GetCustomAttribute<WireNameAttribute>()?.Name).OfType<string>()
        .Where(name => name.StartsWith(of, StringComparison.Ordinal)).Order();
}
