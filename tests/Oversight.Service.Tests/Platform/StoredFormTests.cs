using Npgsql;
using Oversight.Core;
using Oversight.Hosting;
using System.Text.Json;
using Xunit;

namespace Oversight.Service.Tests.Platform;

/// <summary>What is stored is stored for ever, so the store must write what everybody else reads.</summary>
public sealed class StoredFormTests
{
    [Fact]
    public void The_store_writes_as_events_are_written_everywhere()
    {
        using var nowhere = NpgsqlDataSource.Create("Host=nowhere");
        var said = new Told(PartialDate.Parse("2022-06"), Manner.ByLetter, null, 89.50m, [new(Manner.InPerson)]);

        Assert.Equal(JsonSerializer.Serialize(said, EventJson.Options), ServiceHost.Store(nowhere, _ => { }).Serializer().ToJson(said));
    }

    private enum Manner
    {
        ByLetter,
        InPerson,
    }

    private sealed record Told(PartialDate On, Manner How, string? Why, decimal Share, IReadOnlyList<Part> Parts);

    private sealed record Part(Manner How);
}
