using Oversight.EndToEnd.Tests.Checking;
using Oversight.Testing;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

[assembly: Parallelization(Mode = ParallelMode.None)]

namespace Oversight.EndToEnd.Tests.Running;

/// <summary>One running system whose parts are killed one test after the other, each during an import of its own.</summary>
public sealed class UnderFire : IAsyncLifetime
{
    private static readonly string[] Registers = ["forces.csv", "fire-services.csv", "body-names.csv"];

    private readonly List<string> _accepted = [];
    private int _imports;

    internal SystemUnderTest System { get; private set; } = null!;

    /// <summary>What every row that was ever accepted cites, in order.</summary>
    internal IReadOnlyList<string> Accepted => _accepted;

    public async ValueTask InitializeAsync()
    {
        System = await SystemUnderTest.Start("under-fire", null, "--no-import");
        foreach (var register in Registers)
        {
            await PatientClient.Send(System.Http, register, (await File.ReadAllTextAsync(Path.Combine(Repository.Root, "data", register))).ReplaceLineEndings("\n"));
        }

        await Import(600);
        await Drained();
        await CheckerProof.Prove(this);
    }

    public async ValueTask DisposeAsync()
    {
        if (System is not null)
        {
            await System.DisposeAsync();
        }
    }

    /// <summary>Sends rows that nobody has sent before.</summary>
    /// <returns>How often a file had to be sent.</returns>
    internal async Task<int> Import(int rows)
    {
        var (record, sent) = (GeneratedRecord.Of(++_imports, rows), 0);
        _accepted.AddRange(record.Cited);
        foreach (var (name, csv) in record.Files)
        {
            sent += await PatientClient.Send(System.Http, name, csv);
        }

        return sent;
    }

    /// <summary>Waits until every service has taken in, projected and passed on all there is.</summary>
    internal Task Drained(int seconds = 120) => Eventually.Get("everything to drain", async () =>
    {
        var stores = new Dictionary<string, Dictionary<string, long>>();
        foreach (var service in SystemUnderTest.Services)
        {
            stores[service] = await Positions(service);
        }

        // A service that has not begun yet has no position to be read, and is behind all the same.
        var inboxes = Link.All.Select(link => (link.Consumer, What: $"inbox {link.Source}", Of: stores[link.Source]["head"]));
        var shards = stores.SelectMany(store => store.Value.Keys.Append("relay:All").Where(name => name.EndsWith(":All", StringComparison.Ordinal)).Distinct()
            .Select(shard => (Consumer: store.Key, What: shard, Of: store.Value["head"])));
        return string.Join("; ", inboxes.Concat(shards)
            .Select(place => (place, at: stores[place.Consumer].GetValueOrDefault(place.What)))
            .Where(place => place.at != place.place.Of)
            .Select(place => $"{place.place.What} at {place.place.Consumer} stands at {place.at} of {place.place.Of}"));
    }, behind => behind == "", seconds);

    /// <summary>How many positions a service's store has used.</summary>
    internal async Task<long> Head(string service)
    {
        await using var command = System.Store(service).CreateCommand("select coalesce(max(seq_id), 0) from oversight.mt_events");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Fails with every finding unless the stores are as they must be and the views are what a rebuild makes of them.</summary>
    internal async Task NothingIsWrong()
    {
        Assert.Empty(Checker.Check(Accepted, await System.Histories()));

        // Views are rebuilt in place, where a running service would take part.
        await System.Stop(SystemUnderTest.Services);
        var findings = new List<Finding>();
        foreach (var service in SystemUnderTest.Services)
        {
            var live = await Histories.Documents(System.Store(service));
            await Rebuild.Views(service, System.Connection($"oversight_{service}"));
            findings.AddRange(Checker.CheckViews(service, live, await Histories.Documents(System.Store(service))));
        }

        await System.Up("--no-import");
        Assert.Empty(findings);
    }

    private async Task<Dictionary<string, long>> Positions(string service)
    {
        var positions = new Dictionary<string, long>();
        await using var command = System.Store(service).CreateCommand(
            """
            select 'head', coalesce(max(seq_id), 0) from oversight.mt_events
            union all select name, last_seq_id from oversight.mt_event_progression where name not like 'HighWater%'
            union all select 'inbox ' || id, (data ->> 'sequence')::bigint from oversight.mt_doc_watermark
            """);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            positions.Add(reader.GetString(0), reader.GetInt64(1));
        }

        return positions;
    }
}
