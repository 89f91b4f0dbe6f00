using System.Text.Json;
using Oversight.EndToEnd.Tests.Running;
using Oversight.Testing;
using Xunit;

namespace Oversight.EndToEnd.Tests.Browsing;

/// <summary>A system of its own, with the public record, a document that waits to be looked at, and a proposal that waits for somebody.</summary>
public sealed class RunningPortal : IAsyncLifetime
{
    internal SystemUnderTest System { get; private set; } = null!;

    /// <summary>What stands in an address for something that this system made up.</summary>
    internal Dictionary<string, string> Places { get; } = [];

    public async ValueTask InitializeAsync()
    {
        System = await SystemUnderTest.Start("portal");
        var document = DocumentSample.All.Single(sample => sample.Name == "02-report-summary.html").Path;
        _ = (await System.Run("import", document, "--source", "https://example.org/wiltshire-2021-22")).Succeeded;
        var claim = (await Json("/api/v1/bodies/kent/history")).GetProperty("entries")[0].GetProperty("sources")[0].GetProperty("claimId").GetString()!;
        var today = DateTime.UtcNow.ToString("yyyy-MM-dd", null);
        var proposed = JsonSerializer.Deserialize<JsonElement>((await System.Run("propose", "kent", "--to", "engage", "--on", today, "--reason", "several causes at once", "--evidence", claim, "--as", "ines", "--json")).Succeeded);
        Places["{decision}"] = proposed.GetProperty("id").GetString()!;
        Places["{submission}"] = (await Json("/api/v1/submissions")).GetProperty("submissions").EnumerateArray().First(one => one.GetProperty("name").GetString() == "monitoring-history.csv").GetProperty("submission").GetString()!;
        var waiting = (await Json("/api/v1/candidates?state=waiting")).GetProperty("candidates")[0];
        (Places["{candidate}"], Places["{document}"]) = (waiting.GetProperty("candidate").GetString()!, waiting.GetProperty("submission").GetString()!);
        Places["{fact}"] = Uri.EscapeDataString((await Json("/api/v1/conflicts")).GetProperty("conflicts")[0].GetProperty("factId").GetString()!);
    }

    public async ValueTask DisposeAsync()
    {
        if (System is not null)
        {
            await System.DisposeAsync();
        }
    }

    internal string Placed(string address) => Places.Aggregate(address, (text, place) => text.Replace(place.Key, place.Value, StringComparison.Ordinal));

    private async Task<JsonElement> Json(string path) => JsonSerializer.Deserialize<JsonElement>(await System.Http.GetStringAsync(new Uri(path, UriKind.Relative)));
}

[CollectionDefinition(Name)]
public sealed class OfRunningPortal : ICollectionFixture<RunningPortal>
{
    public const string Name = "the running portal";
}
