using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Oversight.EndToEnd.Tests.Running;
using Oversight.Testing;
using Xunit;

namespace Oversight.EndToEnd.Tests;

[Collection(OfRunningSystem.Name)]
public sealed partial class TelemetryTests(RunningSystem running)
{
    // A counter that has counted nothing is not sent, and in a run without faults nothing is published twice or fetched, and nobody decides.
    private static readonly string[] OnlyWhenItHappens = ["oversight.acts", "oversight.mail", "oversight.relay.retries", "oversight.inbox.gaps", "oversight.inbox.refused"];

    private static readonly Func<Span, bool>[] Hops =
    [
        span => span.Service == "oversight.gateway",
        span => span is { Service: "oversight.ingestion", Name: "relay" },
        span => span is { Service: "oversight.grading", Name: "relay" },
        span => span.Service == "oversight.grading" && span.Name.StartsWith("view ", StringComparison.Ordinal),
        span => span.Service == "oversight.monitoring" && span.Name.StartsWith("view ", StringComparison.Ordinal),
    ];

    [Fact]
    public async Task One_trace_leads_from_the_submission_to_the_view()
    {
        var trace = Guid.NewGuid().ToString("N");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/submissions?name=traced.csv")
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(
                $"force,programme,area,grade,published_on,source_url\nkent,PEEL 2021/22,Preventing crime,good,2022-09-01,https://traced.example/{trace}\n")),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        request.Headers.Add("traceparent", $"00-{trace}-00f067aa0ba902b7-01");

        using var answer = await running.System.Http.SendAsync(request);
        answer.EnsureSuccessStatusCode();

        // Each process sends its spans when it comes to it, so the last hop's may well arrive before the first one's.
        var spans = await Eventually.Get("the trace of every hop, from the gateway to Monitoring's view",
            () => Task.FromResult(running.Collector.Received.Where(span => span.TraceId == trace).ToArray()),
            seen => Hops.All(hop => seen.Any(hop)));

        // Every span hangs on another one of the same trace, up to the client's.
        var known = spans.Select(span => span.SpanId).Append("00f067aa0ba902b7").ToHashSet();
        await Eventually.True("every span's parent to arrive", () =>
        {
            known.UnionWith(running.Collector.Received.Where(span => span.TraceId == trace).Select(span => span.SpanId));
            return Task.FromResult(spans.All(span => known.Contains(span.ParentId)));
        });
    }

    [Fact]
    public async Task The_documented_metrics_arrive_and_no_other_of_ours()
    {
        var documented = Ours().Matches(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "telemetry.md"))).Select(match => match.Groups[1].Value).ToHashSet();
        Assert.NotEmpty(documented);

        await Eventually.Get("the documented metrics", () => Task.FromResult(Arrived()), arrived => documented.Except(OnlyWhenItHappens).All(arrived.Contains));

        Assert.Subset(documented, Arrived());
        Assert.Contains(("oversight.monitoring", "oversight.inbox.received"), running.Collector.Metrics.Keys);

        HashSet<string> Arrived() => [.. running.Collector.Metrics.Keys.Select(metric => metric.Name).Where(name => name.StartsWith("oversight.", StringComparison.Ordinal))];
    }

    // As the table of instruments writes them.
    [GeneratedRegex(@"^\| `(oversight\.[a-z.]+)`", RegexOptions.Multiline)]
    private static partial Regex Ours();
}
