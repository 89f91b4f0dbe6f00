using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Oversight.Ingestion;
using Oversight.Service.Tests.Identity;
using Oversight.Testing;
using Xunit;

namespace Oversight.Service.Tests.Ingestion;

/// <summary>A person settles what precedence cannot, over HTTP, and may settle it again.</summary>
public sealed class SettleTests
{
    // As it is with Staffordshire: the inspectorate's news says June, its letter two years later 6 July.
    private const string Stays =
        """
        service,body,phase,from_date,to_date,date_precision,reason_summary,published_on,source_url
        police,Staffordshire Police,Engage,2022-06,,month,,2022-06-29,https://hmicfrs.justiceinspectorates.gov.uk/news/a
        police,Staffordshire Police,Engage,2022-07-06,,day,,2024-05-21,https://hmicfrs.justiceinspectorates.gov.uk/letter/b

        """;

    [Fact]
    public async Task A_conflict_is_settled_with_a_reason_by_whoever_may_and_settled_again()
    {
        await using var provider = await DemoProvider.Start();
        await using var ingestion = await ServiceRunning.Start(IngestionService.Build, null, provider.Settings);
        await Send(ingestion, File.ReadAllBytes(Path.Combine(Repository.Root, "data", "forces.csv")), "forces.csv");
        await Send(ingestion, Encoding.UTF8.GetBytes(Stays), "stays.csv");
        await ingestion.App.ViewsAreCurrent();
        var conflict = (await ingestion.Get("/api/v1/conflicts?state=unsettled"))["conflicts"]!.AsArray().Single()!;
        var fact = (string)conflict["factId"]!;
        var (june, july) = ((string)conflict["sides"]![0]!["claimId"]!, (string)conflict["sides"]![1]!["claimId"]!);
        var (ines, vera, conrad) = (await provider.TokenOf("ines"), await provider.TokenOf("vera"), await provider.TokenOf("conrad"));
        var seen = (await ingestion.As(null, HttpMethod.Get, $"/api/v1/conflicts?fact={Uri.EscapeDataString(fact)}")).ETag;

        async Task<(HttpStatusCode, string?)> Settle(string? token, string claim, string reason, string? ifMatch)
        {
            var answer = await ingestion.As(token, HttpMethod.Post, "/api/v1/conflicts/settle", new { fact, claim, reason }, ifMatch);
            return (answer.Status, answer.Rule ?? (string?)answer.Body!["settling"]!["side"]!["value"]);
        }

        Assert.Equal((HttpStatusCode.Unauthorized, "identity.missing"), await Settle(null, june, "The news of the day.", seen));
        Assert.Equal((HttpStatusCode.Forbidden, "role.missing"), await Settle(vera, june, "The news of the day.", seen));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "conflict.reason-missing"), await Settle(ines, june, " ", seen));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "conflict.no-such-side"), await Settle(ines, Guid.Empty.ToString(), "None.", seen));
        Assert.Equal((HttpStatusCode.Conflict, "conflict.lost-race"), await Settle(ines, june, "The news of the day.", "\"77\""));
        Assert.Equal((HttpStatusCode.OK, "2022-06"), await Settle(ines, june, "The news of the day.", seen));
        Assert.Equal((HttpStatusCode.Conflict, "conflict.lost-race"), await Settle(conrad, july, "The letter is exact.", seen));

        await ingestion.App.ViewsAreCurrent();
        var settled = await ingestion.As(null, HttpMethod.Get, $"/api/v1/conflicts?state=settled&fact={Uri.EscapeDataString(fact)}");
        Assert.Equal(("2022-06", "The news of the day."), ((string?)settled.Body!["conflicts"]![0]!["value"], (string?)settled.Body["conflicts"]![0]!["trail"]![0]!["why"]));
        Assert.Equal((HttpStatusCode.OK, "2022-07-06"), await Settle(conrad, july, "The letter is exact.", settled.ETag));
        Assert.Equal(
            ["role.missing", "conflict.reason-missing", "conflict.no-such-side", "conflict.lost-race", "conflict.lost-race"],
            (await ingestion.As(await provider.TokenOf("otto"), HttpMethod.Get, "/api/v1/attempts")).Body!["attempts"]!.AsArray()
                .Select(attempt => (string?)attempt!["rule"]).Reverse());
    }

    [Fact]
    public async Task What_nobody_knows_is_said_to_be_unknown()
    {
        await using var ingestion = await ServiceRunning.Start(IngestionService.Build);

        Assert.Equal((404, "urn:oversight:rule:body.unknown", "No body in the register has the id or the name 'nowhere'."), await ingestion.Refused("/api/v1/conflicts?body=nowhere"));
        Assert.Equal((404, "urn:oversight:rule:conflict.unknown", "No sources disagree about 'nope', so there is nothing to settle."), await ingestion.Refused("/api/v1/conflicts?fact=nope"));
        Assert.Equal((400, "urn:oversight:rule:request.malformed",
            "asOf is no parameter here: of what was sent and read, only recordedAt can be asked."), await ingestion.Refused("/api/v1/submissions?asOf=2022-01-01"));
        foreach (var path in (string[])["submissions", "submissions/nope", "candidates", "candidates/nope-1"])
        {
            Assert.Equal((400, "urn:oversight:rule:request.malformed", "recordedAt is an instant from 1829 to 2100 with its offset such as 2026-11-23T09:00:00Z, not 'then'."), await ingestion.Refused($"/api/v1/{path}?recordedAt=then"));
        }
        using var text = new StringContent("fact=nope", null, "text/plain");
        using var answer = await ingestion.Http.PostAsync("/api/v1/conflicts/settle", text);
        var problem = System.Text.Json.Nodes.JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Equal((401, "identity.not-configured"), ((int)answer.StatusCode, (string?)problem["title"])); // Who it is comes before in what form.
    }

    private static async Task Send(ServiceRunning ingestion, byte[] bytes, string name)
    {
        using var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("text/csv");
        (await ingestion.Http.PostAsync(new Uri($"/api/v1/submissions?name={name}", UriKind.Relative), content)).EnsureSuccessStatusCode();
    }
}
