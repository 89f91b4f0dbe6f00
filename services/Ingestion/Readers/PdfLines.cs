using UglyToad.PdfPig.Content;

namespace Oversight.Ingestion.Readers;

/// <summary>Words that stand together on a line.</summary>
internal sealed record PdfPart(IReadOnlyList<PdfWord> Words)
{
    public string Text => string.Join(' ', Words.Select(word => word.Text));

    public double Left => Words[0].Left;

    public double Right => Words[^1].Right;
}

/// <summary>A word of a line.</summary>
internal readonly record struct PdfWord(string Text, double Left, double Right);

/// <summary>A line of a page; more than one part where wide gaps divide it, as in a table.</summary>
internal sealed record PdfLine(List<PdfPart> Parts, double Top, double Baseline, double Bottom, double Size, bool IsBold, bool IsAtEdge)
{
    public string Text => string.Join(' ', Parts.Select(part => part.Text));

    public double Left => Parts[0].Left;

    public double Right => Parts[^1].Right;
}

/// <summary>Puts the words of a page into lines, in the order in which they are read.</summary>
internal static class PdfLines
{
    // A gap wider than this many letters divides a line.
    private const double WideGap = 2.2;

    public static List<PdfLine> Of(Page page)
    {
        var words = page.GetWords().Where(word => !string.IsNullOrWhiteSpace(word.Text)).ToList();
        return Gutter(words, page.Width) is { } gutter
            ? [.. Lines(page, words.FindAll(word => IsAcross(word, gutter, words))), .. Lines(page, words.FindAll(word => !IsAcross(word, gutter, words) && word.BoundingBox.Right <= gutter)),
                .. Lines(page, words.FindAll(word => !IsAcross(word, gutter, words) && word.BoundingBox.Right > gutter))]
            : Lines(page, words);
    }

    private static List<PdfLine> Lines(Page page, List<Word> words)
    {
        var lines = new List<List<Word>>();
        foreach (var word in words.OrderByDescending(word => Baseline(word)).ThenBy(word => word.BoundingBox.Left))
        {
            if (lines.Count > 0 && Math.Abs(Baseline(lines[^1][0]) - Baseline(word)) < Math.Max(2, Height(word) * 0.4))
            {
                lines[^1].Add(word);
            }
            else
            {
                lines.Add([word]);
            }
        }

        return [.. lines.Select(line => Line(page, [.. line.OrderBy(word => word.BoundingBox.Left)]))];
    }

    private static PdfLine Line(Page page, List<Word> words)
    {
        var size = words.Max(word => word.Letters[0].PointSize);
        var parts = new List<PdfPart>();
        var from = 0;
        for (var i = 1; i <= words.Count; i++)
        {
            var gap = i < words.Count ? words[i].BoundingBox.Left - words[i - 1].BoundingBox.Right : double.MaxValue;
            if (gap > WideGap * Math.Max(4, size * 0.5))
            {
                parts.Add(new([.. words[from..i].Select(word => new PdfWord(word.Text, word.BoundingBox.Left, word.BoundingBox.Right))]));
                from = i;
            }
        }

        var (top, bottom) = (words.Max(word => word.BoundingBox.Top), words.Min(word => word.BoundingBox.Bottom));
        return new(parts, top, Baseline(words[0]), bottom, size, words.TrueForAll(word => word.FontName?.Contains("Bold", StringComparison.OrdinalIgnoreCase) is true),
            bottom > page.Height * 0.92 || top < page.Height * 0.08);
    }

    // Two columns of prose leave a stripe down the middle that hardly a line crosses, with much on both sides of it.
    private static double? Gutter(List<Word> words, double width)
    {
        if (words.Count < 80)
        {
            return null;
        }

        for (var at = width * 0.4; at <= width * 0.6; at += width * 0.01)
        {
            var crossing = words.Count(word => word.BoundingBox.Left < at + 3 && word.BoundingBox.Right > at - 3);
            var left = words.Count(word => word.BoundingBox.Right <= at);
            if (crossing <= words.Count / 50 && left > words.Count * 0.3 && left < words.Count * 0.7)
            {
                return at;
            }
        }

        return null;
    }

    // A headline over both columns.
    private static bool IsAcross(Word word, double gutter, List<Word> words) =>
        words.Exists(other => Math.Abs(Baseline(other) - Baseline(word)) < 2 && other.BoundingBox.Left < gutter + 3 && other.BoundingBox.Right > gutter - 3);

    private static double Baseline(Word word) => word.Letters[0].StartBaseLine.Y;

    private static double Height(Word word) => Math.Max(4, word.BoundingBox.Height);
}
