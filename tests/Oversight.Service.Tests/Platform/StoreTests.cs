using System.Net.Http.Json;
using System.Text.Json;
using Npgsql;
using Oversight.Testing;
using Xunit;

namespace Oversight.Service.Tests.Platform;

/// <summary>Positions of one store mean nothing in another, so what one store said is never mixed with what another says.</summary>
public sealed class StoreTests
{
    [Fact]
    public async Task What_another_store_says_over_the_same_broker_is_refused_and_said_so()
    {
        await using var teller = await TallyService.Start(TallyService.Named("own"));
        await using var hearer = await TallyService.Start(TallyService.Named("choosy"), teller);
        await teller.Tell(("kent", 1), ("kent", 2));
        await hearer.Holds(1, 2);

        // Another clone on the same broker: its service has the same name, and a store of its own.
        await using var stranger = await TallyService.Start(teller.Name);
        await stranger.Tell(("kent", 50), ("kent", 51), ("kent", 52));

        using var http = new HttpClient { BaseAddress = new(hearer.Address) };
        var said = await Unready(hearer, "were refused");
        Assert.Contains($"{hearer.Name} has taken in store {(await teller.Position()).Store} of {teller.Name}; store {(await stranger.Position()).Store} speaks now.", said, StringComparison.Ordinal);
        await teller.Tell(("kent", 3), ("kent", 4), ("kent", 5));
        await hearer.Holds(1, 2, 3, 4, 5);

        using var forgotten = await http.PostAsJsonAsync("/internal/v1/refused/forget", await http.GetFromJsonAsync<JsonElement>("/internal/v1/refused"));
        Assert.True((await forgotten.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("forgotten").GetInt32() > 0);
        await Eventually.True("the hearer to be ready once somebody has looked", async () => (await http.GetAsync("/health/ready")).IsSuccessStatusCode);
    }

    [Fact]
    public async Task Two_systems_of_different_names_share_a_broker_and_never_meet()
    {
        await using var teller = await TallyService.Start(TallyService.Named("here"), instance: "one");
        await using var stranger = await TallyService.Start(teller.Name, instance: "two");
        await using var hearer = await TallyService.Start(TallyService.Named("hereby"), teller, instance: "one");
        await using var another = await TallyService.Start(hearer.Name, stranger, instance: "two");
        await teller.Tell(("kent", 1));
        await stranger.Tell(("kent", 50));
        await hearer.Holds(1);
        await another.Holds(50);
        await teller.Tell(("kent", 2));
        await stranger.Tell(("kent", 51));
        await hearer.Holds(1, 2);
        await another.Holds(50, 51);

        foreach (var service in new[] { hearer, another })
        {
            using var http = new HttpClient { BaseAddress = new(service.Address) };
            Assert.Equal("[]", await http.GetStringAsync("/internal/v1/refused"));
        }
    }

    [Fact]
    public async Task A_first_word_from_the_broker_is_believed_only_when_the_source_itself_says_it()
    {
        await using var teller = await TallyService.Start(TallyService.Named("true"));
        await using var stranger = await TallyService.Start(teller.Name);
        await using var hearer = await TallyService.Start(TallyService.Named("fresh"), teller);
        await stranger.Tell(("kent", 50));
        await teller.Tell(("kent", 1), ("kent", 2));

        await hearer.Holds(1, 2);
        Assert.Equal((await teller.Position()).Store, (await hearer.Inbox.Watermark(default)).Store);
    }

    [Fact]
    public async Task What_a_store_put_back_under_a_running_service_has_lost_is_decided_anew()
    {
        await using var service = await TallyService.Start(TallyService.Named("rewound"));
        (string, int)[] notes = [.. Enumerable.Range(1, 10).Select(number => ("kent", number))];
        await service.Tell(notes);
        await using var postgres = NpgsqlDataSource.Create(service.Database);
        Assert.Equal(10L, await Scalar("select count(*) from oversight.mt_events"));

        await Scalar("with gone as (delete from oversight.mt_events where version > 3) update oversight.mt_streams set version = 3");
        await service.Tell(notes[3..]);

        Assert.Equal(10L, await Scalar("select count(distinct version) from oversight.mt_events"));

        async Task<object?> Scalar(string statement)
        {
            await using var command = postgres.CreateCommand(statement);
            return await command.ExecuteScalarAsync();
        }
    }

    [Fact]
    public async Task A_source_with_another_store_is_not_fetched_from_and_said_until_the_right_one_is_back()
    {
        await using var teller = await TallyService.Start(TallyService.Named("former"));
        await using var successor = await TallyService.Start(teller.Name, instance: "elsewhere");
        var hearer = await TallyService.Start(TallyService.Named("loyal"), teller);
        await teller.Tell(("kent", 1), ("kent", 2));
        await successor.Tell(("kent", 50), ("kent", 51), ("kent", 52));
        await hearer.Holds(1, 2);
        await hearer.DisposeAsync();

        await using (var astray = await TallyService.Start(hearer.Name, teller, hearer.Database, at: successor.Address))
        {
            var said = await Unready(astray, "speaks now");
            Assert.Contains($"store {(await teller.Position()).Store} of {teller.Name}; store {(await successor.Position()).Store} speaks now.", said, StringComparison.Ordinal);
            Assert.Equal([1, 2], await astray.Numbers("kent"));
        }

        await using var back = await TallyService.Start(hearer.Name, teller, hearer.Database);
        await teller.Tell(("kent", 3));
        await back.Holds(1, 2, 3);
        using var http = new HttpClient { BaseAddress = new(back.Address) };
        await Eventually.True("the hearer to be ready", async () => (await http.GetAsync("/health/ready")).IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_wrong_address_is_told_from_a_wrong_store()
    {
        await using var teller = await TallyService.Start(TallyService.Named("meant"));
        await using var another = await TallyService.Start(TallyService.Named("reached"));
        await using var hearer = await TallyService.Start(TallyService.Named("lost"), teller, at: another.Address);
        await another.Tell(("kent", 50));

        using var http = new HttpClient { BaseAddress = new(hearer.Address) };
        await Eventually.Get("readiness to say so", async () => await (await http.GetAsync("/health/ready")).Content.ReadAsStringAsync(),
            said => said.Contains($"{another.Address} is the address of {another.Name}, not of {teller.Name}.", StringComparison.Ordinal));
        Assert.Null((await hearer.Inbox.Watermark(default)).Store);
    }

    [Fact]
    public async Task A_source_put_back_to_an_older_backup_is_noticed_before_and_after_it_overtakes_what_was_heard()
    {
        var teller = await TallyService.Start(TallyService.Named("restored"));
        await teller.Tell(("kent", 1));
        await teller.DisposeAsync();
        var backup = await Servers.Copy(teller.Database);

        teller = await TallyService.Start(teller.Name, database: teller.Database);
        var hearer = await TallyService.Start(TallyService.Named("mindful"), teller);
        await teller.Tell(("kent", 2), ("kent", 3));
        await hearer.Holds(1, 2, 3);
        await hearer.DisposeAsync();
        await teller.DisposeAsync();

        await using var older = await TallyService.Start(teller.Name, database: backup);
        await using (var astray = await TallyService.Start(hearer.Name, older, hearer.Database))
        {
            var said = await Unready(astray, "not the store that it was");
            Assert.Contains($"{teller.Name} stands at 1 and no longer holds what {hearer.Name} heard of it up to 3", said, StringComparison.Ordinal);
        }

        await older.Tell(("kent", 50), ("kent", 51), ("kent", 52));
        await using var later = await TallyService.Start(hearer.Name, older, hearer.Database);
        await Unready(later, "not the store that it was");
        await older.Tell(("kent", 53));
        await Unready(later, "were refused");
        Assert.Equal([1, 2, 3], await later.Numbers("kent"));
    }

    private static async Task<string> Unready(TallyService service, string because)
    {
        using var http = new HttpClient { BaseAddress = new(service.Address) };
        return await Eventually.Get($"{service.Name} not to be ready", async () => await http.GetAsync("/health/ready") is { IsSuccessStatusCode: false } answer
            ? await answer.Content.ReadAsStringAsync() : "", said => said.Contains(because, StringComparison.Ordinal));
    }
}
