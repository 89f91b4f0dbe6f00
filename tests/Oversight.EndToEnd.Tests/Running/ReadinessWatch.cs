using System.Diagnostics;

namespace Oversight.EndToEnd.Tests.Running;

/// <summary>What a service said of its readiness, and when.</summary>
/// <param name="Code">0 when nothing answered.</param>
internal sealed record ReadinessSeen(TimeSpan At, string Service, int Code, string Body)
{
    public bool SaysAllIsWell => Body.Contains("Everything moves", StringComparison.Ordinal);
}

/// <summary>Asks every service again and again how it is, until disposed of.</summary>
internal sealed class ReadinessWatch : IAsyncDisposable
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly CancellationTokenSource _end = new();
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(10) };
    private readonly List<ReadinessSeen> _seen = [];
    private readonly Task _watching;

    public ReadinessWatch(SystemUnderTest system, params IEnumerable<string> services) =>
        _watching = Task.WhenAll(services.Select(service => Watch(service, new Uri(system.Address(service), "/health/ready"))));

    public TimeSpan Now => _clock.Elapsed;

    public IReadOnlyList<ReadinessSeen> Of(string service)
    {
        lock (_seen)
        {
            return _seen.FindAll(seen => seen.Service == service);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _watching;
        _http.Dispose();
        _end.Dispose();
    }

    private async Task Watch(string service, Uri address)
    {
        while (!_end.IsCancellationRequested)
        {
            var (at, code, body) = (_clock.Elapsed, 0, "");
            try
            {
                using var answer = await _http.GetAsync(address, _end.Token);
                (code, body) = ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(_end.Token));
            }
            catch (OperationCanceledException) when (_end.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException)
            {
                body = fault.Message;
            }

            lock (_seen)
            {
                _seen.Add(new(at, service, code, body));
            }

            await Task.Delay(250);
        }
    }
}
