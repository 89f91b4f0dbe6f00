using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Oversight.Ingestion;
using Oversight.Service.Tests.Identity;
using Xunit;

namespace Oversight.Service.Tests.Ingestion;

/// <summary>Who may send a file, and that the record says who did.</summary>
public sealed class SendingTests
{
    [Fact]
    public async Task Where_people_sign_in_elsewhere_nobody_sends_a_file_without_a_sign_in()
    {
        await using var ingestion = await ServiceRunning.Start(IngestionService.Build, null, ("OVERSIGHT_OIDC_AUTHORITY", "https://login.example.org/"));
        var before = await ingestion.App.Head();

        Assert.Equal((HttpStatusCode.Unauthorized, "identity.missing"), await Sent(ingestion, null));

        Assert.Equal(before, await ingestion.App.Head());
        Assert.Empty((await ingestion.Get("/api/v1/submissions"))["submissions"]!.AsArray());
    }

    [Theory]
    [InlineData("ines", "Ines Holloway (ines)")]
    [InlineData("vera", "Vera Wren (vera)")]
    [InlineData(null, "anonymous")]
    [InlineData("forged", "anonymous")]
    public async Task On_this_machine_anybody_does_and_the_record_says_who(string? person, string by)
    {
        await using var provider = await DemoProvider.Start();
        await using var ingestion = await ServiceRunning.Start(IngestionService.Build, null, provider.Settings);
        var token = person == "forged" ? provider.Forged(audience: "somebody else") : person is null ? null : await provider.TokenOf(person);

        Assert.Equal((HttpStatusCode.OK, null), await Sent(ingestion, token));

        await ingestion.App.ViewsAreCurrent();
        Assert.Equal([by], (await ingestion.Get("/api/v1/submissions"))["submissions"]!.AsArray().Select(one => (string?)one!["by"]));
    }

    private static async Task<(HttpStatusCode, string?)> Sent(ServiceRunning ingestion, string? token)
    {
        using var content = new StringContent("force,name,country,ons_code\nkent,Kent Police,England,E23000032\n", MediaTypeHeaderValue.Parse("text/csv"));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/submissions?name=forces.csv") { Content = content };
        request.Headers.Authorization = token is null ? null : new("Bearer", token);
        using var answer = await ingestion.Http.SendAsync(request);
        return (answer.StatusCode, (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["title"]);
    }
}
