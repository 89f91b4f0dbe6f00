namespace Oversight.Bench.Parts;

/// <summary>(e) What each service takes to start, and what it holds when it has nothing to do.</summary>
internal static class Idle
{
    private const int Rounds = 3;

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(15);

    public static async Task Measure(Arguments arguments, Report report)
    {
        var (startUp, rss, pss) = (new Dictionary<string, List<double>>(), new Dictionary<string, List<double>>(), new Dictionary<string, List<double>>());
        for (var round = 1; round <= Rounds; round++)
        {
            await using var deployment = await Deployment.Start([.. Deployment.Stages, "gateway"]);
            foreach (var file in Rows.PublicRecord)
            {
                await deployment.Submit(Path.GetFileNameWithoutExtension(file), await File.ReadAllBytesAsync(file), mayRefuse: true, Rows.BodyOf(file));
            }

            await Task.Delay(Rest);
            foreach (var running in deployment.All)
            {
                var memory = running.Memory();
                Note(startUp, running.Name, deployment.StartUp[running.Name].TotalSeconds);
                Note(rss, running.Name, memory.Rss / 1e6);
                Note(pss, running.Name, memory.Pss / 1e6);
            }

            Report.Progress($"e: round {round} of {Rounds}: {rss.Values.Sum(samples => samples[^1]):0} MB in all");
        }

        foreach (var service in startUp.Keys)
        {
            report.Add("e", $"{service}: process start to ready, all starting at once", "s", startUp[service]);
            report.Add("e", $"{service}: resident memory, idle", "MB", rss[service]);
        }

        // The runtime's own pages lie in memory once, however many services map them.
        report.Add("e", "all services idle, resident, shared pages counted for each", "MB", Sums(rss));
        report.AtMost("e", "all services idle, shared pages counted once", "MB", Sums(pss), Report.Median(Sums(pss)), 600);
    }

    private static List<double> Sums(Dictionary<string, List<double>> of) => [.. Enumerable.Range(0, Rounds).Select(round => of.Values.Sum(samples => samples[round]))];

    private static void Note(Dictionary<string, List<double>> of, string service, double sample) =>
        (of.TryGetValue(service, out var samples) ? samples : of[service] = []).Add(sample);
}
