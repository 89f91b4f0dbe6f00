namespace Oversight.Monitoring.Reads;

/// <summary>Reads the parameters of a request beside the three times; what is not understood is refused with a sentence.</summary>
internal static class Asked
{
    /// <summary>One of the words, in any capitals, or null when not asked for.</summary>
    public static string? OneOf(string name, string? text, params string[] words) => text is null ? null
        : words.FirstOrDefault(word => string.Equals(word, text.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase))
            ?? throw new BadHttpRequestException($"{name} is {string.Join(" or ", words)}, not '{Shown(text)}'.");

    /// <summary>A number of entries, or the usual one when not asked for.</summary>
    public static int Number(string name, string? text, int usual, int most) => text is null ? usual
        : text.Length <= 9 && text.All(char.IsAsciiDigit) && int.Parse(text, null) is var number && number >= 1 && number <= most ? number
        : throw new BadHttpRequestException($"{name} is a whole number from 1 to {most}, not '{Shown(text)}'.");

    public static string Shown(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
