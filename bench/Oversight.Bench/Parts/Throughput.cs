using System.Diagnostics;

namespace Oversight.Bench.Parts;

/// <summary>(a) Rows a second through the three services, beside the floor and the naive variant, turn by turn.</summary>
internal static class Throughput
{
    // As many as are measured, for the floor, too, is run whole once before it counts. With rests, for what runs often is compiled anew only when things are quiet.
    private const int WarmUps = 4, WarmUpRows = 5_000;

    public static async Task Measure(Arguments arguments, Report report)
    {
        var grades = arguments.Rows / 2;
        var files = new[] { Rows.OfGrades(grades, ""), Rows.OfAudits(arguments.Rows - grades, "") };
        byte[][] warmUp = [.. Enumerable.Range(1, WarmUps).SelectMany(set => new[] { Rows.OfGrades(WarmUpRows / 2, $" warm-up {set}"), Rows.OfAudits(WarmUpRows / 2, $" warm-up {set}") })];
        var naiveCount = arguments.Rows / 10; // It would take minutes.
        var (naiveWarmUp, naiveRows) = (Rows.OfGrades(naiveCount, " warm-up"), Rows.OfGrades(naiveCount, ""));
        var (real, floor, naive) = (new List<double>(), new List<double>(), new List<double>());
        Work? work = null;

        for (var round = 1; round <= arguments.Rounds; round++)
        {
            var (took, measured) = await Real(files, warmUp, work is null, arguments.Rows);
            work ??= measured!;
            if (round == 1)
            {
                report.Note("a", work.InWords);
                await Floor.Run(work); // its own warm-up: the others have theirs inside
            }

            real.Add(arguments.Rows / took.TotalSeconds);
            floor.Add(arguments.Rows / (await Floor.Run(work)).TotalSeconds);
            naive.Add(naiveCount / (await Naive.Run(naiveWarmUp, naiveCount, naiveRows, naiveCount)).TotalSeconds);
            Report.Progress($"a: round {round} of {arguments.Rounds}: services {real[^1]:#,0}, floor {floor[^1]:#,0}, naive {naive[^1]:#,0} rows/s");
        }

        report.Note("a", $"runs of the floor given up because the broker stood still: {Floor.GivenUp}.");
        report.Add("a", "three services", "rows/s", real);
        report.Add("a", "floor", "rows/s", floor);
        report.Add("a", "naive variant", "rows/s", naive);
        report.AtLeast("a", "services / floor", "", [.. real.Zip(floor, (r, f) => r / f)], 0.3);
        report.AtLeast("a", "services / naive", "", [.. real.Zip(naive, (r, n) => r / n)], 2);
    }

    private static async Task<(TimeSpan Took, Work? Work)> Real(byte[][] files, byte[][] warmUp, bool look, int rows)
    {
        await using var deployment = await Deployment.Start();
        await deployment.Submit("register", Rows.Register());
        var before = 0L;
        for (var i = 0; i < warmUp.Length; i++)
        {
            await deployment.Submit($"warm-up-{i}", warmUp[i]);
            before = await Settled(deployment, Rows.Bodies.Count + ((i + 1) * (WarmUpRows / 2)));
            await Task.Delay(1_000);
        }

        var positions = await Task.WhenAll(Deployment.Stages.Select(deployment.Position));
        var (clock, processor) = (Stopwatch.StartNew(), deployment.All.ToDictionary(running => running.Name, running => running.Processor()));
        var posted = new List<string>();
        for (var i = 0; i < files.Length; i++)
        {
            await deployment.Submit($"rows-{i}", files[i]);
            posted.Add($"{clock.Elapsed.TotalSeconds:0.0}");
        }

        await deployment.Visible(before + rows);
        var took = clock.Elapsed;
        Report.Progress($"a: posted after {string.Join(" and ", posted)} s, visible after {took.TotalSeconds:0.0} s; processor seconds: "
            + string.Join(", ", deployment.All.Select(running => $"{running.Name} {(running.Processor() - processor[running.Name]).TotalSeconds:0.0}")));
        return (took, look ? await Work.Of(deployment, positions) : null);
    }

    /// <summary>Waits until everything sent is visible.</summary>
    /// <returns>How many events Monitoring then holds.</returns>
    public static async Task<long> Settled(Deployment deployment, int atLeast)
    {
        long stored;
        do
        {
            await Task.Delay(200);
            stored = await deployment.Stored("monitoring");
        }
        while (stored < atLeast);

        await deployment.Visible(stored);
        return stored;
    }
}
