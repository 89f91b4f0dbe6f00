using System.Globalization;
using System.Text;

namespace Oversight.Ingestion.Text;

/// <summary>Somebody else's text inside a sentence of ours: short, in quotes, and with nothing hidden in it.</summary>
public static class Shown
{
    private const int Longest = 80;

    /// <summary>The text in quotes; what cannot be seen or could be mistaken for a Latin letter is written as its code, such as <c>\u202e</c>.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var shown = new StringBuilder(Math.Min(text.Length, Longest) + 2).Append('\'');
        foreach (var c in text.AsSpan(0, Math.Min(text.Length, Longest)))
        {
            if (IsPlain(c))
            {
                shown.Append(c);
            }
            else
            {
                shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            }
        }

        return shown.Append(text.Length > Longest ? "…'" : "'").ToString();
    }

    /// <summary>Is it a character that changes how its neighbours are shown, or is not shown at all?</summary>
    public static bool IsHidden(char c) => c is '\u00ad' or '\u061c' or '\u180e' or '\ufeff'
        or (>= '\u200b' and <= '\u200f') or (>= '\u2028' and <= '\u202e') or (>= '\u2060' and <= '\u206f') or (>= '\ufff9' and <= '\ufffb');

    private static bool IsPlain(char c) => !char.IsControl(c) && !IsHidden(c)
        && c is < '\u0250' or (>= '\u1e00' and <= '\u1eff') or (>= '\u2010' and <= '\u2027') or (>= '\u2030' and <= '\u205e') or '\u20ac';
}
