using System.Net.Http.Json;
using System.Text.Json;
using Marten;
using Oversight.Contracts.Delivery.V1;
using Oversight.Contracts.Ingestion.V1;
using Oversight.Hosting;
using Oversight.Testing;
using Xunit;

namespace Oversight.Service.Tests.Platform;

/// <summary>What cannot be taken in waits, in order, and with it what comes after it about the same body.</summary>
public sealed class ParkedTests
{
    [Fact]
    public async Task What_is_parked_goes_on_after_a_mend()
    {
        await using var teller = await TallyService.Start(TallyService.Named("slip"));
        await using var hearer = await TallyService.Start(TallyService.Named("mender"), teller);
        await using (var session = teller.Store.LightweightSession())
        {
            session.Events.Append("kent", new TallyEvent.Noted("kent", 13), new TallyEvent.Noted("kent", 14));
            await session.SaveChangesAsync();
        }

        using var http = new HttpClient { BaseAddress = new(hearer.Address) };
        await Eventually.True("both to be parked", async () => (await http.GetFromJsonAsync<JsonElement>("/internal/v1/parked")).GetArrayLength() == 2);
        await using (var session = hearer.Store.LightweightSession())
        {
            var first = (await session.Query<Parked>().OrderBy(parked => parked.Id).ToListAsync())[0];
            session.Store(first with { Data = first.Data.Replace("\"13\"", "\"12\"", StringComparison.Ordinal) });
            await session.SaveChangesAsync();
        }

        using var answer = await http.PostAsync("/internal/v1/parked/retry", null);

        Assert.Equal(2, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("released").GetInt32());
        Assert.Equal([12, 14], await hearer.Arrived("kent", 2));
    }

    [Fact]
    public async Task What_one_event_said_is_tried_again_in_the_order_in_which_it_was_said()
    {
        await using var teller = await TallyService.Start(TallyService.Named("verbose"));
        await using var hearer = await TallyService.Start(TallyService.Named("orderly"), teller);
        await teller.Tell(("kent", 1));
        await hearer.Arrived("kent", 1);
        using var http = new HttpClient { BaseAddress = new(teller.Address) };
        var said = (await http.GetFromJsonAsync<Chunk>("/internal/v1/chunks?after=0", ContractTypes.Json))!;
        await hearer.Inbox.Receive(said with { PreviousSequence = 1, Sequence = 2, Entries = [Said("f", 13), Said("c", 14), Said("7", 15), Said("0", 16)] }, default);

        await using (var session = hearer.Store.LightweightSession())
        {
            var first = await session.Query<Parked>().SingleAsync(parked => parked.Rule != Parked.Behind);
            session.Store(first with { Data = first.Data.Replace("\"13\"", "\"12\"", StringComparison.Ordinal) });
            await session.SaveChangesAsync();
        }

        Assert.Equal(4, await hearer.Inbox.RetryParked(default));
        Assert.Equal([1, 12, 14, 15, 16], await hearer.Arrived("kent", 5));

        Entry Said(string digit, int number) => said.Entries[0] with
        {
            Sequence = 2,
            Id = Guid.Parse($"{digit}0000000-0000-4000-8000-000000000000"),
            Data = JsonSerializer.SerializeToElement(
                said.Entries[0].Data.Deserialize<TimelineEntryReported>(ContractTypes.Json)! with { Summary = $"{number}" }, ContractTypes.Json),
        };
    }

    [Fact]
    public async Task What_cannot_be_taken_in_is_parked_stops_its_body_alone_and_is_seen()
    {
        await using var teller = await TallyService.Start(TallyService.Named("jinx"));
        await using var hearer = await TallyService.Start(TallyService.Named("wary"), teller);
        using var http = new HttpClient { BaseAddress = new(hearer.Address) };
        await Eventually.True("the hearer to be ready", async () => (await http.GetAsync("/health/ready")).IsSuccessStatusCode);

        // The teller's own rule forbids thirteen too, so it is slipped in as it would be by a teller with another rule.
        await using (var session = teller.Store.LightweightSession())
        {
            session.Events.Append("surrey", new TallyEvent.Noted("surrey", 12), new TallyEvent.Noted("surrey", 13), new TallyEvent.Noted("surrey", 14));
            session.Events.Append("sussex", new TallyEvent.Noted("sussex", 15));
            await session.SaveChangesAsync();
        }

        Assert.Equal([15], await hearer.Arrived("sussex", 1));
        Assert.Equal([12], await hearer.Numbers("surrey"));
        var parked = await http.GetFromJsonAsync<JsonElement>("/internal/v1/parked");
        Assert.Equal(["tally.unlucky", "held-behind"], parked.EnumerateArray().Select(held => held.GetProperty("rule").GetString()));
        Assert.False((await http.GetAsync("/health/ready")).IsSuccessStatusCode);
        Assert.True((await http.GetAsync("/health/started")).IsSuccessStatusCode);

        await teller.Tell(("surrey", 16));
        await Eventually.True("the next word on Surrey to wait too", async () =>
            (await http.GetFromJsonAsync<JsonElement>("/internal/v1/parked")).GetArrayLength() == 3);
    }
}
