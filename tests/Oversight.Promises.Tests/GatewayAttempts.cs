using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Oversight.Gateway;
using Oversight.Promises.Tests.Cli;
using Xunit;

namespace Oversight.Promises.Tests;

/// <summary>The attempts of all services are one list, newest first, and whoever does not answer is named.</summary>
public sealed class GatewayAttempts
{
    private const string Monitoring = """{"recordedAt":"2026-11-24T09:00:00+00:00","attempts":[{"service":"monitoring","at":"2026-11-23T10:00:00+00:00"},{"service":"monitoring","at":"2026-11-23T08:00:00+00:00"}]}""";
    private const string Ingestion = """{"recordedAt":"2026-11-24T09:00:01+00:00","attempts":[{"service":"ingestion","at":"2026-11-23T09:00:00.5+00:00"}]}""";

    [Theory]
    [InlineData("", "monitoring 10, ingestion 9, monitoring 8", "", "monitoring ingestion")]
    [InlineData("?limit=2", "monitoring 10, ingestion 9", "", "monitoring ingestion")]
    [InlineData("?service=ingestion", "ingestion 9", "", "ingestion")]
    [InlineData("/mine?limit=2", "monitoring 10, ingestion 9", "", "monitoring ingestion")]
    public async Task They_are_one_list(string query, string attempts, string missing, string asked) => Assert.Equal((200, attempts, missing, asked), await Told(query, Monitoring, Ingestion));

    [Theory]
    [InlineData(null, Ingestion, 200, "ingestion 9", "monitoring")]
    [InlineData(Monitoring, null, 200, "monitoring 10, monitoring 8", "ingestion")]
    [InlineData(null, null, 503, "", "")]
    public async Task Who_does_not_answer_is_named(string? monitoring, string? ingestion, int status, string attempts, string missing) =>
        Assert.Equal((status, attempts, missing, "monitoring ingestion"), await Told("", monitoring, ingestion));

    [Fact]
    public async Task Whoever_may_not_ask_is_refused_once() => Assert.Equal((403, "", "", "monitoring"), await Told("", """{"title":"role.missing"}""", Ingestion, 403));

    [Fact]
    public async Task A_service_that_keeps_none_is_not_asked() => Assert.Equal((400, "", "", ""), await Told("?service=grading", Monitoring, Ingestion));

    private static async Task<(int Status, string Attempts, string Missing, string Asked)> Told(string query, string? monitoring, string? ingestion, int status = 200)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration["Urls"] = "http://127.0.0.1:0";
        var asked = new List<string>();
        await using var one = await Stub.Answering(by => Said("monitoring", by, monitoring));
        await using var other = await Stub.Answering(by => Said("ingestion", by, ingestion));
        foreach (var (name, address) in new[] { ("monitoring", one.Address), ("ingestion", other.Address), ("grading", "http://127.0.0.1:9") })
        {
            builder.Configuration[$"Oversight:Services:{name}"] = address;
        }

        await using var gateway = GatewayService.Build(builder);
        await gateway.StartAsync();
        using var http = new HttpClient { BaseAddress = new(gateway.Urls.Single()), DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", "a-token") } };
        using var answer = await http.GetAsync($"/api/v1/attempts{query}");
        var said = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        return ((int)answer.StatusCode,
            string.Join(", ", (said["attempts"] as JsonArray ?? []).Select(attempt => $"{attempt!["service"]} {attempt["at"]!.GetValue<DateTimeOffset>().Hour}")),
            string.Join(' ', said["missing"] as JsonArray ?? []), string.Join(' ', asked.Distinct()));

        (int, string)? Said(string service, Asked by, string? says)
        {
            Assert.Equal(("Bearer a-token", $"/api/v1/attempts{query}"), (by.Acting.Token, by.Address));
            asked.Add(service);
            return says is null ? null : (status, says);
        }
    }
}
