using System.Text;
using Oversight.Ingestion.Facts;
using Xunit;
using static Oversight.Specs.Ingestion.Samples;

namespace Oversight.Specs.Causes;

/// <summary>Rows about causes of concern: what is taken, what is refused, and what sources contradict.</summary>
public sealed class CauseRowSpecs
{
    private const string Causes = "body,service,title,inspection,raised_on,published_on,accelerated,recommendations,closed_on,closed_published_on,note,source_url";
    private const string Steps = "body,service,title,inspection,step,on,published_on,recommendation,due,by,note,source_url,under,grown_from";

    [Theory]
    [InlineData("Kent Police,police,crime recording,PEEL 2021/22,2021-05-07,,maybe,,,,,https://a", "accelerated.unknown", "accelerated")]
    [InlineData("Kent Police,police,crime recording,PEEL 2021/22,2021-05-07,,yes,none,,,,https://a", "number.not-a-number", "recommendations")]
    [InlineData("Kent Police,police,crime recording,PEEL 2021/22,2021-05-07,,yes,-1,,,,https://a", "number.out-of-range", "recommendations")]
    [InlineData("Kent Police,police,crime recording,PEEL 2021/22,2021-05-07,,yes,0,,,,https://a", null, null)]
    [InlineData("Kent Police,police,crime recording,PEEL 2021/22,2021-05-07,,yes,3,2021-05-06,,,https://a", "date.order", "closed_on")]
    [InlineData("Kent Police,police,crime recording,PEEL 2021/22,in May,,yes,3,,,,https://a", "date.not-a-date", "raised_on")]
    [InlineData("Kent Police,police,crime recording,PEEL 2021/22,2029,,yes,3,,,,https://a", "date.out-of-range", "raised_on")]
    [InlineData("Kent Police,police,,PEEL 2021/22,2021,,yes,3,,,,https://a", "text.missing", "title")]
    [InlineData("Kent Police,fire,crime recording,PEEL 2021/22,2021,,yes,3,,,,https://a", "body.other-service", "body")]
    [InlineData("Kent Police,police,crime recording,PEEL 2021/22,2021,,yes,3,,,,", "source.missing", "source_url")]
    [InlineData("Kent Police,police,crime recording,PEEL 2021/22,,,,,,,,https://a", null, null)]
    [InlineData("Kent Police,police,crime recording,PEEL 2021/22,2023-11,2023-10-01,no,,,2024-01-01,,https://a", null, null)]
    public async Task A_cause_is_taken_or_refused(string row, string? rule, string? field) => await Is(Causes, row, rule, field);

    [Theory]
    [InlineData("Kent Police,,crime recording,PEEL 2021/22,reopened,,,,,,,https://a,,", "cause-step.unknown", "step")]
    [InlineData("Kent Police,,crime recording,PEEL 2021/22,recommendation,,,,,,,https://a,,", "text.missing", "recommendation")]
    [InlineData("Kent Police,,crime recording,PEEL 2021/22,recommendation-met,,,,,,,https://a,,", "text.missing", "recommendation")]
    [InlineData("Kent Police,,crime recording,PEEL 2021/22,disputed,,,,,,,https://a,,", "text.missing", "by")]
    [InlineData("Kent Police,,crime recording,PEEL 2021/22,re-issued,,,,,,,https://a,,", "text.missing", "under")]
    [InlineData("Kent Police,,crime recording,PEEL 2021/22,afi-carried-over,,,,,,,https://a,,", "text.missing", "under")]
    [InlineData("Kent Police,,crime recording,PEEL 2021/22,closed,31/12/2021,,,,,,https://a,,", "date.not-a-date", "on")]
    [InlineData("Kent Police,fire,crime recording,PEEL 2021/22,closed,2021,,,,,,https://a,,", "body.other-service", "body")]
    [InlineData("Kent Police,police,crime recording,PEEL 2021/22,recommendation-met,2021,,5 of 3,,,,https://a,,", "number.more-than-all", "recommendation")]
    [InlineData("Kent Police,police,crime recording,PEEL 2021/22,Closed,,,,,letter,,https://a,,", null, null)]
    [InlineData("Kent Police,,crime recording,PEEL 2021/22,recommendation met,2021,,3 of 5,,,,https://a,,", null, null)]
    public async Task A_step_is_taken_or_refused(string row, string? rule, string? field) => await Is(Steps, row, rule, field);

    [Fact]
    public async Task Service_under_and_grown_from_need_no_column() => Assert.Null(await FlawOf(
        "body,title,inspection,step,on,published_on,recommendation,due,by,note,source_url", "Kent Police,crime recording,PEEL 2021/22,closed,2022,,,,letter,,https://a"));

    [Fact]
    public async Task A_row_with_a_closing_date_says_two_things_each_with_its_own_publication()
    {
        var said = (await Import("Kent Police,police,MARAC (multi-agency),PEEL 2021/22 (victim service assessment),2021-05,2021-06-01,yes,3,2022-01-02,2022-01-03,why,https://a")).Events;

        var cause = Assert.IsType<FactEvent.CauseClaimed>(said[0]);
        var closed = Assert.IsType<FactEvent.CauseStepClaimed>(said[1]);
        Assert.Equal(("cause/kent/peel-2021-22/marac-multi-agency", "PEEL 2021/22", "2021-06-01"), (cause.Provenance.FactId, cause.Programme, $"{cause.Provenance.PublishedOn}"));
        Assert.Equal(("cause/kent/peel-2021-22/marac-multi-agency/closed", cause.Provenance.FactId, CauseStep.Closed, "2022-01-02", "2022-01-03"),
            (closed.Provenance.FactId, closed.Cause, closed.Step, $"{closed.On}", $"{closed.Provenance.PublishedOn}"));
        Assert.Single((await Import("Kent Police,police,x,PEEL 2021/22,2021,,no,,,,,https://a")).Events);
    }

    [Theory]
    [InlineData("2022-10-14,,unknown,,2023-01,,,https://b", "closed", "2023-12|2023-01")]
    [InlineData("2022-10-14,,yes,4,2023-12,,,https://b", "", "raised 2022-10-14, accelerated, 3 recommendations|raised 2022-10-14, accelerated, 4 recommendations")]
    [InlineData("2022-09-01,,yes,3,,,,https://b", "", "raised 2022-10-14, accelerated, 3 recommendations|raised 2022-09-01, accelerated, 3 recommendations")]
    [InlineData("2022-10-14,,no,3,,,,https://b", "", "raised 2022-10-14, accelerated, 3 recommendations|raised 2022-10-14, not accelerated, 3 recommendations")]
    public async Task Sources_that_differ_are_both_kept_as_a_conflict(string second, string fact, string sides)
    {
        const string cause = "Devon and Cornwall Police,police,registered sex offenders,PEEL 2021/22,";
        var file = await Import($"{cause}2022-10-14,,yes,3,2023-12,,,https://a\n{cause}{second}");

        var conflict = Assert.Single(file.Events.OfType<FactEvent.ConflictFound>());
        Assert.Equal((1, 0, 1, 0), file.Counts);
        Assert.EndsWith($"registered-sex-offenders{(fact == "" ? "" : $"/{fact}")}", conflict.FactId, StringComparison.Ordinal);
        Assert.Equal(sides, string.Join('|', conflict.Claims.Select(side => side.Value)));
    }

    [Fact]
    public async Task A_source_that_says_less_or_more_precisely_supports()
    {
        const string cause = "Kent Police,police,crime recording,PEEL 2021/22,";
        Assert.Equal((3, 0, 0, 0), (await Import($"{cause}2022-10,,yes,,2023,,,https://a\n{cause}2022-10-14,,unknown,3,2023-12,,,https://b\n{cause},,,,,,,https://c")).Counts);
    }

    private static Task<Ingestion.Outcome> Import(string rows) => Import(Encoding.UTF8.GetBytes($"{Causes}\n{rows}\n"));

    private static Task<Ingestion.Outcome> Import(byte[] file) => Ingestion.Samples.Import(file);

    private static async Task Is(string header, string row, string? rule, string? field)
    {
        var flaw = await FlawOf(header, row);
        Assert.Equal((rule, field), (flaw?.Rule, flaw?.Field));
    }
}
