using Oversight.EndToEnd.Tests.Running;
using Oversight.Testing;
using RabbitMQ.Client;
using Xunit;

namespace Oversight.EndToEnd.Tests;

/// <summary>Whatever is killed while 5,000 rows are on their way: nothing lost, nothing doubled, nothing out of order, and nothing green that is not.</summary>
/// <remarks>The fixture has seen the checker find what was planted before any of this runs.</remarks>
public sealed class KillTests(UnderFire run) : IClassFixture<UnderFire>
{
    private const int Rows = 5_000, UnderWay = 300;

    private static readonly string[] AllServices = [.. SystemUnderTest.Services, "gateway"];

    [Theory]
    [InlineData("ingestion", "ingestion")]
    [InlineData("grading", "grading")]
    [InlineData("monitoring", "monitoring")]
    [InlineData("rabbitmq", "grading")]
    [InlineData("postgres", "ingestion")]
    public async Task Killed_during_an_import(string victim, string atWork)
    {
        var import = await KillAtWork(victim, atWork);
        await Heal(victim);
        await Recovered(import, atWork);
    }

    [Fact]
    public async Task PostgreSQL_gone_for_thirty_seconds()
    {
        await using var watch = new ReadinessWatch(run.System, AllServices);
        var import = await KillAtWork("postgres", "ingestion");
        var gone = watch.Now;
        await Task.Delay(TimeSpan.FromSeconds(30));
        var back = watch.Now;
        await Heal("postgres");

        foreach (var service in AllServices)
        {
            var during = watch.Of(service).Where(seen => seen.At > gone + TimeSpan.FromSeconds(10) && seen.At < back).ToArray();
            Assert.NotEmpty(during);
            Assert.Empty(during.Where(seen => seen.Code != 503).Take(2));
        }

        await Recovered(import, "ingestion");
    }

    [Fact]
    public async Task RabbitMQ_gone_for_thirty_seconds()
    {
        await using var watch = new ReadinessWatch(run.System, SystemUnderTest.Services);
        var import = await KillAtWork("rabbitmq", "grading");
        var gone = watch.Now;
        await Task.Delay(TimeSpan.FromSeconds(30));
        var back = watch.Now;
        await Heal("rabbitmq");

        foreach (var service in SystemUnderTest.Services)
        {
            var during = watch.Of(service).Where(seen => seen.At > gone + TimeSpan.FromSeconds(5) && seen.At < back).ToArray();
            Assert.NotEmpty(during);
            Assert.Empty(during.Where(seen => seen.SaysAllIsWell).Take(2));
        }

        await Recovered(import, "grading");
    }

    [Fact]
    public async Task A_queue_deleted_during_an_import()
    {
        var import = await UnderWayAt("grading");
        await using var connection = await new ConnectionFactory { Uri = new(run.System.RabbitMq) }.CreateConnectionAsync();
        await using (var channel = await connection.CreateChannelAsync())
        {
            await channel.QueueDeleteAsync("oversight.grading.from-ingestion");
        }

        await Recovered(import with { AtTheFault = await run.Head("grading") }, "grading");

        await Eventually.True("the queue to be back with its consumer", async () =>
        {
            await using var channel = await connection.CreateChannelAsync();
            return await channel.ConsumerCountAsync("oversight.grading.from-ingestion") == 1;
        });
    }

    // Work is under way at a service once its store has grown by some of the rows, and was under way when it grows again after the mend.
    private async Task<Flight> UnderWayAt(string service)
    {
        var before = await run.Head(service);
        var sent = run.Import(Rows);
        while (await run.Head(service) < before + UnderWay)
        {
            await Task.Delay(10);
            if (sent.IsFaulted)
            {
                await sent;
            }
        }

        return new(sent, before, 0);
    }

    private async Task<Flight> KillAtWork(string victim, string atWork)
    {
        var pid = (await run.System.Processes())[victim];
        var flight = await UnderWayAt(atWork);
        var seen = await run.Head(atWork);
        await SystemUnderTest.Kill(pid);
        return flight with { AtTheFault = victim == "postgres" ? seen : await run.Head(atWork) };
    }

    private Task Heal(string victim) => victim is "postgres" or "rabbitmq" ? run.System.ServersUp() : run.System.Up("--no-import");

    private async Task Recovered(Flight flight, string atWork)
    {
        await flight.Sent.WaitAsync(TimeSpan.FromMinutes(2));
        await run.Drained();
        var after = await run.Head(atWork);
        Assert.True(flight.Before < flight.AtTheFault && flight.AtTheFault < after,
            $"Nothing was under way at {atWork}: it stood at {flight.Before} before, at {flight.AtTheFault} when it happened, and at {after} afterwards.");

        await Eventually.True("every service to be ready again", async () =>
            await Task.WhenAll(AllServices.Select(async service => (await run.System.Http.GetAsync(new Uri(run.System.Address(service), "/health/ready"))).IsSuccessStatusCode)) is var ready
                && ready.All(yes => yes), 60);
        await run.NothingIsWrong();
    }

    private sealed record Flight(Task Sent, long Before, long AtTheFault);
}
