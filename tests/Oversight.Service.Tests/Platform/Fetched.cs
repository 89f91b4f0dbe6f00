using System.Diagnostics.Metrics;

namespace Oversight.Service.Tests.Platform;

/// <summary>Counts how often something of a source was missing and fetched, for as long as it is not disposed of.</summary>
internal sealed class Fetched : IDisposable
{
    private readonly MeterListener _meters;
    private int _times;

    public Fetched(string source)
    {
        _meters = new() { InstrumentPublished = (instrument, listener) => { if (instrument.Name == "oversight.inbox.gaps") { listener.EnableMeasurementEvents(instrument); } } };
        _meters.SetMeasurementEventCallback<long>((_, _, tags, _) =>
        {
            if (tags.ToArray().Any(tag => tag.Value as string == source))
            {
                Interlocked.Increment(ref _times);
            }
        });
        _meters.Start();
    }

    public int Times => Volatile.Read(ref _times);

    public void Dispose() => _meters.Dispose();
}
