using System.Collections.Concurrent;
using System.Threading.Channels;
using Marten;
using Marten.Services;

namespace Oversight.Hosting;

/// <summary>The streams in which something was stored that has to be looked at, gathered until somebody looks.</summary>
/// <remarks>It forgets with the process; whoever looks has to look at everything once at the start.</remarks>
/// <param name="concerns">Which events make a stream worth a look.</param>
public sealed class Touched(Func<object, bool> concerns) : DocumentSessionListenerBase
{
    // Long enough for an import to come in large bites, short enough for nobody to wait; and now and then the day changes though nothing was stored.
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(250), AtMost = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, bool> _streams = [];
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Asks for a look, or for another one.</summary>
    public void Add(IEnumerable<string> streams)
    {
        ArgumentNullException.ThrowIfNull(streams);
        foreach (var stream in streams)
        {
            _streams[stream] = true;
        }

        _wake.Writer.TryWrite(true);
    }

    /// <summary>Waits until there are some, or until it is time to see whether the day has changed.</summary>
    public async Task<IReadOnlyCollection<string>> Next(CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(AtMost);
        try
        {
            await _wake.Reader.ReadAsync(patience.Token);
            await Task.Delay(Gathering, ct);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
        }

        return [.. _streams.Keys.Where(stream => _streams.TryRemove(stream, out _))];
    }

    /// <inheritdoc/>
    public override Task AfterCommitAsync(IDocumentSession session, IChangeSet commit, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(commit);
        var streams = commit.GetEvents().Where(e => concerns(e.Data)).Select(e => e.StreamKey!).ToHashSet();
        if (streams.Count > 0)
        {
            Add(streams);
        }

        return Task.CompletedTask;
    }
}
