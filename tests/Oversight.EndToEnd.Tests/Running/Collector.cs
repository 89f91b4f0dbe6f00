using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Oversight.EndToEnd.Tests.Running;

/// <summary>One span as it arrived.</summary>
internal sealed record Span(string Service, string TraceId, string SpanId, string ParentId, string Name);

/// <summary>Takes OTLP over HTTP and keeps the little of it that tests ask for.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication _app;

    public Collector()
    {
        Address = $"http://127.0.0.1:{Oversight.Testing.Servers.FreePort()}";
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Urls.Add(Address);
        _app.MapPost("/v1/traces", async (HttpRequest request) => Spans(await Body(request)).ToList().ForEach(Received.Add));
        _app.MapPost("/v1/metrics", async (HttpRequest request) => Names(await Body(request)).ToList().ForEach(metric => Metrics.TryAdd(metric, true)));
    }

    public string Address { get; }

    public ConcurrentBag<Span> Received { get; } = [];

    /// <summary>The names of metrics that arrived, with the service that sent them.</summary>
    public ConcurrentDictionary<(string Service, string Name), bool> Metrics { get; } = [];

    public Task Start() => _app.StartAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    // ExportTraceServiceRequest: 1 resource_spans { 1 resource, 2 scope_spans { 2 spans { 1 trace, 2 span, 4 parent, 5 name } } }
    private static IEnumerable<Span> Spans(byte[] message) =>
        from resource in Protobuf.Messages(message, 1)
        from scope in Protobuf.Messages(resource, 2)
        from span in Protobuf.Messages(scope, 2)
        select new Span(ServiceOf(resource), Protobuf.Hex(span, 1), Protobuf.Hex(span, 2), Protobuf.Hex(span, 4), Protobuf.Text(span, 5));

    // ExportMetricsServiceRequest: 1 resource_metrics { 1 resource, 2 scope_metrics { 2 metrics { 1 name } } }
    private static IEnumerable<(string Service, string Name)> Names(byte[] message) =>
        from resource in Protobuf.Messages(message, 1)
        from scope in Protobuf.Messages(resource, 2)
        from metric in Protobuf.Messages(scope, 2)
        select (ServiceOf(resource), Protobuf.Text(metric, 1));

    // Resource: 1 attributes { 1 key, 2 value { 1 string } }
    private static string ServiceOf(byte[] resource) =>
        (from described in Protobuf.Messages(resource, 1)
         from attribute in Protobuf.Messages(described, 1)
         where Protobuf.Text(attribute, 1) == "service.name"
         from value in Protobuf.Messages(attribute, 2)
         select Protobuf.Text(value, 1)).FirstOrDefault() ?? "nobody";

    private static async Task<byte[]> Body(HttpRequest request)
    {
        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
