using Oversight.Core;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.Records;
using Xunit;
using static Oversight.Specs.Monitoring.Claims;

namespace Oversight.Specs.Monitoring;

public sealed class RecordSpecs
{
    [Fact]
    public void Sources_that_say_the_same_stand_under_one_value()
    {
        var move = Assert.Single(Record(Engage("2022-06-28", cited: "a letter"), Engage("2022-06-28", cited: "a newspaper")).Moves);

        Assert.Equal(["a letter 2022-06-28", "a newspaper 2022-06-28"], move.Evidence.Select(source => source.Provenance.Cited));
        Assert.Null(move.FurtherSince);
    }

    [Fact]
    public void The_record_does_not_grow_with_who_repeats_it()
    {
        var repeated = Enumerable.Range(0, 5_000).Select(i => Engage("2022-06-28", "2022-07-01", $"newspaper {i}"));
        var move = Assert.Single(Record(repeated).Moves);

        Assert.Equal(BodyRecords.MostSources, move.Evidence.Count);
        Assert.Equal(Start.AddMinutes(BodyRecords.MostSources), move.FurtherSince);
    }

    [Fact]
    public void The_record_does_not_grow_with_the_timeline() =>
        Assert.Equal(
            EventText(Record(Engage("2022-06-28"))),
            EventText(Record(Enumerable.Range(0, 500).Select(BodyEvent (i) => Timeline("2022-06-28", "court", $"hearing {i}")).Prepend(Engage("2022-06-28")))));

    [Fact]
    public void However_many_repeat_it_the_one_that_was_published_first_is_kept()
    {
        var repeated = Enumerable.Range(0, 100).Select(i => Engage("2021-12", "2022-07-01", $"newspaper {i}"));
        var body = Record([.. repeated, Engage("2021-12", "2022-06-30", "the first to name it")]);

        Assert.Equal(Oversight.Monitoring.Phases.Phase.Engage, body.At("2022-07-08", knownAt: "2022-06-30").Phase);
    }

    [Fact]
    public void A_record_survives_its_store()
    {
        var body = Record(
            new BodyEvent.BodyRegistered("Metropolitan Police Service", "police", "England", null, null),
            new BodyEvent.BodyNamed("the Met", "alias", null, PartialDate.Parse("2022-07-12"), null),
            Engage("2022-06"),
            Scan("2025-01-23", published: null),
            new BodyEvent.PhaseQuoted("special measures", PartialDate.Parse("2015"), null, "inadequate", From("a newspaper")),
            Grade("PEEL 2021/22", "Responding to the public", "inadequate", "2022-09-22"),
            new BodyEvent.AuditNoted("recording", "CDI", "CDI 2018", "all", "2014", 89.5m, 1.64m, null, Standing.First, From("a report")),
            new BodyEvent.ConflictNoted("a fact", "in words", [new("75", From("one")), new("76", From("other"))]));

        var text = EventText(body);
        Assert.Equal(text, EventText(System.Text.Json.JsonSerializer.Deserialize<BodyRecord>(text, EventJson.Options)!));
    }

    private static string EventText(BodyRecord record) => System.Text.Json.JsonSerializer.Serialize(record, EventJson.Options);
}
