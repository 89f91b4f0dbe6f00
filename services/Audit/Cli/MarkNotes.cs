using System.Text.Json.Nodes;

namespace Oversight.Cli;

/// <summary>Marks on a page of entries: one that many have is written once, under the page.</summary>
internal sealed class MarkNotes(IReadOnlyCollection<JsonNode> entries)
{
    private readonly List<(string Mark, int Entries)> _marks = [.. entries.SelectMany(entry => entry.Texts("marks").Distinct()).CountBy(mark => mark).Select(mark => (mark.Key, mark.Value))];

    /// <summary>What is said beside an entry: a mark in words, or the letter of one that others have too; nothing of what all have.</summary>
    public string Of(JsonNode entry)
    {
        var said = entry.Texts("marks").Distinct().Where(mark => !IsOfAll(mark)).Select(mark => Letter(mark) is { } letter ? $"{letter}" : mark).ToList();
        return said.Count > 0 ? $" ({string.Join("; ", said)})" : "";
    }

    public void Write()
    {
        if (_marks.Exists(mark => mark.Entries > 1))
        {
            Output.Line();
        }

        foreach (var (mark, _) in _marks.Where(mark => mark.Entries > 1))
        {
            Output.Line(IsOfAll(mark) ? $"Of every entry: {mark}" : $"({Letter(mark)}) {mark}");
        }
    }

    private bool IsOfAll(string mark) => entries.Count > 1 && _marks.Contains((mark, entries.Count));

    private char? Letter(string mark) =>
        _marks.FindAll(known => known.Entries > 1 && !IsOfAll(known.Mark)).FindIndex(known => known.Mark == mark) is >= 0 and var at ? (char)('a' + at) : null;
}
