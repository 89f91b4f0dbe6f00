using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace Oversight.Specs.Ingestion.Documents;

/// <summary>Makes a small PDF file with the running head, page number, headings, paragraphs and table of a report.</summary>
internal static class PdfFile
{
    private const double Left = 60, LineHeight = 14;

    /// <summary>One page for each text. A line that begins with "# " is a heading; a tab divides the cells of a row; an empty line ends a paragraph.</summary>
    public static byte[] Of(params string[] pages)
    {
        var file = new PdfDocumentBuilder();
        var (plain, bold) = (file.AddStandard14Font(Standard14Font.Helvetica), file.AddStandard14Font(Standard14Font.HelveticaBold));
        foreach (var (number, text) in pages.Index())
        {
            var page = file.AddPage(PageSize.A4);
            page.AddText("His Majesty's Inspectorate of Constabulary and Fire & Rescue Services", 8, new PdfPoint(Left, 810), plain);
            page.AddText($"Page {number + 1} of {pages.Length}", 8, new PdfPoint(280, 30), plain);
            var at = 760.0;
            foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
            {
                var isHeading = line.StartsWith("# ", StringComparison.Ordinal);
                foreach (var (column, cell) in line.Split('\t').Index())
                {
                    if (cell.Length > 0)
                    {
                        page.AddText(isHeading ? cell[2..] : cell, isHeading ? 15 : 10, new PdfPoint(Left + (column * 220), at), isHeading ? bold : plain);
                    }
                }

                at -= isHeading ? LineHeight * 1.8 : LineHeight;
            }
        }

        return file.Build();
    }
}
