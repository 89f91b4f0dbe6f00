using System.Text;
using Oversight.Ingestion.Facts;
using Xunit;
using static Oversight.Ingestion.Facts.FactCommand;
using static Oversight.Specs.Ingestion.Claims;

namespace Oversight.Specs.Ingestion;

/// <summary>Steps of Engage, of answers under section 55, of investigations, and links: what is refused by its form, and what is in conflict.</summary>
public sealed class StepSpecs
{
    private const string Engage = "body,service,step,on,published_on,by,detail,cause,source_url";
    private const string Answers = "body,report,step,on,by,source_url,published_on";
    private const string Cases = "body,case,step,on,published_on,value,with,note,source_url";
    private const string Links = "body,from,relation,to,source_url";

    [Theory]
    [InlineData(Engage, "kent,police,intervened,2022-06-28,,,,,https://a", "engage-step.unknown", "step")]
    [InlineData(Engage, "kent,police,decided,,,,,,https://a", "text.missing", "on")]
    [InlineData(Engage, "kent,police,fpog,2022-06-28,,,,,https://a", "engage-step.other-group", "step")]
    [InlineData(Engage, "London Fire Brigade,fire,ppog,2022-06-28,,,,,https://a", "engage-step.other-group", "step")]
    [InlineData(Engage, "kent,police,cause-added,2022-06-28,,,,,https://a", "engage-step.cause-missing", "cause")]
    [InlineData(Engage, "London Fire Brigade,police,decided,2022-06-28,,,,,https://a", "body.other-service", "body")]
    [InlineData(Answers, "London Fire Brigade,CDI 2018,published,2019-01-15,,https://a,", "section-55.police-only", "body")]
    [InlineData(Answers, "kent,CDI 2018,answered,2019-01-15,,https://a,", "section-55.step-unknown", "step")]
    [InlineData(Answers, "kent,,published,2019-01-15,,https://a,", "text.missing", "report")]
    [InlineData(Answers, "loamshire,CDI 2018,published,2019-01-15,,https://a,", "body.unknown", "body")]
    [InlineData(Cases, "London Fire Brigade,A,referred,2019-01,,,,,https://a", "investigation.police-only", "body")]
    [InlineData(Cases, "kent,A,suspected,2019-01,,,,,https://a", "investigation.step-unknown", "step")]
    [InlineData(Cases, "kent,A,referred,2019-01,,by-post,,,https://a", "investigation.value-unknown", "value")]
    [InlineData(Cases, "kent,A,assessed,2019-01,,,,,https://a", "text.missing", "value")]
    [InlineData(Cases, "kent,A,combined,2019-01,,,,,https://a", "investigation.other-case-missing", "with")]
    [InlineData(Cases, "kent,A,combined,2019-01,,,a,,https://a", "investigation.other-case-itself", "with")]
    [InlineData(Cases, "kent,A,referred,2019-01,,,B,,https://a", "investigation.other-case-not-expected", "with")]
    [InlineData(Links, "kent,something,relates-to,2021-03-30 vigil,https://a", "link.no-entry", "from")]
    [InlineData(Links, "kent,2021-03-30 vigil,relates-to,2021-03-30,https://a", "link.no-entry", "to")]
    [InlineData(Links, "kent,2021-03-30 vigil,refutes,2021-03-13 vigil,https://a", "link.relation-unknown", "relation")]
    [InlineData(Links, "kent,2021-03-30 vigil,contradicts,2021-03-13 vigil,", "source.missing", "source_url")]
    public async Task A_bad_row_is_refused_with_its_rule_and_field(string header, string row, string rule, string field)
    {
        var flaw = await Samples.FlawOf(header, row);

        Assert.Equal((rule, field), (flaw?.Rule, flaw?.Field));
        Assert.EndsWith(".", flaw!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_planned_meeting_may_lie_ahead() =>
        Assert.Null(await Samples.FlawOf(Engage, "kent,police,ppog-planned,2027-01-20,2026-11-20,,,,https://a"));

    [Fact]
    public async Task The_same_row_twice_is_one_claim()
    {
        var file = Encoding.UTF8.GetBytes($"{Cases}\nkent,A,referred,2019-01,,mandatory,,,https://a\nkent,a,REFERRED,2019-01,,Mandatory,,,https://a\n");

        Assert.Equal((1, 1, 0, 0), (await Samples.Import(file)).Counts);
    }

    [Fact]
    public void Two_dates_of_one_decision_are_in_conflict() => Assert.Equal(
        ["2024-09-26", "2024-09-27"],
        Conflict(Step(EngageStep.CauseClosed, "2024-09-26", "call handling", "a"), Step(EngageStep.CauseClosed, "2024-09-27", "Call handling", "b")));

    [Fact]
    public void Two_meetings_a_week_apart_are_not() => Assert.Null(Conflict(Step(EngageStep.Ppog, "2024-09-17", null, "a"), Step(EngageStep.Ppog, "2024-09-24", null, "b")));

    [Fact]
    public void A_report_is_published_once_however_far_its_dates_lie_apart() => Assert.Equal(
        ["2019-01-15", "2019-06-14"],
        Conflict(new ClaimReportResponse("kent", "CDI 2018", ResponseStep.Published, Date("2019-01-15"), null, null, From("a", null)),
            new ClaimReportResponse("kent", "CDI 2018", ResponseStep.Published, Date("2019-06-14"), null, null, From("b", null))));

    [Fact]
    public void Two_routes_of_one_referral_are_in_conflict() => Assert.Equal(
        ["2021-05, mandatory", "2021-05, voluntary"],
        Conflict(Referred("mandatory", "a"), Referred("voluntary", "b")));

    [Fact]
    public void A_route_that_only_one_source_gives_is_no_conflict() => Assert.Null(Conflict(Referred("mandatory", "a"), Referred(null, "b")));

    private static ClaimEngageStep Step(EngageStep step, string on, string? cause, string cited) => new("kent", step, Date(on), null, "", cause, From(cited, null));

    private static ClaimInvestigationStep Referred(string? route, string cited) => new("kent", "A", InvestigationStep.Referred, Date("2021-05"), route, null, "", From(cited, null));

    private static IEnumerable<string>? Conflict(params FactCommand[] claims) =>
        Events(claims).OfType<FactEvent.ConflictFound>().SingleOrDefault()?.Claims.Select(side => side.Value);
}
