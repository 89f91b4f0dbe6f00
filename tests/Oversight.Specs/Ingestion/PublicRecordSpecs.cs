using System.Text;
using Oversight.Core;
using Oversight.Ingestion.Facts;
using Oversight.Ingestion.Formats;
using Oversight.Ingestion.Register;
using Oversight.Ingestion.Settlements;
using Xunit;
using static Oversight.Ingestion.Facts.FactEvent;

namespace Oversight.Specs.Ingestion;

/// <summary>The real public record, as it is.</summary>
public sealed class PublicRecordSpecs
{
    [Theory]
    [InlineData("peel-grades.csv", 624, 0, 0)]
    [InlineData("crime-recording-audits.csv", 103, 0, 3)]
    [InlineData("stop-search-audits.csv", 14, 1, 3)]
    [InlineData("monitoring-history.csv", 26, 0, 0)]
    [InlineData("monitoring-letters.csv", 1, 0, 0)]
    [InlineData("engage-steps.csv", 36, 0, 0)]
    [InlineData("section-55.csv", 4, 0, 0)]
    [InlineData("investigations.csv", 11, 0, 0)]
    [InlineData("metropolitan-links.csv", 30, 0, 0)]
    [InlineData("lineage.csv", 11, 0, 0)]
    public async Task Each_file_is_read_to_its_end(string name, int accepted, int conflicting, int refused) =>
        Assert.Equal((accepted, 0, conflicting, refused), (await Samples.Import(Samples.Data(name))).Counts);

    [Fact]
    public async Task The_timeline_belongs_to_the_body_in_its_name() =>
        Assert.Equal((49, 0, 0, 0), (await Samples.Import(Samples.Data("metropolitan-timeline.csv"), body: Timeline.BodyInName("metropolitan-timeline.csv"))).Counts);

    [Fact]
    public void Every_name_in_the_registers_means_its_body()
    {
        Assert.Equal(44 + 21, Samples.Bodies.Bodies.Count);
        Assert.All(Samples.Bodies.Names.Values.SelectMany(names => names), name =>
            Assert.Equal(name.Body, Samples.Bodies.Resolve(name.Name, Samples.Bodies.Bodies[name.Body].Service).Body));
    }

    [Fact]
    public async Task Only_figures_about_many_bodies_at_once_are_refused()
    {
        var recording = await Samples.Import(Samples.Data("crime-recording-audits.csv"));
        var search = await Samples.Import(Samples.Data("stop-search-audits.csv"));

        Assert.All(recording.Refused.Concat(search.Refused), row => Assert.Equal(("force", "body.is-an-aggregate"), (row.Field, row.Rule)));
        Assert.Equal([38, 39, 40], recording.Refused.Select(row => row.Line));
        Assert.Equal([2, 4, 11], search.Refused.Select(row => row.Line));
        Assert.Equal("'England and Wales (43 forces)' stands for many bodies; a figure about all of them is kept under none.", search.Refused[0].Message);
    }

    [Fact]
    public async Task The_one_conflict_is_the_two_readings_of_the_Mets_stop_and_search_records()
    {
        var conflict = Assert.Single((await Samples.Import(Samples.Data("stop-search-audits.csv"))).Events.OfType<ConflictFound>());

        Assert.Equal(("metropolitan", "stop-search/metropolitan/peel-2021-22"), (conflict.Body, conflict.FactId));
        Assert.Equal([("76%", 13), ("75%", 14)], conflict.Claims.Select(claim => (claim.Value, claim.Provenance.Line)));
    }

    [Theory]
    [InlineData("monitoring-history.csv", "monitoring-letters.csv")]
    [InlineData("monitoring-letters.csv", "monitoring-history.csv")]
    public async Task The_inspectorates_letter_and_its_news_date_the_entry_of_Staffordshire_differently_and_no_precedence_settles_that(string first, string second)
    {
        var before = await Samples.Import(Samples.Data(first));
        var after = await Samples.Import(Samples.Data(second), facts: before.Facts);

        var conflict = Assert.Single(after.Events.OfType<ConflictFound>());
        Assert.StartsWith("phase/staffordshire/engage/", conflict.FactId, StringComparison.Ordinal);
        Assert.Equal(["2022-06", "2022-07-06"], conflict.Claims.Select(claim => claim.Value).Order());
        Assert.Empty(Settlement.Decide(new SettlementCommand.SettleByPrecedence(OrderOfPublishers.InEffect, new(2026, 11, 23)), after.Facts["phase/staffordshire"]));
        Assert.Single(Settlement.Decide(new SettlementCommand.SettleByPerson(
            conflict.FactId, conflict.Claims[0].Provenance.ClaimId, "Ines", "The letter is exact.", null, new(2026, 11, 23)), after.Facts["phase/staffordshire"]));
    }

    [Fact]
    public async Task An_end_of_Engage_and_the_row_about_Scan_are_one_move_and_its_publication_is_not_that_of_the_entry()
    {
        var moves = (await Samples.Import(Samples.Data("monitoring-history.csv"))).Events.OfType<PhaseMoveClaimed>().Where(move => move.Body == "metropolitan").ToList();

        Assert.Equal(
            [
                (Phase.Engage, "2022-06-28", "2022-06-28", "phase/metropolitan/engage/2022-06-28", Standing.First),
                (Phase.Scan, "2025-01-23", "", "phase/metropolitan/scan/2025-01-23", Standing.First),
                (Phase.Scan, "2025-01-23", "2025-01-23", "phase/metropolitan/scan/2025-01-23", Standing.Supports),
            ],
            moves.Select(move => (move.Phase!.Value, move.EffectiveOn.ToString(), $"{move.Provenance.PublishedOn}", move.Provenance.FactId, move.Standing)));
    }

    [Fact]
    public async Task What_newspapers_called_special_measures_is_not_mapped_to_a_phase()
    {
        var move = Assert.Single((await Samples.Import(Samples.Data("monitoring-history.csv"))).Events.OfType<PhaseMoveClaimed>(), move => move.Body == "humberside");

        Assert.Equal((null, "special measures (press label; HMIC phase name not in source)", "2015", "2018"),
            (move.Phase, move.Label, $"{move.EffectiveOn}", $"{move.Until}"));
    }

    [Theory]
    [InlineData("peel-grades.csv", 624, 0)]
    [InlineData("stop-search-audits.csv", 15, 3)]
    [InlineData("monitoring-history.csv", 26, 0)]
    [InlineData("causes-of-concern.csv", 102, 0)]
    [InlineData("lineage.csv", 11, 0)]
    public async Task The_same_file_again_changes_nothing(string name, int unchanged, int refused)
    {
        var first = await Samples.Import(Samples.Data(name));

        Assert.Equal((0, unchanged, 0, refused), (await Samples.Import(Samples.Data(name), facts: first.Facts)).Counts);
    }

    [Theory]
    [InlineData("peel-grades.csv")]
    [InlineData("crime-recording-audits.csv")]
    [InlineData("monitoring-history.csv")]
    [InlineData("causes-of-concern.csv")]
    public async Task The_same_rows_as_JSON_and_NDJSON_change_nothing_either(string name)
    {
        var first = await Samples.Import(Samples.Data(name));
        var (json, lines) = await AsJson(Samples.Data(name));

        Assert.Equal((0, first.Accepted, 0, first.Refused.Count), (await Samples.Import(json, MediaTypes.Json, facts: first.Facts)).Counts);
        Assert.Equal((0, first.Accepted, 0, first.Refused.Count), (await Samples.Import(lines, MediaTypes.Ndjson, facts: first.Facts)).Counts);
    }

    [Theory]
    [InlineData("forces.csv", null)]
    [InlineData("peel-grades.csv", null)]
    [InlineData("crime-recording-audits.csv", null)]
    [InlineData("stop-search-audits.csv", null)]
    [InlineData("monitoring-history.csv", null)]
    [InlineData("causes-of-concern.csv", null)]
    [InlineData("lineage.csv", null)]
    [InlineData("metropolitan-timeline.csv", "metropolitan")]
    public async Task A_file_cut_off_anywhere_is_refused_or_read_but_never_a_fault(string name, string? body)
    {
        var whole = Samples.Data(name);
        for (var length = 0; length < whole.Length; length += 97)
        {
            var (kind, refusal) = await Samples.Check(whole[..length], body: body);

            Assert.True(kind is null ^ refusal is null);
            if (refusal is not null)
            {
                Assert.Matches("^file[.][a-z0-9-]+$", refusal.Rule);
                Assert.NotEmpty(refusal.Because);
            }
        }
    }

    [Theory]
    [InlineData(MediaTypes.Json)]
    [InlineData(MediaTypes.Ndjson)]
    public async Task So_is_a_file_of_JSON(string mediaType)
    {
        var (json, lines) = await AsJson(Samples.Data("stop-search-audits.csv"));
        var whole = mediaType == MediaTypes.Json ? json : lines;
        for (var length = 1; length < whole.Length - 1; length += 13)
        {
            var (kind, refusal) = await Samples.Check(whole[..length], mediaType);
            if (mediaType == MediaTypes.Json)
            {
                Assert.Equal("file.truncated", refusal!.Rule);
            }
            else
            {
                Assert.True(refusal is null or { Rule: "file.truncated" }, $"{kind} {refusal}");
            }
        }
    }

    private static async Task<(byte[] Json, byte[] Lines)> AsJson(byte[] csv)
    {
        var (kind, _) = await Samples.Check(csv);
        var objects = (await Samples.Rows(csv)).Select(row => System.Text.Json.JsonSerializer.Serialize(
            kind!.Columns.Zip(row.Values).Where(cell => cell.Second != "").ToDictionary(cell => cell.First.Name, cell => cell.Second))).ToList();
        return (Encoding.UTF8.GetBytes("[\n" + string.Join(",\n", objects) + "\n]"), Encoding.UTF8.GetBytes(string.Join("\n", objects) + "\n"));
    }
}
