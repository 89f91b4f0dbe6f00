using Oversight.EndToEnd.Tests.Running;
using Oversight.Testing;

namespace Oversight.EndToEnd.Tests.Checking;

/// <summary>Before the checker is believed it has to find what is planted in copies of real stores, and nothing in the stores themselves.</summary>
internal static class CheckerProof
{
    /// <summary>What is planted, and which findings must come of it.</summary>
    public static readonly IReadOnlyList<Plant> Plants =
    [
        new("a lost event", "grading", Fault.Lost,
            "delete from oversight.mt_events where seq_id = (select seq_id from oversight.mt_events order by seq_id offset 100 limit 1)"),
        new("a lost event, with the numbers closed up behind it", "monitoring", Fault.Lost,
            """
            with lost as (delete from oversight.mt_events where seq_id = (select max(seq_id) from oversight.mt_events where type = 'monitoring.grade-noted.v1' and version > 5) returning stream_id, version),
            closed as (update oversight.mt_streams set version = mt_streams.version - 1 from lost where id = lost.stream_id)
            update oversight.mt_events set version = -(mt_events.version - 1) from lost where mt_events.stream_id = lost.stream_id and mt_events.version > lost.version;
            update oversight.mt_events set version = -version where version < 0
            """),
        new("a row that was accepted and never stored", "ingestion", Fault.Lost,
            "delete from oversight.mt_events where seq_id = (select max(seq_id) from oversight.mt_events where type = 'ingestion.recording-audit-claimed.v1')"),
        new("a duplicate", "grading", Fault.Doubled, Doubled("grading")),
        new("a duplicate", "monitoring", Fault.Doubled, Doubled("monitoring.grade-noted")),
        new("a claim kept twice", "ingestion", Fault.Doubled, Doubled("ingestion.grade-claimed")),
        new("a swap", "grading", Fault.OutOfOrder, Swapped("grading")),
        new("a swap", "monitoring", Fault.OutOfOrder, Swapped("monitoring.grade-noted")),
        new("a swap", "ingestion", Fault.OutOfOrder, Swapped("ingestion.grade-claimed")),
    ];

    /// <summary>Throws unless every plant is found by its name and the real stores are clean.</summary>
    public static async Task Prove(UnderFire run)
    {
        Clean(Checker.Check(run.Accepted, await run.System.Histories()), "the stores of a run without any fault");
        await run.System.Stop(SystemUnderTest.Services);
        foreach (var plant in Plants)
        {
            var findings = Checker.Check(run.Accepted, await WithPlanted(run.System, plant));
            if (!findings.Any(finding => finding.Fault == plant.Fault && finding.Service == plant.Service))
            {
                throw new InvalidOperationException($"The checker did not find {plant.What} at {plant.Service}; it found: {string.Join("; ", findings)}");
            }
        }

        await run.System.Up("--no-import");
    }

    private static async Task<IReadOnlyCollection<StoreHistory>> WithPlanted(SystemUnderTest system, Plant plant)
    {
        // A database is copied only while nobody is connected to it.
        await Eventually.True($"the store of {plant.Service} to be copied", async () =>
        {
            system.ForgetConnections();
            await Run(system, "postgres", $"create database planted template oversight_{plant.Service}");
            return true;
        });
        try
        {
            await Run(system, "planted", plant.Sql);
            return await Task.WhenAll(SystemUnderTest.Services.Select(service =>
                Histories.Read(service, service == plant.Service ? system.Database("planted") : system.Store(service))));
        }
        finally
        {
            system.ForgetConnections();
            await Run(system, "postgres", "drop database planted with (force)");
        }
    }

    private static async Task Run(SystemUnderTest system, string database, string sql)
    {
        await using var command = system.Database(database).CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static void Clean(IReadOnlyList<Finding> findings, string what)
    {
        if (findings.Count > 0)
        {
            throw new InvalidOperationException($"The checker finds in {what}: {string.Join("; ", findings.Take(20))}");
        }
    }

    // A copy at the end of its stream, as a consumer without a memory would append it.
    private static string Doubled(string type) =>
        $$"""
        create temp table copied as select * from oversight.mt_events where type like '{{type}}%' order by seq_id offset 50 limit 1;
        update oversight.mt_streams set version = version + 1 where id = (select stream_id from copied);
        update copied set id = gen_random_uuid(), seq_id = nextval('oversight.mt_events_sequence'), version = (select version from oversight.mt_streams where id = stream_id);
        insert into oversight.mt_events select * from copied;
        """;

    // Two neighbours in one stream change what they say, and every number stays where it was.
    private static string Swapped(string type) =>
        $$"""
        create temp table pair as
          select a.seq_id as one, b.seq_id as other, a.data as said_first, b.data as said_next
          from oversight.mt_events a join oversight.mt_events b on b.stream_id = a.stream_id and b.version = a.version + 1 and b.type = a.type
          where a.type like '{{type}}%' order by a.seq_id limit 1;
        update oversight.mt_events set data = case seq_id when one then said_next else said_first end from pair where seq_id in (one, other);
        """;

    internal sealed record Plant(string What, string Service, Fault Fault, string Sql);
}
