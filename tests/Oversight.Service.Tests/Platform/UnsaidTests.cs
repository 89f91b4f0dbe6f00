using System.Net.Http.Json;
using System.Text.Json;
using Oversight.Contracts.Delivery.V1;
using Oversight.Hosting;
using Oversight.Testing;
using RabbitMQ.Client;
using Xunit;

namespace Oversight.Service.Tests.Platform;

/// <summary>What becomes public never is not read by those who tell others, and leaves no gap.</summary>
public sealed class UnsaidTests
{
    [Fact]
    public async Task The_chain_of_chunks_holds_over_what_is_not_said()
    {
        await using var teller = await TallyService.Start(TallyService.Named("discreet"));
        await using var connection = await new ConnectionFactory { Uri = new(Servers.RabbitMq) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        var exchange = new ServiceName(teller.Name).Exchange(teller.Name);
        await channel.ExchangeDeclareAsync(exchange, ExchangeType.Fanout, durable: true);
        var queue = (await channel.QueueDeclareAsync()).QueueName;
        await channel.QueueBindAsync(queue, exchange, "");

        var chunks = new List<(long Previous, long Last, int Entries)>();
        await Mutter(2);
        await Published(upTo: 2);
        await teller.Tell(("kent", 1));
        await Mutter(3);
        await teller.Tell(("kent", 2));
        await Mutter(1);
        await Published(upTo: 8);

        Assert.Equal(0, chunks[0].Previous);
        Assert.All(chunks.Zip(chunks.Skip(1)), pair => Assert.Equal(pair.First.Last, pair.Second.Previous));
        Assert.Equal(2, chunks.Sum(chunk => chunk.Entries));
        Assert.Equal("0-8 of 2", await Fetched(0, 1_000));
        Assert.Equal("0-3 of 1", await Fetched(0, 1));
        Assert.Equal("3-7 of 1", await Fetched(3, 1));
        Assert.Equal("7-8 of 0", await Fetched(7, 1));

        async Task Mutter(int times)
        {
            await using var session = teller.Store.LightweightSession();
            session.Events.Append("aside", Enumerable.Repeat(new TallyEvent.Muttered(), times));
            await session.SaveChangesAsync();
        }

        Task Published(long upTo) => Eventually.True($"chunks up to {upTo}", async () =>
        {
            while (await channel.BasicGetAsync(queue, autoAck: true) is { } got)
            {
                var message = JsonSerializer.Deserialize<JsonElement>(got.Body.Span).GetProperty("message");
                chunks.Add((message.GetProperty("previousSequence").GetInt64(), message.GetProperty("sequence").GetInt64(), message.GetProperty("entries").GetArrayLength()));
            }

            return chunks is [.., var (_, last, _)] && last >= upTo;
        });

        async Task<string> Fetched(long after, int limit)
        {
            using var http = new HttpClient();
            var chunk = (await http.GetFromJsonAsync<Chunk>($"{teller.Address}/internal/v1/chunks?after={after}&limit={limit}", ContractTypes.Json))!;
            return $"{chunk.PreviousSequence}-{chunk.Sequence} of {chunk.Entries.Count}";
        }
    }
}
