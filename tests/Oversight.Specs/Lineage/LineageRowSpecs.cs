using System.Text;
using Oversight.Core;
using Oversight.Ingestion.Facts;
using Oversight.Ingestion.Formats;
using Oversight.Ingestion.Register;
using Oversight.Specs.Ingestion;
using Xunit;
using static Oversight.Specs.Ingestion.RegisterSpecs;
using Files = Oversight.Specs.Ingestion.Samples;

namespace Oversight.Specs.Lineage;

/// <summary>What rows of lineage say, and what is wrong with bad ones.</summary>
public sealed class LineageRowSpecs
{
    private const string Header = "body,service,step,other,former_name,name,law_on,in_use_on,on,published_on,note,source_url";

    [Theory]
    [InlineData("hampshire-fire,fire,married,isle-of-wight-fire,,,2021-04-01,,,,,https://a", "lineage.step-unknown", "step")]
    [InlineData("hampshire-fire,fire,merged-into,,,,2021-04-01,,,,,https://a", "text.missing", "other")]
    [InlineData("hampshire-fire,fire,merged-into,loamshire-fire,,,2021-04-01,,,,,https://a", "body.unknown", "other")]
    [InlineData("hampshire-fire,fire,merged-into,Kent Police,,,2021-04-01,,,,,https://a", "body.other-service", "other")]
    [InlineData("hampshire-fire,fire,merged-into,hampshire-fire,,,2021-04-01,,,,,https://a", "lineage.with-itself", "other")]
    [InlineData("hampshire-fire,fire,merged-into,isle-of-wight-fire,,,,,,,,https://a", "text.missing", "law_on")]
    [InlineData("hampshire-fire,fire,merged-into,isle-of-wight-fire,,,2021-04-31,,,,,https://a", "date.not-a-date", "law_on")]
    [InlineData("hampshire-fire,fire,merged-into,isle-of-wight-fire,,A name,2021-04-01,,,,,https://a", "lineage.not-expected", "name")]
    [InlineData("hampshire-fire,fire,formed-from,isle-of-wight-fire,,,2021-04-01,,,,,", "source.missing", "source_url")]
    [InlineData("hampshire-fire,fire,inspected-jointly-with,isle-of-wight-fire,,COVID-19,,,,,,https://a", "text.missing", "on")]
    [InlineData("hampshire-fire,fire,inspected-jointly-with,isle-of-wight-fire,,,,,2021-01-22,,,https://a", "text.missing", "name")]
    [InlineData("kent,police,renamed,,Kent Constabulary,Kent Police,,,,,,https://a", "lineage.undated", "law_on")]
    [InlineData("kent,police,renamed,essex,Kent Constabulary,Kent Police,2002,,,,,https://a", "lineage.not-expected", "other")]
    [InlineData("kent,police,renamed,,Kent Constabulary,,2002,,,,,https://a", "text.missing", "name")]
    public async Task A_bad_row_is_refused_with_its_rule_and_field(string row, string rule, string field)
    {
        var flaw = await Files.FlawOf(Header, row);

        Assert.Equal((rule, field), (flaw?.Rule, flaw?.Field));
        Assert.EndsWith(".", flaw!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_merger_is_one_fact_from_whichever_side_it_is_told()
    {
        var told = (await Import(
            "hampshire-fire,,merged-into,hampshire-and-isle-of-wight-fire,,,2021-04,,,,,https://a",
            "hampshire-and-isle-of-wight-fire,,formed-from,hampshire-fire,,,2021-04-01,,,,,https://b")).Events.Cast<FactEvent.BodySucceeded>().ToList();

        Assert.All(told, e => Assert.Equal(
            ("hampshire-fire", "hampshire-and-isle-of-wight-fire", "lineage/hampshire-fire/into/hampshire-and-isle-of-wight-fire"), (e.Body, e.Successor, e.Provenance.FactId)));
        Assert.Equal([(false, Standing.First), (true, Standing.Refines)], told.Select(e => (e.Formed, e.Standing)));
    }

    [Fact]
    public async Task Sources_that_date_a_merger_differently_are_in_conflict()
    {
        var outcome = await Import(
            "hampshire-fire,,merged-into,hampshire-and-isle-of-wight-fire,,,2021-04-01,,,,,https://a",
            "hampshire-fire,,merged-into,hampshire-and-isle-of-wight-fire,,,2021-05-01,,,,,https://b");

        Assert.Equal((1, 0, 1, 0), outcome.Counts);
        Assert.Equal(["2021-04-01", "2021-05-01"], Assert.Single(outcome.Events.OfType<FactEvent.ConflictFound>()).Claims.Select(side => side.Value));
    }

    [Fact]
    public async Task A_joint_inspection_is_one_fact_from_whichever_side_it_is_told() => Assert.Equal((1, 1, 0, 0), (await Import(
        "isle-of-wight-fire,,inspected-jointly-with,hampshire-fire,,COVID-19 inspection,,,2021-01-22,,,https://a",
        "hampshire-fire,,inspected-jointly-with,isle-of-wight-fire,,COVID-19 inspection,,,2021-01-22,,,https://a")).Counts);

    [Fact]
    public async Task A_name_taken_twice_in_a_body_s_life_is_two_facts_and_the_two_dates_of_one_renaming_are_one()
    {
        var told = (await Import(
            "hampshire-and-isle-of-wight,,renamed,,,Hampshire and Isle of Wight Constabulary,1957,,,,,https://a",
            "hampshire-and-isle-of-wight,,renamed,,Hampshire Constabulary,Hampshire and Isle of Wight Constabulary,2022-07-12,,,,,https://b",
            "hampshire-and-isle-of-wight,,renamed,,Hampshire Constabulary,Hampshire and Isle of Wight Constabulary,,2022-11-16,,,,https://c")).Events.Cast<FactEvent.BodyRenamed>();

        const string fact = "lineage/hampshire-and-isle-of-wight/renamed/hampshire-and-isle-of-wight-constabulary/";
        Assert.Equal([$"{fact}1957", $"{fact}2022-07-12", $"{fact}2022-07-12"], told.Select(e => e.Provenance.FactId));
    }

    [Fact]
    public async Task A_former_name_that_the_register_does_not_know_is_told_to_it()
    {
        var (kind, _) = await Files.Check($"{Header}\n");
        var rows = await Files.Rows(Encoding.UTF8.GetBytes($"{Header}\nkent,,renamed,,Kent County Constabulary,Kent Police,2002,,,,,https://a\n"));
        var content = Assert.IsType<RowContent.OfFacts>(Cells.Read(kind!, rows[0], Files.Reading()).Content);

        var name = Assert.IsType<RegisterCommand.NameBody>(content.Name);
        var register = BodyRegister.Decide(name, Files.Bodies).Aggregate(Files.Bodies, BodyRegister.Evolve);
        Assert.Equal("kent", register.Resolve("Kent County Constabulary", null).Body);
    }

    [Theory]
    [InlineData("2005", "a")]
    [InlineData("2009-12-31", "a")]
    [InlineData("2010", "b")]
    [InlineData("2018-06", "b")]
    [InlineData(null, "b")]
    public void A_name_means_the_body_that_was_called_so_at_the_time(string? on, string body)
    {
        var bodies = new RegisterEvent[] { Registered("a", "Eastshire Police"), Registered("b", "Loamshire Police") }.Aggregate(BodyRegister.Initial, BodyRegister.Evolve);
        var name = Name("a", "Loamshire Police", NameKind.Former) with { To = PartialDate.Parse("2010-01-01") };
        bodies = BodyRegister.Decide(name, bodies).Aggregate(bodies, BodyRegister.Evolve);

        Assert.Equal(body, bodies.Resolve("Loamshire Police", null, on is null ? null : PartialDate.Parse(on)).Body);
    }

    [Fact]
    public async Task A_report_of_2018_about_Hampshire_Constabulary_is_about_the_force_of_today() =>
        Assert.Equal("hampshire-and-isle-of-wight", (await Files.Import(Encoding.UTF8.GetBytes(
            "force,programme,area,grade,published_on,source_url\nHampshire Constabulary,PEEL 2017,Effectiveness,good,2018-03-22,https://a\n"))).Events[0] is FactEvent.GradeClaimed e ? e.Body : null);

    [Fact]
    public async Task A_row_about_a_predecessor_dated_after_the_merger_is_accepted() => Assert.Equal((1, 0, 0, 0), (await Files.Import(Encoding.UTF8.GetBytes(
        "occurred_on,precision,kind,summary,source_url\n2023-05-01,day,letter,Progress letter,https://a\n"), body: "hampshire-fire")).Counts);

    private static Task<Outcome> Import(params string[] rows) => Files.Import(Encoding.UTF8.GetBytes($"{Header}\n{string.Join('\n', rows)}\n"));
}
