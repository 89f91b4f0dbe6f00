using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Oversight.Core;
using Oversight.Ingestion.Documents;

namespace Oversight.Ingestion.Readers;

/// <summary>Plain text as somebody saved it: the text itself is kept to the letter, so that offsets are those of the file.</summary>
internal static partial class TextReading
{
    private const int LongestHeading = 110, ShortLine = 55;

    public static DocumentText Of(ReadOnlySpan<byte> bytes, CancellationToken ct)
    {
        var text = Decoded(bytes);
        return text.Length > DocumentReader.LongestText ? throw DocumentReader.TooLong() : new(text, Blocks(text, ct));
    }

    private static string Decoded(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            bytes = bytes[3..];
        }

        if (bytes.Contains((byte)0))
        {
            throw new RejectedException("document.encoding", "The text has NUL bytes in it; it may be in UTF-16 or no text at all. Save it as UTF-8.");
        }

        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException fault)
        {
            throw new RejectedException("document.encoding", $"Near byte {fault.Index} the text is not in UTF-8; save it with that encoding.");
        }
    }

    private readonly record struct Line(int Start, int End, string Text)
    {
        public bool IsBlank => Text.Length == 0;
    }

    internal static ImmutableArray<Block> Blocks(string text, CancellationToken ct)
    {
        var lines = Lines(text).ToList();
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var (tables, others) = (0, false);
        for (var i = 0; i < lines.Count;)
        {
            ct.ThrowIfCancellationRequested();
            if (lines[i].IsBlank)
            {
                i++;
                continue;
            }

            var end = i;
            while (end < lines.Count && !lines[end].IsBlank)
            {
                end++;
            }

            others = Group(lines[i..end], others, ref tables, blocks);
            i = end;
        }

        return blocks.ToImmutable();
    }

    // Lines up to a blank one. True when a list of other stories goes on after them.
    private static bool Group(List<Line> lines, bool others, ref int tables, ImmutableArray<Block>.Builder blocks)
    {
        var widest = lines.Max(line => line.Text.Length);
        for (var i = 0; i < lines.Count;)
        {
            if (Cells(lines[i].Text).Length > 1 && ((i + 1 < lines.Count && Cells(lines[i + 1].Text).Length > 1) || (i + 2 < lines.Count && Rule().IsMatch(lines[i + 1].Text))))
            {
                i = Table(lines, i, tables++, blocks);
                continue;
            }

            var last = i;
            while (last + 1 < lines.Count && GoesOn(lines[last], lines[last + 1], widest))
            {
                last++;
            }

            var block = (Start: lines[i].Start, End: lines[last].End);
            var isSentence = Ends().IsMatch(lines[last].Text) && (last > i || lines[i].Text.Length > 40);
            others = (others && !isSentence) || Furniture.BeginsOthers(lines[i].Text);
            var kind = others || (last == i && Furniture.Is(lines[i].Text)) ? BlockKind.Chrome
                : Bullet().IsMatch(lines[i].Text) ? BlockKind.ListItem
                : last == i && lines[i].Text.Length <= LongestHeading && !Ends().IsMatch(lines[i].Text) && !lines[i].Text.EndsWith(':') && !lines[i].Text.EndsWith(',') ? BlockKind.Heading
                : BlockKind.Paragraph;
            blocks.Add(new(kind, block.Start, block.End));
            i = last + 1;
        }

        return others;
    }

    // Wrapped lines go on; a line that ends early or begins something new does not.
    private static bool GoesOn(Line line, Line next, int widest) =>
        !Bullet().IsMatch(next.Text) && !Labelled().IsMatch(next.Text) && !Valued().IsMatch(next.Text) && !Furniture.Is(line.Text) && !Furniture.Is(next.Text) && !line.Text.EndsWith(':')
        && (line.Text.Length > Math.Max(ShortLine, widest * 0.6) ? widest < 140 && (!Ends().IsMatch(line.Text) || line.Text.Length > widest * 0.75) : char.IsLower(next.Text[0]) && !Ends().IsMatch(line.Text));

    private static int Table(List<Line> lines, int at, int table, ImmutableArray<Block>.Builder blocks)
    {
        var row = 0;
        for (; at < lines.Count && (Cells(lines[at].Text).Length > 1 || Rule().IsMatch(lines[at].Text)); at++)
        {
            if (Rule().IsMatch(lines[at].Text))
            {
                continue;
            }

            var (column, from) = (0, 0);
            foreach (var cell in Cells(lines[at].Text))
            {
                var start = lines[at].Text.IndexOf(cell, from, StringComparison.Ordinal);
                from = start + cell.Length;
                blocks.Add(new(BlockKind.TableCell, lines[at].Start + start, lines[at].Start + from, new(table, row, column++)));
            }

            row++;
        }

        return at;
    }

    private static string[] Cells(string line) => Bullet().IsMatch(line) ? [line]
        : line.Contains('|', StringComparison.Ordinal) ? line.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is { Length: <= 12 } cells && !Furniture.Is(line) ? cells : [line]
        : Gaps().Split(line) is { Length: <= 12 } parts ? [.. parts.Where(part => part.Trim().Length > 0).Select(part => part.Trim())] : [line];

    private static IEnumerable<Line> Lines(string text)
    {
        for (var start = 0; start <= text.Length;)
        {
            var end = text.AsSpan(start).IndexOfAny('\n', '\r', '\f') is >= 0 and var found ? start + found : text.Length;
            var (first, last) = (start, end);
            while (first < last && char.IsWhiteSpace(text[first]))
            {
                first++;
            }

            while (last > first && char.IsWhiteSpace(text[last - 1]))
            {
                last--;
            }

            yield return new(first, last, text[first..last]);
            start = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
        }
    }

    [GeneratedRegex(@"[.!?:;]['""’”)]{0,2}$")]
    private static partial Regex Ends();

    [GeneratedRegex(@"^(?:[•▪●◦*]|[-–—](?= )|\d{1,2}[.)](?= )|[a-z]\)) ?")]
    private static partial Regex Bullet();

    // "Adequate: responding to the public" begins a line of its own.
    [GeneratedRegex(@"^[A-Z][\w ]{2,30}: ")]
    private static partial Regex Labelled();

    // "Getting the right people with the right skills: Adequate" is a line of a list.
    [GeneratedRegex(@"^[A-Z][^:.;]{3,110}: ?[A-Z][a-z]+(?: [A-Za-z]+)?\.?$")]
    private static partial Regex Valued();

    [GeneratedRegex(@"^[\s|+:=-]{3,}$")]
    private static partial Regex Rule();

    [GeneratedRegex(@"\t+| {3,}")]
    private static partial Regex Gaps();
}
