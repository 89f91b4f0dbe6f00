using System.Text.Json;

namespace Oversight.Core;

/// <summary>Writes the cases of an enum as events, contracts and files do: <c>FileToCps</c> is <c>file-to-cps</c>.</summary>
public static class Kebab
{
    extension(Enum value)
    {
        /// <summary>Its word.</summary>
        public string Word => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
    }

    /// <summary>Every word of an enum, in its order.</summary>
    public static IEnumerable<string> Words<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(value => value.Word);

    /// <summary>The case that a word stands for, in any capitals; null when there is none.</summary>
    public static T? Read<T>(string word)
        where T : struct, Enum =>
        Enum.GetValues<T>().Where(value => value.Word.Equals(word, StringComparison.OrdinalIgnoreCase)).Cast<T?>().FirstOrDefault();

    /// <summary>The same for a word that is known to be one.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static T Parse<T>(string word)
        where T : struct, Enum => Read<T>(word) ?? throw new FormatException($"'{word}' is none of {string.Join(", ", Words<T>())}.");
}
