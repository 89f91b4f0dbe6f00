using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Oversight.EndToEnd.Tests.Running;
using Oversight.Testing;
using Xunit;

namespace Oversight.EndToEnd.Tests.Browsing;

/// <summary>A system of its own on the servers of the test run, with the public record, a document that waits to be looked at, a proposal that waits for somebody, and a browser.</summary>
public sealed class RunningPortal : IAsyncLifetime
{
    internal SystemUnderTest System { get; private set; } = null!;

    internal Browser Browser { get; private set; } = null!;

    /// <summary>What stands in an address for something that this system made up.</summary>
    internal Dictionary<string, string> Places { get; } = [];

    public async ValueTask InitializeAsync()
    {
        System = await SystemUnderTest.Start("portal", new[] { "OVERSIGHT_POSTGRES", "OVERSIGHT_RABBITMQ" }
            .Select(name => (name, value: Environment.GetEnvironmentVariable(name))).Where(server => server.value is { Length: > 0 })
            .Append(("OVERSIGHT_INSTANCE", $"portal_{Guid.NewGuid():N}"[..20])).ToDictionary(server => server.Item1, server => server.Item2!));
        Browser = await Browser.Open(System.Address("gateway"), System.Address("identity"));
        _ = (await System.Run("import", Document("02-report-summary.html"), "--source", "https://example.org/wiltshire-2021-22")).Succeeded;
        var claim = (await Json("/api/v1/bodies/kent/history")).GetProperty("entries")[0].GetProperty("sources")[0].GetProperty("claimId").GetString()!;
        var today = DateTime.UtcNow.ToString("yyyy-MM-dd", null);
        var proposed = JsonSerializer.Deserialize<JsonElement>((await System.Run("propose", "kent", "--to", "engage", "--on", today, "--reason", "several causes at once", "--evidence", claim, "--as", "ines", "--json")).Succeeded);
        Places["{decision}"] = proposed.GetProperty("id").GetString()!;
        Places["{submission}"] = (await Json("/api/v1/submissions")).GetProperty("submissions").EnumerateArray().First(one => one.GetProperty("name").GetString() == "monitoring-history.csv").GetProperty("submission").GetString()!;
        var waiting = (await Json("/api/v1/candidates?state=waiting")).GetProperty("candidates")[0];
        (Places["{candidate}"], Places["{document}"]) = (waiting.GetProperty("candidate").GetString()!, waiting.GetProperty("submission").GetString()!);
        Places["{fact}"] = Uri.EscapeDataString((await Json("/api/v1/conflicts")).GetProperty("conflicts")[0].GetProperty("factId").GetString()!);

        await using var window = await Browser.Window();
        await window.Go("/");
        await window.SignIn("Clara Thornbury");
        Places["{follow}"] = await window.Follow("/following/new?body=kent&kind=engage&kind=scan", "Moves of Kent Police");
    }

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null)
        {
            await Browser.DisposeAsync();
        }

        if (System is not null)
        {
            await System.DisposeAsync();
        }
    }

    internal static string Document(string name) => DocumentSample.All.Single(sample => sample.Name == name).Path;

    internal string Placed(string address) => Places.Aggregate(address, (text, place) => text.Replace(place.Key, place.Value, StringComparison.Ordinal));

    internal async Task<JsonElement> Json(string path) => JsonSerializer.Deserialize<JsonElement>(await System.Http.GetStringAsync(new Uri(path, UriKind.Relative)));

    /// <summary>Sends rows as anybody may, and waits until the record has learned something of them.</summary>
    internal async Task Send(string csv)
    {
        var before = (await Json("/api/v1/changes/position")).GetProperty("position").GetInt64();
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(csv)) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } };
        using var answer = await System.Http.PostAsync(new Uri("/api/v1/submissions?name=rows.csv", UriKind.Relative), content);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        await Eventually.True("the rows to be known", async () => (await Json($"/api/v1/changes/position?after={before}")).GetProperty("changes").GetInt64() > 0);
    }
}

[CollectionDefinition(Name)]
public sealed class OfRunningPortal : ICollectionFixture<RunningPortal>
{
    public const string Name = "the running portal";
}
