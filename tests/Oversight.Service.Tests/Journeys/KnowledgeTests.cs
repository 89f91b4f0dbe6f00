using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace Oversight.Service.Tests.Journeys;

/// <summary>The whole record, read by people of many days: nothing tells them what came later.</summary>
[Collection(nameof(WholeSystem))]
public sealed partial class KnowledgeTests(WholeSystem system)
{
    private static readonly string[] OfAll = ["causes?", "investigations?", "engage?", "status?", "prompts?state=all&", "practice?", "findings?", "conflicts?", "section-55?", "decisions?state=all&"];
    private static readonly string[] OfBody = ["?", "/history?limit=1000&", "/stays?", "/causes?", "/investigations?", "/lineage?", "/audits?", "/grades?"];

    [Theory]
    [InlineData("2018-12-31")]
    [InlineData("2020-06-30")]
    [InlineData("2021-05-06")]
    [InlineData("2022-05-06")]
    [InlineData("2022-09-21")]
    [InlineData("2023-11-30")]
    [InlineData("2024-07-31")]
    [InlineData("2025-05-31")]
    public async Task No_text_of_any_read_names_a_later_year_or_says_later(string day)
    {
        var bodies = (await system.Get("/api/v1/bodies")).GetProperty("bodies").EnumerateArray().Select(body => body.GetProperty("id").GetString());
        string[] reads = [.. OfAll, .. bodies.SelectMany(body => OfBody.Select(read => $"bodies/{body}{read}"))];
        var (told, texts) = (new List<string>(), 0);
        await Parallel.ForEachAsync(reads, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (read, ct) =>
        {
            using var answer = await system.Http.GetAsync($"/api/v1/{read}asOf={day}&knownAt={day}", ct);
            if (answer.IsSuccessStatusCode)
            {
                var found = Texts(JsonDocument.Parse(await answer.Content.ReadAsStringAsync(ct)).RootElement).ToArray();
                lock (told)
                {
                    texts += found.Length;
                    told.AddRange(found.Where(text => IsLater(text, day)).Select(text => $"{read} {text}"));
                }
            }
        });

        Assert.True(told.Count == 0, string.Join('\n', told.Order(StringComparer.Ordinal).Distinct().Take(20)));
        Assert.True(texts > 100, $"{texts} texts were read.");
    }

    [Theory]
    [InlineData("/api/v1/bodies/metropolitan?asOf=2022-09-21&knownAt=2022-09-21", "Daniel Morgan panel findings; […]", "child-exploitation causes")]
    [InlineData("/api/v1/causes?body=metropolitan&asOf=2022-09-30&knownAt=2022-09-30", "named as a ground for Engage", "exit letter")]
    [InlineData("/api/v1/causes?body=dyfed-powys&asOf=2021-05-06&knownAt=2021-05-06", "[…]", "accelerated cause")]
    [InlineData("/api/v1/bodies/buckinghamshire-fire/causes?asOf=2022-05-06&knownAt=2022-05-06", "[…]", "issued again")]
    public async Task What_is_left_out_is_marked(string read, string told, string untold)
    {
        var answer = (await system.Http.GetStringAsync(read)).Replace("\\u2026", "…", StringComparison.Ordinal);
        Assert.Contains(told, answer, StringComparison.Ordinal);
        Assert.Contains("later words left out", answer, StringComparison.Ordinal);
        Assert.DoesNotContain(untold, answer, StringComparison.Ordinal);
        Assert.Contains(untold, await system.Http.GetStringAsync(read.Split('?')[0] + (read.Contains("body=", StringComparison.Ordinal) ? $"?body={read.Split("body=")[1].Split('&')[0]}" : "")), StringComparison.Ordinal);
    }

    private static bool IsLater(string text, string day) => Year().Matches(text).Any(year => int.Parse(year.Value, CultureInfo.InvariantCulture) > int.Parse(day[..4], CultureInfo.InvariantCulture))
        || text.Contains("later on", StringComparison.Ordinal) || text.Contains("added later", StringComparison.Ordinal) || text.Contains("later added", StringComparison.Ordinal)
        || text.Contains("later convicted", StringComparison.Ordinal) || text.Contains("again that year", StringComparison.Ordinal);

    // What has no space is a date, an id or an address; what a programme is, and how a register is read, is no news of a day,
    // nor is the version of the precedence by which this system settles what stood in conflict that day.
    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Where(member => member.Name is not ("cited" or "datedBy" or "programme" or "comparableWith") && !(member.Name == "note" && element.TryGetProperty("asOf", out _))).SelectMany(member => Texts(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.String when element.GetString() is { } text && text.Contains(' ', StringComparison.Ordinal) && !text.StartsWith("precedence ", StringComparison.Ordinal) => [text],
        _ => [],
    };

    // A programme such as PEEL 2023-25 is named after its first year; how many days something lasted is no year.
    [GeneratedRegex(@"(?<![\d/-])(19|20)\d\d(?!\d)(?! (and \d+ )?days)")]
    private static partial Regex Year();
}
