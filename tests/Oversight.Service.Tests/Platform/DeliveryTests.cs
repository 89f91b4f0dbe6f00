using System.Net.Http.Json;
using System.Text.Json;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Contracts.Delivery.V1;
using Oversight.Contracts.Ingestion.V1;
using Oversight.Hosting;
using Oversight.Testing;
using RabbitMQ.Client;
using Xunit;

namespace Oversight.Service.Tests.Platform;

public sealed class DeliveryTests
{
    private static readonly int[] Thousand = [.. Enumerable.Range(100, 1000)];

    [Fact]
    public async Task What_one_service_says_reaches_the_other_once_and_in_order()
    {
        await using var teller = await TallyService.Start(TallyService.Named("teller"));
        await using var hearer = await TallyService.Start(TallyService.Named("hearer"), teller);

        foreach (var numbers in Thousand.Chunk(37))
        {
            await teller.Tell([.. numbers.Select(number => ("metropolitan", number))]);
        }

        Assert.Equal(Thousand, await hearer.Arrived("metropolitan", 1000));
    }

    [Fact]
    public async Task What_was_said_before_anybody_listened_is_fetched()
    {
        await using var teller = await TallyService.Start(TallyService.Named("early"));
        await teller.Tell([.. Thousand.Select(number => ("kent", number))]);
        await Eventually.True("the teller to have published", async () => (await teller.Position()).Sequence >= 1000);

        using var fetched = new Fetched(teller.Name);
        await using var hearer = await TallyService.Start(TallyService.Named("late"), teller);

        Assert.Equal(Thousand, await hearer.Arrived("kent", 1000));
        Assert.True(fetched.Times > 0);
    }

    [Fact]
    public async Task A_deleted_queue_loses_nothing()
    {
        await using var teller = await TallyService.Start(TallyService.Named("steady"));
        await using var hearer = await TallyService.Start(TallyService.Named("cutoff"), teller);
        await teller.Tell(("essex", 1));
        await hearer.Arrived("essex", 1);

        var queue = new ServiceName(hearer.Name).Queue(teller.Name);
        await using var connection = await new ConnectionFactory { Uri = new(Servers.RabbitMq) }.CreateConnectionAsync();
        await using (var channel = await connection.CreateChannelAsync())
        {
            await channel.QueueDeleteAsync(queue);
        }

        await teller.Tell([.. Thousand.Select(number => ("essex", number))]);

        Assert.Equal([1, .. Thousand], await hearer.Arrived("essex", 1001));

        // Fetching is the net and not the road: the queue is back, bound and consumed, and what is said next is pushed through it.
        await Eventually.True("the queue to be back with its consumer", async () =>
        {
            await using var channel = await connection.CreateChannelAsync();
            return await channel.ConsumerCountAsync(queue) == 1;
        });
        await Eventually.True("the hearer to be level", async () => await hearer.App.Services.GetRequiredService<IInbox>().Watermark(default) is { Sequence: 1001 });
        using var fetched = new Fetched(teller.Name);
        for (var number = 2; number < 7; number++)
        {
            await teller.Tell(("essex", number));
            await hearer.Arrived("essex", 1000 + number);
        }

        // One may be fetched by a look that comes just between saying and hearing.
        Assert.InRange(fetched.Times, 0, 1);
    }

    [Fact]
    public async Task No_return_to_the_queue_is_one_too_many()
    {
        await using var teller = await TallyService.Start(TallyService.Named("patient"));
        var hearer = await TallyService.Start(TallyService.Named("forgetful"), teller);
        await hearer.Ready();
        await hearer.DisposeAsync();
        var queue = new ServiceName(hearer.Name).Queue(teller.Name);
        await using var connection = await new ConnectionFactory { Uri = new(Servers.RabbitMq) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        await channel.BasicPublishAsync("", queue, false, new BasicProperties(), "again"u8.ToArray());
        for (var returned = 0; returned < 30; returned++)
        {
            var message = await Eventually.Get("the message to come again", () => channel.BasicGetAsync(queue, autoAck: false), message => message is not null);
            await channel.BasicNackAsync(message!.DeliveryTag, multiple: false, requeue: true);
        }

        // A queue is declared again only with the arguments that it has: RabbitMQ 3 has no limit to be seen otherwise.
        await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false,
            new Dictionary<string, object?> { ["x-queue-type"] = "quorum", ["x-delivery-limit"] = BusHost.DeliveryLimit });
    }

    [Fact]
    public async Task A_source_that_takes_the_question_and_never_answers_is_said_and_holds_nothing_up()
    {
        await using var teller = await TallyService.Start(TallyService.Named("mute"));
        await using var front = new Front(new(teller.Address));
        await using var hearer = await TallyService.Start(TallyService.Named("waiting"), teller, at: front.Address);
        await teller.Tell(("kent", 1));
        await hearer.Arrived("kent", 1);
        await hearer.Ready();

        front.Hangs = true;
        using var http = new HttpClient { BaseAddress = new(hearer.Address) };
        await Eventually.Get("readiness to say so", () => http.GetStringAsync("/health/ready"), said => said.Contains($"inbox {teller.Name}: The request was canceled", StringComparison.Ordinal));
        await teller.Tell(("kent", 2));
        Assert.Equal([1, 2], await hearer.Arrived("kent", 2));
        await Eventually.True("a source that says nothing for long to be no longer excused", async () => !(await http.GetAsync("/health/ready")).IsSuccessStatusCode, 60);

        front.Hangs = false;
        await hearer.Ready();
    }

    [Fact]
    public async Task A_deleted_exchange_is_noticed_and_declared_anew()
    {
        await using var teller = await TallyService.Start(TallyService.Named("loud"));
        await using var hearer = await TallyService.Start(TallyService.Named("deaf"), teller);
        await Task.WhenAll(teller.Ready(), hearer.Ready());
        await teller.Tell(("devon", 0));
        await hearer.Arrived("devon", 1);
        await using (var connection = await new ConnectionFactory { Uri = new(Servers.RabbitMq) }.CreateConnectionAsync())
        await using (var channel = await connection.CreateChannelAsync())
        {
            await channel.ExchangeDeleteAsync(new ServiceName(teller.Name).Exchange(teller.Name));
        }

        var said = 0;
        using var fetched = new Fetched(teller.Name);
        await Eventually.True("what is said into the void to be fetched again and again", () => Say(() => fetched.Times >= 3));
        await Eventually.True("what is said to arrive by itself again", async () =>
        {
            var before = fetched.Times;
            return await Say(() => true) && await Say(() => true) && await Say(() => fetched.Times == before);
        });
        Assert.Equal(Enumerable.Range(0, said + 1).Select(number => number < 13 ? number : number + 1), await hearer.Arrived("devon", said + 1));
        await hearer.Ready();

        async Task<bool> Say(Func<bool> enough)
        {
            await teller.Tell(("devon", ++said < 13 ? said : said + 1));
            await hearer.Arrived("devon", said + 1);
            return enough();
        }
    }

    [Fact]
    public async Task A_queue_that_does_not_let_go_of_what_it_has_in_hand_is_said_and_declared_anew_once_it_does()
    {
        using var inHand = new ManualResetEventSlim();
        using var letGo = new ManualResetEventSlim();
        await using var teller = await TallyService.Start(TallyService.Named("hasty"));
        await using var hearer = await TallyService.Start(TallyService.Named("busy"), teller, hearing: () =>
        {
            inHand.Set();
            letGo.Wait();
        });
        await Task.WhenAll(teller.Ready(), hearer.Ready());
        var queues = hearer.App.Services.GetRequiredService<BusHost>();
        try
        {
            await teller.Tell(("devon", 1));
            await Eventually.True("a chunk to be in hand", () => Task.FromResult(inHand.IsSet));
            await FetchThrice().WaitAsync(TimeSpan.FromMinutes(1));
            Assert.Contains("its queue cannot be declared anew: it does not let go", queues.Silence(teller.Name), StringComparison.Ordinal);
        }
        finally
        {
            letGo.Set();
        }

        await hearer.Arrived("devon", 1);
        await FetchThrice();
        Assert.DoesNotContain("declared anew", queues.Silence(teller.Name) ?? "", StringComparison.Ordinal);
        await teller.Tell(("devon", 2));
        Assert.Equal([1, 2], await hearer.Arrived("devon", 2));
        await hearer.Ready();

        async Task FetchThrice()
        {
            for (var times = 0; times < 3; times++)
            {
                await queues.HadToFetch(hearer.Inbox, default);
            }
        }
    }

    [Fact]
    public async Task Over_the_in_memory_transport_too()
    {
        var memory = Bus.Factory.CreateUsingInMemory(_ => { });
        await using var teller = await TallyService.Start(TallyService.Named("near"), memory: memory);
        await using var hearer = await TallyService.Start(TallyService.Named("nearby"), teller, memory: memory);

        foreach (var numbers in Thousand.Chunk(100))
        {
            await teller.Tell([.. numbers.Select(number => ("dorset", number))]);
        }

        Assert.Equal(Thousand, await hearer.Arrived("dorset", 1000));
    }

    [Fact]
    public async Task A_chunk_told_twice_or_too_early_or_half_new_changes_what_it_must_and_no_more()
    {
        await using var teller = await TallyService.Start(TallyService.Named("careful"));
        await using var hearer = await TallyService.Start(TallyService.Named("watchful"), teller);
        await teller.Tell([.. Thousand.Take(10).Select(number => ("kent", number))]);
        await hearer.Arrived("kent", 10);
        var inbox = hearer.App.Services.GetRequiredService<IInbox>();
        using var http = new HttpClient { BaseAddress = new(teller.Address) };
        var said = (await http.GetFromJsonAsync<Chunk>("/internal/v1/chunks?after=0", ContractTypes.Json))!;
        Assert.Equal(10, said.Entries.Count);

        Assert.Equal(10, await inbox.Receive(said, default));
        Assert.Equal(10, await inbox.Receive(said with { PreviousSequence = 12, Sequence = 20 }, default));
        var eleventh = said.Entries[^1] with { Sequence = 11, Data = JsonSerializer.SerializeToElement(
            said.Entries[^1].Data.Deserialize<TimelineEntryReported>(ContractTypes.Json)! with { Summary = "7" }, ContractTypes.Json) };
        Assert.Equal(11, await inbox.Receive(said with { Sequence = 11, Entries = [.. said.Entries, eleventh] }, default));

        Assert.Equal([.. Thousand.Take(10), 7], await hearer.Arrived("kent", 11));
    }
}
