using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Oversight.Portal.Api;

namespace Oversight.Portal.Live;

/// <summary>Tells open pages that something was learned; it asks the record once for all of them, and only while somebody listens or opens one.</summary>
internal sealed class LiveChanges(IHttpClientFactory clients, IHostApplicationLifetime life)
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1), Heartbeat = TimeSpan.FromSeconds(15);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly Lock _turn = new();
    private Task<ChangePosition?> _asked = Task.FromResult<ChangePosition?>(null);
    private DateTimeOffset _askedAt;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/live", (HttpContext http, LiveChanges changes, long? after) =>
    {
        var from = long.TryParse(http.Request.Headers["Last-Event-ID"], CultureInfo.InvariantCulture, out var last) ? last : after;
        return TypedResults.ServerSentEvents(changes.After(from, http.RequestAborted));
    });

    // Each event has the position of the page as its id, so that a page that was cut off is told everything since it was made.
    private async IAsyncEnumerable<SseItem<string>> After(long? from, [EnumeratorCancellation] CancellationToken gone)
    {
        // Else every page that is open would hold up the end of the portal.
        using var either = CancellationTokenSource.CreateLinkedTokenSource(gone, life.ApplicationStopping);
        var ct = either.Token;
        var (told, toldAt, counted, next) = (0L, DateTimeOffset.MinValue, 0L, DateTimeOffset.MinValue);
        while (!ct.IsCancellationRequested)
        {
            var position = await Position(ct);
            from ??= position?.Position;
            var changes = told;
            if (position is not null && position.Position != counted && from is not null && DateTimeOffset.UtcNow >= next)
            {
                // While much comes in, counting it may take longer than the second between two looks; it is then done the more seldom.
                var began = DateTimeOffset.UtcNow;
                changes = position.Position <= from ? 0 : await Count(from.Value, ct) ?? told;
                (counted, next) = (position.Position, DateTimeOffset.UtcNow + (10 * (DateTimeOffset.UtcNow - began)));
            }

            if (changes != told || DateTimeOffset.UtcNow - toldAt > Heartbeat)
            {
                (told, toldAt) = (changes, DateTimeOffset.UtcNow);
                yield return new(changes.ToString(CultureInfo.InvariantCulture), position is null ? "silent" : "changes") { EventId = from?.ToString(CultureInfo.InvariantCulture) };
            }

            await Task.Delay(Between, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Up to where the record goes, at most half a second ago; null where it does not answer.</summary>
    public Task<ChangePosition?> Position(CancellationToken ct)
    {
        lock (_turn)
        {
            if (_asked.IsCompleted && DateTimeOffset.UtcNow - _askedAt > Between / 2)
            {
                (_asked, _askedAt) = (Ask<ChangePosition>("/api/v1/changes/position", CancellationToken.None), DateTimeOffset.UtcNow);
            }

            return _asked.WaitAsync(ct);
        }
    }

    // What is announced is what the list of changes shows from there on.
    private async Task<long?> Count(long after, CancellationToken ct) => (await Ask<ChangeList>(string.Create(CultureInfo.InvariantCulture, $"/api/v1/changes?limit=50&after={after}"), ct))?.Bodies.Sum(body => (long)body.Total);

    private async Task<T?> Ask<T>(string path, CancellationToken ct)
        where T : class
    {
        try
        {
            using var http = clients.CreateClient(nameof(LiveChanges));
            return await http.GetFromJsonAsync<T>(path, Json, ct);
        }
        catch (Exception fault) when (fault is HttpRequestException or JsonException or TaskCanceledException && !ct.IsCancellationRequested)
        {
            return null;
        }
    }
}
