using Marten;
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
internal sealed class Refusals(IDocumentStore store, TimeProvider clock, ILogger<Refusals> log)
{
    public async Task Note(string source, string rule, string because, CancellationToken ct)
    {
        Telemetry.Refused.Add(1, new KeyValuePair<string, object?>("source", source), new("rule", rule));
        var (id, now) = ($"{source}/{rule}", clock.GetUtcNow());
        await using var session = store.LightweightSession();
        var before = await session.LoadAsync<Refused>(id, ct);
        if (before?.Because != because)
        {
            log.LogError("A message of {Source} is refused ({Rule}): {Because}", source, rule, because);
        }

        session.Store(new Refused(id, source, rule, because, (before?.Times ?? 0) + 1, before?.FirstAt ?? now, now));
        await session.SaveChangesAsync(ct);
    }
}

internal static class RefusedRoutes
{
    public static void MapRefused(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/internal/v1/refused", (IQuerySession session, CancellationToken ct) =>
            session.Query<Refused>().OrderBy(refused => refused.Id).ToListAsync(ct)).ExcludeFromDescription();

        routes.MapPost("/internal/v1/refused/forget", async (IDocumentSession session, CancellationToken ct) =>
        {
            var known = await session.Query<Refused>().ToListAsync(ct);
            known.ToList().ForEach(session.Delete);
            await session.SaveChangesAsync(ct);
            return Results.Ok(new { forgotten = known.Count });
        }).ExcludeFromDescription();
    }
}
