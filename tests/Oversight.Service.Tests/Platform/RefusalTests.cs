using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Contracts.Delivery.V1;
using Oversight.Hosting;
using Oversight.Testing;
using RabbitMQ.Client;
using Xunit;

namespace Oversight.Service.Tests.Platform;

/// <summary>What can never be taken in goes where it can be seen, holds nothing up, and stays said until somebody has looked.</summary>
public sealed class RefusalTests
{
    private static readonly Guid Store = Guid.Parse("8c2f4a0e-0000-4000-8000-000000000001");

    public static TheoryData<string, Chunk> Malformed => new()
    {
        { "It is of nobody", Sound with { Source = null! } },
        { "It is of grading and came where ingestion speaks", Sound with { Source = "grading" } },
        { "does not name its store", Sound with { Store = default } },
        { "It runs from 12 to 11", Sound with { PreviousSequence = 12, Sequence = 11 } },
        { "It runs from -1", Sound with { PreviousSequence = -1 } },
        { "no list of entries", Sound with { Entries = null! } },
        { "not whole", Sound with { Entries = [null!] } },
        { "not whole", Sound with { Entries = [Entry(5) with { Type = null! }] } },
        { "not whole", Sound with { Entries = [Entry(5) with { Body = null! }] } },
        { "not whole", Sound with { Entries = [Entry(5) with { Data = default }] } },
        { "not whole", Sound with { Entries = [Entry(5) with { Id = default }] } },
        { "its entry at 3 lies outside", Sound with { Entries = [Entry(3)] } },
        { "its entry at 11 lies outside", Sound with { Entries = [Entry(11)] } },
        { "its entry at 6 lies outside or out of order", Sound with { Entries = [Entry(5), Entry(7), Entry(6)] } },
    };

    private static Chunk Sound => new("ingestion", Store, 3, 10, [Entry(4), Entry(7), Entry(7), Entry(10)]);

    [Theory]
    [MemberData(nameof(Malformed))]
    public void A_chunk_that_contradicts_itself_is_told_from_a_sound_one(string because, Chunk chunk)
    {
        Assert.Null(MalformedException.WrongWith(Sound, "ingestion"));
        Assert.Null(MalformedException.WrongWith(Sound with { Sequence = 3, Entries = [] }, "ingestion"));
        Assert.Contains(because, MalformedException.WrongWith(chunk, "ingestion"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_can_never_be_taken_in_goes_aside_holds_nothing_up_and_is_said_even_after_a_restart()
    {
        await using var teller = await TallyService.Start(TallyService.Named("babbler"));
        var hearer = await TallyService.Start(TallyService.Named("critic"), teller);
        await teller.Tell(("kent", 1));
        await hearer.Holds(1);
        var queue = new ServiceName(hearer.Name).Queue(teller.Name);
        await using var connection = await new ConnectionFactory { Uri = new(Servers.RabbitMq) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        var endpoint = await teller.App.Services.GetRequiredService<IBus>().GetSendEndpoint(new Uri($"exchange:{queue}"));

        await Publish("not even JSON");
        await Publish("""{"messageType":["urn:message:Oversight.Contracts.Delivery.V1:Chunk"],"message":{"source":"x","sequence":"many"}}""");
        await Publish("""{"messageType":["urn:message:Somebody.Elses:Message"],"message":{}}""");
        await endpoint.Send(new Chunk(teller.Name, Store, 5, 4, []));
        await teller.Tell(("kent", 2));

        await hearer.Holds(1, 2);
        await Eventually.Get("each to be noted", () => Refused(hearer), refused => refused == "malformed 1, unknown 1, unreadable 2");
        await Eventually.True("each to lie aside", async () => await channel.MessageCountAsync($"{queue}_error") == 3 && await channel.MessageCountAsync($"{queue}_skipped") == 1);
        await hearer.DisposeAsync();

        await using var again = await TallyService.Start(hearer.Name, teller, hearer.Database);
        using var http = new HttpClient { BaseAddress = new(again.Address) };
        var said = await Eventually.Get("readiness to say all three", async () => await http.GetAsync("/health/ready") is { IsSuccessStatusCode: false } answer
            ? await answer.Content.ReadAsStringAsync() : "", said => said.Contains($"It runs from 5 to 4. It lies in {queue}_error.", StringComparison.Ordinal));
        Assert.Contains($"It could not be read and lies in {queue}_error", said, StringComparison.Ordinal);
        Assert.Contains($"It is no chunk and lies in {queue}_skipped.", said, StringComparison.Ordinal);

        // What nobody saw stays: one that came after the list was read, and one of a kind that the list did not have.
        var seen = await http.GetFromJsonAsync<JsonElement>("/internal/v1/refused");
        var refusals = again.App.Services.GetRequiredService<Refusals>();
        await refusals.Note(teller.Name, "unknown", seen[1].GetProperty("because").GetString()!, default);
        await refusals.Note(teller.Name, "another-store", "A stranger.", default);
        Assert.Equal(2, await Forget(seen));
        Assert.Equal("another-store 1, unknown 2", await Refused(again));
        Assert.Equal(2, await Forget(await http.GetFromJsonAsync<JsonElement>("/internal/v1/refused")));
        await Eventually.True("the hearer to be ready", async () => (await http.GetAsync("/health/ready")).IsSuccessStatusCode);

        async Task<int> Forget(JsonElement seen)
        {
            using var forgotten = await http.PostAsJsonAsync("/internal/v1/refused/forget", seen);
            return (await forgotten.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("forgotten").GetInt32();
        }

        async Task Publish(string body) => await channel.BasicPublishAsync(
            "", queue, false, new BasicProperties { ContentType = "application/vnd.masstransit+json" }, Encoding.UTF8.GetBytes(body));
    }

    private static async Task<string> Refused(TallyService service)
    {
        using var http = new HttpClient { BaseAddress = new(service.Address) };
        return string.Join(", ", (await http.GetFromJsonAsync<JsonElement>("/internal/v1/refused")).EnumerateArray()
            .Select(refused => $"{refused.GetProperty("rule").GetString()} {refused.GetProperty("times").GetInt32()}"));
    }

    private static Entry Entry(long sequence) =>
        new(sequence, Guid.CreateVersion7(), "ingestion.body-named.v1", "kent", DateTimeOffset.UnixEpoch, null, JsonSerializer.SerializeToElement(new { }));
}
