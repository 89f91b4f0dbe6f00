using System.Text.Json.Nodes;

namespace Oversight.Cli;

/// <summary>Sources under a table: an address is too long for a column, and must be copied whole.</summary>
internal sealed class Footnotes
{
    private readonly List<string> _cited = [];

    /// <summary>The numbers of the sources of a row, or of several.</summary>
    public string Of(params IEnumerable<JsonNode?> rows)
    {
        var all = rows.ToList();
        var cited = all.SelectMany(row => row.Rows("sources")).Select(Said).OfType<string>().Distinct();
        var numbers = string.Join(", ", cited.Select(NumberOf));
        return numbers.Length == 0 ? "none" : all.Exists(row => row.Text("moreSources") == "true") ? $"{numbers} and more" : numbers;
    }

    public void Write()
    {
        if (_cited.Count > 0)
        {
            Output.Line();
            Output.Line("Sources");
        }

        for (var i = 0; i < _cited.Count; i++)
        {
            Output.Line($"{i + 1,4}  {_cited[i]}");
        }
    }

    // With what its publisher was called then, and who dates it.
    private static string? Said(JsonNode source)
    {
        string?[] about = [source.Text("publisher"), source.Text("datedBy") is { } other ? $"published on the day that {other} gives" : null,
            source.Text("pageIsLater") == "true" ? $"a page of a later day; what it says was first published elsewhere on {Dates.Day(source.Text("publishedOn"))}" : null];
        return string.Join("; ", about.OfType<string>()) is { Length: > 0 } said ? $"{source.Text("cited")} ({said})" : source.Text("cited");
    }

    private int NumberOf(string cited)
    {
        var index = _cited.IndexOf(cited);
        if (index < 0)
        {
            index = _cited.Count;
            _cited.Add(cited);
        }

        return index + 1;
    }
}
