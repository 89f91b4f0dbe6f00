using System.Text.RegularExpressions;
using Xunit;

namespace Oversight.Promises.Tests.Portal;

/// <summary>A page of a body with a long history is no long way for whoever goes by keyboard.</summary>
public sealed class LongPages
{
    private static readonly string[] None = [];

    [Fact]
    public async Task The_newest_entries_are_open_and_the_others_folded_by_year()
    {
        var entries = Enumerable.Range(0, 40).Select(at => new
        {
            id = $"entry-{at}", on = at == 39 ? null : $"{2026 - (at / 8)}-01-{28 - (at % 8):00}", kind = "letter", title = $"Letter {at}", marks = None, links = None,
            sources = new[] { new { cited = "https://example.org/letter", publishedOn = "2022-06-28", submission = "9461f805", line = at, claimId = $"claim-{at}" } },
        });
        var page = await Page.At("/bodies/kent",
            ("/api/v1/bodies/kent", new
            {
                id = "kent", name = "Kent Police", nameThen = "Kent Police", service = "police", names = None, status = new { phase = "Scan", sources = None, marks = None, trail = None }, stays = None, conflicts = None, grades = None, audits = None, missing = None,
            }),
            ("/api/v1/bodies/kent/history", new { id = "kent", name = "Kent Police", total = 40, entries }));

        var folded = Regex.Matches(page.Html, "<details class=\"govuk-details\">.*?</details>", RegexOptions.Singleline).Select(match => match.Value).ToList();
        Assert.Equal(["2025: 6 earlier entries", "2024: 8 earlier entries", "2023: 8 earlier entries", "2022: 7 earlier entries", "Year not known: 1 earlier entry"],
            folded.Select(one => Regex.Match(one, "summary-text\">([^<]*)<").Groups[1].Value));
        var open = folded.Aggregate(page.Html, (html, one) => html.Replace(one, "", StringComparison.Ordinal));
        Assert.Equal(10, Regex.Count(open, "id=\"entry-"));
        Assert.Equal(40, Regex.Count(page.Html, "id=\"entry-"));
        Assert.InRange(Regex.Count(open, "<a |<button|<input|<select|<summary|tabindex=\"0\""), 1, 120);
    }

    [Fact]
    public async Task Every_page_leads_back_to_its_top() => Assert.Contains("<a class=\"govuk-link\" href=\"#top\">Back to top</a>", (await Page.At("/engage")).Html, StringComparison.Ordinal);
}
