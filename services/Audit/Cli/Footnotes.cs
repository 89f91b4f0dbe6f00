using System.Text.Json.Nodes;

namespace Oversight.Cli;

/// <summary>Sources under a table: an address is too long for a column, and must be copied whole.</summary>
internal sealed class Footnotes
{
    private readonly List<string> _cited = [];

    /// <summary>The numbers of the sources of a row.</summary>
    public string Of(JsonNode? row, string without = "none")
    {
        var numbers = row.Rows("sources").Select(source => source.Text("cited")).OfType<string>().Distinct().Select(NumberOf).ToList();
        return numbers.Count == 0 ? without : string.Join(", ", numbers);
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
