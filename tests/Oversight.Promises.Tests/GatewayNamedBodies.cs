using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Oversight.Gateway;
using Oversight.Promises.Tests.Cli;
using Xunit;

namespace Oversight.Promises.Tests;

/// <summary>Grading is asked by id, whatever name the body was asked for by; of nobody's name it is not asked at all.</summary>
public sealed class GatewayNamedBodies
{
    [Theory]
    [InlineData("/api/v1/practice?body=the%20Met&asOf=2022-09-21", "/api/v1/practice?body=metropolitan&asOf=2022-09-21")]
    [InlineData("/api/v1/findings?body=metropolitan", "/api/v1/findings?body=metropolitan")]
    [InlineData("/api/v1/bodies/the%20Met/grades?asOf=2022-09-21", "/api/v1/bodies/metropolitan/grades?asOf=2022-09-21")]
    [InlineData("/api/v1/audits?kind=recording", "/api/v1/audits?kind=recording")]
    public async Task A_name_becomes_its_id(string path, string asked) => Assert.Equal((200, asked), await Told(path, 200, """{"bodies":[{"id":"metropolitan"}]}"""));

    [Theory]
    [InlineData("/api/v1/audits?body=metropolitian")]
    [InlineData("/api/v1/bodies/metropolitian/audits")]
    public async Task A_name_that_nobody_has_is_refused_in_the_words_of_the_register(string path) =>
        Assert.Equal((404, "body.unknown"), await Told(path, 404, """{"title":"body.unknown"}"""));

    [Fact]
    public async Task Without_the_register_the_question_goes_on_as_it_is() =>
        Assert.Equal((200, "/api/v1/practice?body=metropolitan"), await Told("/api/v1/practice?body=metropolitan", 0, null));

    private static async Task<(int Status, string Asked)> Told(string path, int status, string? register)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration["Urls"] = "http://127.0.0.1:0";
        await using var monitoring = await Stub.Answering(by => register is null ? null : (status, register));
        await using var grading = await Stub.Answering(by => (200, new JsonObject { ["title"] = by.Address }.ToJsonString()));
        foreach (var (name, address) in new[] { ("monitoring", monitoring.Address), ("grading", grading.Address), ("ingestion", "http://127.0.0.1:9") })
        {
            builder.Configuration[$"Oversight:Services:{name}"] = address;
        }

        await using var gateway = GatewayService.Build(builder);
        await gateway.StartAsync();
        using var http = new HttpClient { BaseAddress = new(gateway.Urls.Single()) };
        using var answer = await http.GetAsync(path);
        return ((int)answer.StatusCode, Uri.UnescapeDataString(JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["title"]!.GetValue<string>()));
    }
}
