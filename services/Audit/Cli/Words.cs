using System.Text.Json.Nodes;

namespace Oversight.Cli;

/// <summary>The inspectorate's words for what an answer holds; nothing is ever blank.</summary>
internal static class Words
{
    public static string Phase(string? phase) => phase switch
    {
        null => "not known",
        "CannotTell" => "cannot tell",
        _ => phase,
    };

    /// <summary>What a reader must be told beside the answer, in brackets.</summary>
    public static string Marks(JsonNode? of)
    {
        var marks = of.Texts("marks").Select(Mark).ToList();
        return marks.Count == 0 ? "" : $" ({string.Join("; ", marks)})";
    }

    /// <summary>PublicationDateUnknown, publication-date-unknown: publication date unknown.</summary>
    public static string Mark(string mark) =>
        string.Concat(mark.Select((letter, index) => char.IsUpper(letter) && index > 0 ? $" {letter}" : letter.ToString())).Replace('-', ' ').ToLowerInvariant();
}
