using System.Diagnostics;
using System.Diagnostics.Metrics;
using Oversight.Testing;
using Xunit;

namespace Oversight.Service.Tests.Platform;

public sealed class TelemetryTests
{
    [Fact]
    public async Task A_request_can_be_followed_to_the_view_it_changed()
    {
        var spans = new System.Collections.Concurrent.ConcurrentBag<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Oversight" or "MassTransit" or "Test",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Add,
        };
        ActivitySource.AddActivityListener(listener);
        await using var teller = await TallyService.Start(TallyService.Named("traced"));
        await using var hearer = await TallyService.Start(TallyService.Named("followed"), teller);
        await Task.WhenAll(teller.Ready(), hearer.Ready());

        using var source = new ActivitySource("Test");
        var trace = "";
        using (var request = source.StartActivity("request"))
        {
            trace = request!.TraceId.ToString();
            await teller.Tell(("gwent", 1));
        }

        await hearer.Arrived("gwent", 1);
        Assert.Contains(spans, span => span.TraceId.ToString() == trace && span.OperationName == "relay");
        await Eventually.True("the view's span", () => Task.FromResult(spans.Count(span => span.TraceId.ToString() == trace && span.OperationName == "view tally") == 2));
    }

    [Fact]
    public async Task One_gauge_says_how_far_behind_each_service_of_the_process_is()
    {
        await using var teller = await TallyService.Start(TallyService.Named("first"));
        await using var hearer = await TallyService.Start(TallyService.Named("second"), teller);
        await Task.WhenAll(teller.Ready(), hearer.Ready());
        var (gauges, seen) = (0, new HashSet<(object?, object?)>());
        using var meters = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name == "oversight.lag")
                {
                    gauges++;
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        meters.SetMeasurementEventCallback<long>((_, _, tags, _) => seen.Add((tags.ToArray().Single(tag => tag.Key == "service").Value, tags.ToArray().Single(tag => tag.Key == "of").Value)));
        meters.Start();
        meters.RecordObservableInstruments();

        Assert.Equal(1, gauges);
        Assert.Superset(new HashSet<(object?, object?)> { (teller.Name, "projection relay:All"), (hearer.Name, "projection relay:All"), (hearer.Name, $"inbox {teller.Name}") }, seen);
        Assert.DoesNotContain((teller.Name, $"inbox {teller.Name}"), seen);
    }
}
