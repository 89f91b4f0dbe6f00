using Xunit;

namespace Oversight.Promises.Tests.Portal;

/// <summary>An open page is told everything that was learned since it was made.</summary>
public sealed class Live
{
    private static readonly (string, object) Position = ("/api/v1/changes/position", new { position = 41, changes = 0 });

    [Theory]
    [InlineData("/")]
    [InlineData("/engage")]
    [InlineData("/bodies/kent")]
    [InlineData("/work/candidates")]
    public async Task Every_page_says_up_to_where_the_record_went_before_it_asked_for_anything(string address)
    {
        var page = await Page.At(address, Position, ("/api/v1/bodies/kent", new
        {
            id = "kent", name = "Kent Police", nameThen = "Kent Police", service = "police", names = Array.Empty<object>(),
            status = new { phase = "Scan", sources = Array.Empty<object>(), marks = Array.Empty<string>(), trail = Array.Empty<object>() }, stays = Array.Empty<object>(), conflicts = Array.Empty<object>(), missing = Array.Empty<string>(),
        }));
        Assert.Contains("data-after=\"41\"", page.Html, StringComparison.Ordinal);
        Assert.Equal("/api/v1/changes/position", page.Asked[0].Address);
    }

    [Fact]
    public async Task What_is_announced_is_what_the_list_of_changes_shows() => Assert.Equal("data: 3", await Page.FirstLine("/live?after=41", "data:",
        ("/api/v1/changes/position", new { position = 47, changes = 6 }),
        ("/api/v1/changes?limit=50&after=41", """{"after":41,"position":47,"bodiesChanged":2,"bodies":[{"id":"kent","name":"Kent Police","lastAt":"2026-01-01T00:00:00Z","total":2,"changes":[]},{"id":"gwent","name":"Gwent Police","lastAt":"2026-01-01T00:00:00Z","total":1,"changes":[]}]}""")));

    [Fact]
    public async Task A_page_of_another_time_announces_nothing()
    {
        var page = await Page.At("/engage?asOf=2022-07-08", Position);
        Assert.DoesNotContain("data-after", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Asked, asked => asked.Address.StartsWith("/api/v1/changes", StringComparison.Ordinal));
    }
}
