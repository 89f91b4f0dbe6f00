using Marten;
using Npgsql;
using Oversight.Grading;
using Oversight.Hosting;
using Oversight.Monitoring;
using Oversight.Monitoring.Bodies;
using System.Diagnostics;

namespace Oversight.Bench.Parts;

/// <summary>(d) One body read as of a day over HTTP, by how much is known about it: at Monitoring, and as the whole page that the gateway puts together.</summary>
internal static class BodyRead
{
    private const int WarmUps = 200, Reads = 300, Rounds = 5;

    private static readonly int[] Lengths = [10, 1_000, 10_000];

    public static async Task Measure(Arguments arguments, Report report)
    {
        await using var databases = new Databases();
        var stores = new Dictionary<string, string> { ["monitoring"] = await databases.Fresh("read"), ["grading"] = await databases.Fresh("read") };
        await Fill<BodyEvent>(stores["monitoring"], MonitoringService.Store, (body, noted) => (body, noted));
        var inGrading = await Fill(stores["grading"], GradingService.Store, BodyHistory.OfGrading);

        await using var deployment = await Deployment.Start([.. Deployment.Stages, "gateway"], stores);
        await deployment.Visible("monitoring", "BodyRecord", Lengths.Sum());
        await deployment.Visible("grading", "ProgrammeClaims", inGrading);
        await Measure(report, deployment, "monitoring", "Monitoring's answer");
        await Measure(report, deployment, "gateway", "whole page");
        report.Note("d", BodyHistory.Mix);
    }

    private static async Task Measure(Report report, Deployment deployment, string at, string what)
    {
        var (took, bytes) = (Lengths.ToDictionary(length => length, _ => new List<double>()), new Dictionary<int, int>());
        for (var i = 0; i < WarmUps + Reads; i++)
        {
            foreach (var length in Lengths)
            {
                var clock = Stopwatch.StartNew();
                var answer = await deployment.Http.GetByteArrayAsync(
                    $"{deployment[at].Address}/api/v1/bodies/{Name(length)}?asOf=2026-06-30&knownAt=2026-06-30");
                if (i >= WarmUps)
                {
                    took[length].Add(clock.Elapsed.TotalMilliseconds);
                    bytes[length] = answer.Length;
                }
            }
        }

        foreach (var (length, samples) in took)
        {
            report.Add("d", $"{what}, {length:#,0} events ({bytes[length]:#,0} bytes), median", "ms", samples);
            report.AddValue("d", $"{what}, {length:#,0} events, p99", "ms", Report.Percentile(samples, 0.99));
        }

        var byRound = Enumerable.Range(0, Rounds).Select(round =>
            Report.Median(Of(took[Lengths[^1]], round)) / Report.Median(Of(took[Lengths[0]], round))).ToList();
        report.AtMost("d", $"{what}: 10,000 events / 10 events, by medians", "", byRound, Report.Median(took[Lengths[^1]]) / Report.Median(took[Lengths[0]]), 5);
    }

    private static async Task<int> Fill<TEvent>(string database, Action<StoreOptions> own, Func<string, BodyEvent, (string Stream, TEvent Event)?> translate)
        where TEvent : notnull
    {
        await using var postgres = NpgsqlDataSource.Create(database);
        using var store = new DocumentStore(ServiceHost.Store(postgres, own));
        await store.Storage.ApplyAllConfiguredChangesToDatabaseAsync();
        return await BodyHistory.Append(store, Lengths.ToDictionary(Name, length => length), translate);
    }

    private static string Name(int length) => $"body-{length}";

    private static IEnumerable<double> Of(List<double> samples, int round) => samples.Skip(round * Reads / Rounds).Take(Reads / Rounds);
}
