namespace Oversight.Ingestion.Documents;

/// <summary>Several letters set as one sign, as typesetting does: "ﬁ" for "fi".</summary>
public static class Ligatures
{
    private const char First = '\uFB00';

    // Spelt out, for without the data of a culture normalising leaves them.
    private static readonly string[] Letters = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];

    /// <summary>The letters of a ligature; null for any other character.</summary>
    public static string? Of(char c) => c >= First && c - First < Letters.Length ? Letters[c - First] : null;
}
