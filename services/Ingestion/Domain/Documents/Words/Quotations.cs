namespace Oversight.Ingestion.Documents.Words;

/// <summary>Words in quotation marks.</summary>
/// <param name="At">With the marks.</param>
/// <param name="IsOpen">Its block ends before it does; the next one may go on with it.</param>
internal readonly record struct Quotation(Span At, bool IsOpen);

/// <summary>Finds what is quoted in a block: double marks, and single ones that are no apostrophes.</summary>
internal static class Quotations
{
    private const int FewestWords = 4;

    /// <summary>Quotations long enough to be speech rather than a word held with tongs.</summary>
    public static List<Quotation> In(string text)
    {
        var found = new List<Quotation>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '"' && !OpensSingle(text, i))
            {
                continue;
            }

            var end = text[i] == '"' ? text.IndexOf('"', i + 1) : ClosingSingle(text, i + 1);
            if (end < 0)
            {
                if (text[i] == '"' && IsLong(text.AsSpan(i)))
                {
                    found.Add(new(new(i, text.Length), true));
                }

                if (text[i] == '"')
                {
                    break;
                }

                continue;
            }

            if (IsLong(text.AsSpan(i, end - i)))
            {
                found.Add(new(new(i, end + 1), false));
            }

            i = end;
        }

        return found;
    }

    // "We are sorry," is short, yet a sentence.
    private static bool IsLong(ReadOnlySpan<char> quoted) =>
        quoted.Count(' ') >= FewestWords || (quoted.Count(' ') == FewestWords - 1 && !Named(quoted[1..])) || (quoted.Length > 3 && char.IsUpper(quoted[1]) && quoted[^1] is ',' or '.' or '!' or '?');

    // "A path of reform" names something and says nothing.
    private static bool Named(ReadOnlySpan<char> quoted) => quoted.StartsWith("a ") || quoted.StartsWith("an ") || quoted.StartsWith("the ");

    private static bool OpensSingle(string text, int at) =>
        text[at] == '\'' && (at == 0 || text[at - 1] is ' ' or '(' or ':') && at + 1 < text.Length && char.IsLetter(text[at + 1]);

    private static int ClosingSingle(string text, int from)
    {
        // A person's quotation is not longer than this, and a stray mark must not cost more.
        for (var i = from; i < Math.Min(text.Length, from + 2_000); i++)
        {
            if (text[i] == '\'' && (i + 1 == text.Length || !char.IsLetterOrDigit(text[i + 1])) && (text[i - 1] is '.' or ',' or '!' or '?' || (char.IsLetterOrDigit(text[i - 1]) && text[i - 1] != 's')))
            {
                return i;
            }
        }

        return -1;
    }
}
