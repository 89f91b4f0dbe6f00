using System.Text.Json.Nodes;

namespace Oversight.Cli;

/// <summary>Sources under a table: an address is too long for a column, and must be copied whole.</summary>
internal sealed class Footnotes
{
    private readonly List<string> _cited = [];
    private readonly Dictionary<string, List<JsonNode>> _sources = [];

    /// <summary>The numbers of the sources of a row, or of several.</summary>
    public string Of(params IEnumerable<JsonNode?> rows)
    {
        var all = rows.ToList();
        var sources = all.SelectMany(row => row.Rows("sources")).Where(source => source.Text("cited") is not null);
        var numbers = string.Join(", ", sources.Select(NumberOf).Distinct());
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
            Output.Line($"{i + 1,4}  {_cited[i]}{About(_sources[_cited[i]])}");
        }
    }

    // With what its publisher was called then, and who dates it: an address that several rows cite is listed once, with the name that is known best.
    private static string About(List<JsonNode> sources)
    {
        var names = sources.Select(source => source.Text("publisher")).OfType<string>().Distinct().ToList();
        var sure = names.FindAll(name => !name.Contains(" or ", StringComparison.Ordinal));
        var about = (sure.Count > 0 ? sure : names)
            .Concat(sources.Select(source => source.Text("datedBy")).OfType<string>().Distinct().Select(other => $"published on the day that {other} gives"))
            .Concat(sources.Where(source => source.Text("pageIsLater") == "true").Select(source => $"a page of a later day; what it says was first published elsewhere on {Dates.Day(source.Text("publishedOn"))}").Distinct());
        return string.Join("; ", about) is { Length: > 0 } said ? $" ({said})" : "";
    }

    private int NumberOf(JsonNode source)
    {
        var cited = source.Text("cited")!;
        if (!_sources.TryGetValue(cited, out var known))
        {
            _sources[cited] = known = [];
            _cited.Add(cited);
        }

        known.Add(source);
        return _cited.IndexOf(cited) + 1;
    }
}
