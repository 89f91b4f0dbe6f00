using System.Runtime.Serialization;
using System.Text.Json;
using Marten;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Oversight.Hosting;

/// <summary>Messages that were not taken in, for one reason; what they should have brought is fetched from the source.</summary>
/// <param name="Id">Source and rule.</param>
/// <param name="Source">The service that was to be heard.</param>
/// <param name="Rule">The reason in a word.</param>
/// <param name="Because">The reason in a sentence, as it was the last time.</param>
/// <param name="Times">How many there were.</param>
/// <param name="FirstAt">When the first came.</param>
/// <param name="LastAt">When the last came.</param>
internal sealed record Refused(string Id, string Source, string Rule, string Because, int Times, DateTimeOffset FirstAt, DateTimeOffset LastAt);

/// <summary>What is refused stays on record, and readiness red, until somebody has looked.</summary>
internal sealed class Refusals(IDocumentStore store, TimeProvider clock, ILogger<Refusals> log) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    public async Task Note(string source, string rule, string because, CancellationToken ct)
    {
        // What cannot be read is not held to one at a time.
        await _turn.WaitAsync(ct);
        try
        {
            var (id, now) = ($"{source}/{rule}", clock.GetUtcNow());
            await using var session = store.LightweightSession();
            var before = await session.LoadAsync<Refused>(id, ct);
            session.Store(new Refused(id, source, rule, because, (before?.Times ?? 0) + 1, before?.FirstAt ?? now, now));
            await session.SaveChangesAsync(ct);
            Telemetry.Refused.Add(1, new KeyValuePair<string, object?>("source", source), new("rule", rule));
            if (before?.Because != because)
            {
                log.LogError("A message of {Source} is refused ({Rule}): {Because}", source, rule, because);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Forgets what is still as somebody saw it; what has grown since, or is new, stays.</summary>
    /// <returns>How many were forgotten.</returns>
    public async Task<int> Forget(Refused[] seen, CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            await using var session = store.LightweightSession();
            var known = (await session.Query<Refused>().ToListAsync(ct)).Where(seen.Contains).ToList();
            known.ForEach(session.Delete);
            await session.SaveChangesAsync(ct);
            return known.Count;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}

/// <summary>Notes that a message goes aside before it goes, so that nothing lies in an <c>_error</c> or <c>_skipped</c> queue that readiness does not know of.</summary>
internal sealed class NoteFirst(Refusals refusals, string source) : IFilter<ExceptionReceiveContext>, IFilter<ReceiveContext>
{
    public async Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next)
    {
        // Anything else that ends here, such as a shutdown in the midst of a retry, says nothing of the message, which is fetched.
        for (var fault = context.Exception; fault is not null; fault = fault.InnerException)
        {
            if (fault is MalformedException)
            {
                await Note("malformed", $"{fault.Message} It lies in {Queue(context)}_error.", context.CancellationToken);
                break;
            }

            if (fault is SerializationException or JsonException)
            {
                await Note("unreadable", $"It could not be read and lies in {Queue(context)}_error: {fault.Message}", context.CancellationToken);
                break;
            }
        }

        await next.Send(context);
    }

    public async Task Send(ReceiveContext context, IPipe<ReceiveContext> next)
    {
        await Note("unknown", $"It is no chunk and lies in {Queue(context)}_skipped.", context.CancellationToken);
        await next.Send(context);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("note-first");

    private static string Queue(ReceiveContext context) => context.InputAddress.Segments[^1];

    private async Task Note(string rule, string because, CancellationToken ct)
    {
        for (; ; )
        {
            try
            {
                await refusals.Note(source, rule, because, ct);
                return;
            }
            catch (Exception) when (!ct.IsCancellationRequested)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), ct);
            }
        }
    }
}

internal static class RefusedRoutes
{
    public static void MapRefused(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/internal/v1/refused", (IQuerySession session, CancellationToken ct) =>
            session.Query<Refused>().OrderBy(refused => refused.Id).ToListAsync(ct)).ExcludeFromDescription();

        // Takes what the list said, so that nothing is forgotten that nobody saw.
        routes.MapPost("/internal/v1/refused/forget", async (Refused[] seen, Refusals refusals, CancellationToken ct) =>
            Results.Ok(new { forgotten = await refusals.Forget(seen, ct) })).ExcludeFromDescription();
    }
}
