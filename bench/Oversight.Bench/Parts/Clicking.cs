using System.Diagnostics;
using System.Net;
using Oversight.Testing;

namespace Oversight.Bench.Parts;

/// <summary>(i) How long the home page and the pages of bodies take while twenty people click through the whole public record.</summary>
internal static class Clicking
{
    private const int People = 20, Seed = 20_261_123;

    // Long enough to look at a page, short for somebody who reads.
    private const int ShortestLook = 1_000, LongestLook = 4_000;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(30), Measured = TimeSpan.FromSeconds(60);

    public static async Task Measure(Arguments arguments, Report report)
    {
        var portal = $"http://127.0.0.1:{Servers.FreePort()}";
        await using var deployment = await Deployment.Start([.. Deployment.Stages, "gateway"], given: new Dictionary<string, string> { ["Oversight__Services__portal"] = portal });
        await using var pages = new Running("portal", Programs.Of("Oversight.Portal"), [],
            new Dictionary<string, string> { ["ASPNETCORE_URLS"] = portal, ["Oversight__Services__gateway"] = deployment["gateway"].Address });
        await pages.Ready();
        var events = 0L;
        foreach (var file in Rows.WholeRecord)
        {
            await deployment.Submit(Path.GetFileNameWithoutExtension(file), await File.ReadAllBytesAsync(file), mayRefuse: true, Rows.BodyOf(file));
        }

        do
        {
            events = await deployment.Stored("monitoring");
            await Task.Delay(3_000);
        }
        while (await deployment.Stored("monitoring") != events);

        var (home, body) = (new List<double>(), new List<double>());
        var (clock, random) = (Stopwatch.StartNew(), new Random(Seed));
        await Task.WhenAll(Enumerable.Range(0, People).Select(_ => Click(deployment["gateway"].Address, new Random(random.Next()), clock, home, body)));

        report.Note("i", $"{People} people, a page each every {ShortestLook / 1000} to {LongestLook / 1000} s, the record of {events:#,0} events at Monitoring; from the request to the last byte, at the public address.");
        report.AtMost("i", "home page, p95", "ms", home, Report.Percentile(home, 0.95), 100);
        report.AtMost("i", "page of a body, p95", "ms", body, Report.Percentile(body, 0.95), 100);
    }

    private static async Task Click(string address, Random random, Stopwatch clock, List<double> home, List<double> body)
    {
        using var handler = new SocketsHttpHandler { CookieContainer = new(), AutomaticDecompression = DecompressionMethods.All, UseProxy = false };
        using var http = new HttpClient(handler) { BaseAddress = new(address) };
        while (clock.Elapsed < WarmUp + Measured)
        {
            await Task.Delay(random.Next(ShortestLook, LongestLook));
            var isHome = random.Next(3) == 0;
            var page = isHome ? "/" : $"/bodies/{Rows.Bodies[random.Next(Rows.Bodies.Count)]}";
            var asked = Stopwatch.GetTimestamp();
            using var answer = await http.GetAsync(page);
            _ = await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
            if (clock.Elapsed > WarmUp)
            {
                lock (home)
                {
                    (isHome ? home : body).Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
                }
            }
        }
    }
}
