using System.Diagnostics;

namespace Oversight.Bench.Parts;

/// <summary>(f) Memory of the services while one long submission is read: it must not grow with the submission.</summary>
internal static class LongImport
{
    private const int WarmUpRows = 5_000, SourcesOfEach = 10;

    public static async Task Measure(Arguments arguments, Report report)
    {
        await using var deployment = await Deployment.Start();
        await deployment.Submit("register", Rows.Register());
        await deployment.Submit("warm-up", Rows.OfGrades(WarmUpRows, " warm-up"));
        var before = await Throughput.Settled(deployment, WarmUpRows + Rows.Bodies.Count);

        var (clock, samples) = (Stopwatch.StartNew(), Deployment.Stages.ToDictionary(stage => stage, _ => new List<double>()));
        var posted = TimeSpan.Zero;
        var import = Import();
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (!import.IsCompleted && await timer.WaitForNextTickAsync())
        {
            foreach (var (stage, seen) in samples)
            {
                seen.Add(deployment[stage].Rss() / 1e6);
            }

            if (samples["ingestion"].Count % 10 == 0)
            {
                Report.Progress($"f: after {clock.Elapsed.TotalSeconds:0} s: {await deployment.Stored("monitoring") - before:#,0} rows at Monitoring; "
                    + string.Join(", ", samples.Select(stage => $"{stage.Key} {stage.Value[^1]:0} MB")));
            }
        }

        await import;
        report.Note("f", $"{arguments.ManyRows:#,0} rows, {SourcesOfEach} sources for each fact: read in {posted.TotalSeconds:0} s, all visible after {clock.Elapsed.TotalSeconds:0} s.");
        foreach (var (stage, seen) in samples)
        {
            var third = Math.Max(1, seen.Count / 3);
            var (first, last) = (Report.Median(seen.Take(third)), Report.Median(seen.TakeLast(third)));
            report.Add("f", $"{stage}: resident memory, median of the first third", "MB", [first]);
            report.Add("f", $"{stage}: resident memory, median of the last third", "MB", [last]);
            report.Add("f", $"{stage}: peak", "MB", [seen.Max()]);
            report.AtMost("f", $"{stage}: last third / first third", "", [last / first], last / first, 1.25);
        }

        async Task Import()
        {
            await deployment.Submit("many", Rows.OfGrades(arguments.ManyRows, "", SourcesOfEach));
            posted = clock.Elapsed;
            await deployment.Visible(before + arguments.ManyRows, 500);
        }
    }
}
