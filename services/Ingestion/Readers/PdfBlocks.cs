using System.Text.RegularExpressions;
using Oversight.Ingestion.Documents;

namespace Oversight.Ingestion.Readers;

/// <summary>Puts the lines of a PDF file into headings, paragraphs, list items and cells.</summary>
internal static partial class PdfBlocks
{
    public static DocumentText Of(List<List<PdfLine>> pages, string? title)
    {
        var lines = pages.SelectMany(page => page).ToList();
        var builder = new TextBuilder();
        var body = lines.Count == 0 ? 0 : lines.GroupBy(line => Math.Round(line.Size, 1)).OrderByDescending(same => same.Sum(line => line.Text.Length)).First().Key;
        var (table, row) = (0, 0);
        var own = BlockKind.Paragraph;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (IsRow(lines, i) && !Bullet().IsMatch(line.Parts[0].Text))
            {
                builder.Close();
                for (var column = 0; column < line.Parts.Count; column++)
                {
                    builder.Add(line.Parts[column].Text, BlockKind.TableCell, new(table, row, column));
                    builder.Close();
                }

                row++;
                continue;
            }

            if (row > 0)
            {
                (table, row) = (table + 1, 0);
            }

            var kind = IsHeading(line, body) ? BlockKind.Heading : Bullet().IsMatch(line.Text) ? BlockKind.ListItem : BlockKind.Paragraph;
            if (i == 0 || !GoesOn(lines[i - 1], line, kind, body))
            {
                builder.Close();
                own = kind;
            }

            builder.Add(line.Text, own, null);
            // A word divided at the end of a line goes on without a space.
            builder.Add(line.Text.EndsWith('-') ? "" : " ", own, null);
        }

        return builder.Build(string.IsNullOrWhiteSpace(title) ? null : title, null);
    }

    private static bool IsRow(List<PdfLine> lines, int at) =>
        lines[at].Parts.Count is > 1 and <= 8 && ((at > 0 && lines[at - 1].Parts.Count > 1) || (at + 1 < lines.Count && lines[at + 1].Parts.Count > 1));

    private static bool IsHeading(PdfLine line, double body) =>
        line.Text.Length < 140 && !Ends().IsMatch(line.Text) && (line.Size > body * 1.12 || (line.IsBold && line.Text.Length < 90));

    private static bool GoesOn(PdfLine before, PdfLine line, BlockKind kind, double body)
    {
        var gap = before.Bottom - line.Top;
        var isBefore = IsHeading(before, body);
        return !Bullet().IsMatch(line.Text) && isBefore == (kind == BlockKind.Heading) && Math.Abs(before.Size - line.Size) < 1
            // A paragraph may go on at the top of a page or a column, where its sentence does.
            && (gap < -line.Size * 2 || gap > line.Size * 6 ? !Ends().IsMatch(before.Text) && char.IsLower(line.Text[0]) : gap < line.Size * 0.9)
            && before.Parts.Count == 1;
    }

    [GeneratedRegex(@"[.!?:;]['""’”)]{0,2}$")]
    private static partial Regex Ends();

    [GeneratedRegex(@"^(?:[•▪●◦]|[-–—](?= )|\d{1,2}\.(?= ))")]
    private static partial Regex Bullet();
}
