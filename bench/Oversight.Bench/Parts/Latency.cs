using Oversight.Hosting;
using System.Diagnostics;

namespace Oversight.Bench.Parts;

/// <summary>(b) From the answer to a submission of one row to that row in Monitoring's view, with nothing else to do.</summary>
internal static class Latency
{
    private const int WarmUps = 20, Samples = 150;

    public static async Task Measure(Arguments arguments, Report report)
    {
        await using var deployment = await Deployment.Start();
        await deployment.Submit("register", Rows.Register());
        await Throughput.Settled(deployment, Rows.Bodies.Count);
        await using var connection = await deployment.Store("monitoring").OpenConnectionAsync();
        await using var seen = connection.CreateCommand();
        seen.CommandText = $"select last_seq_id from {ServiceHost.Schema}.mt_event_progression where name like 'BodyRecord:%'";
        await seen.PrepareAsync();

        var (random, took) = (new Random(1), new List<double>());
        for (var i = 0; i < WarmUps + Samples; i++)
        {
            // Not in step with anything that polls.
            await Task.Delay(random.Next(100, 400));
            var before = (long)(await seen.ExecuteScalarAsync())!;
            await deployment.Submit($"one-{i}", Rows.OfGrades(1, $" latency {i}"));
            var clock = Stopwatch.StartNew();
            while ((long)(await seen.ExecuteScalarAsync())! <= before)
            {
                await Task.Delay(1);
            }

            if (i >= WarmUps)
            {
                took.Add(clock.Elapsed.TotalMilliseconds);
            }
        }

        Report.Progress($"b: {Samples} submissions of one row");
        report.AtMost("b", "accepted to visible, p50", "ms", took, Report.Median(took), 100);
        report.AtMost("b", "accepted to visible, p99", "ms", took, Report.Percentile(took, 0.99), 300);
    }
}
