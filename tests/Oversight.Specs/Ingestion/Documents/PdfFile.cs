using System.IO.Compression;
using System.Text;
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

    /// <summary>One page whose content is a great many spaces.</summary>
    public static byte[] Swelling(long length)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var spaces = Enumerable.Repeat((byte)' ', 1 << 20).ToArray();
            for (var left = length; left > 0; left -= spaces.Length)
            {
                zlib.Write(spaces, 0, (int)Math.Min(left, spaces.Length));
            }
        }

        using var file = new MemoryStream();
        var places = new List<long>();
        void Write(string text) => file.Write(Encoding.ASCII.GetBytes(text));
        void Begin(string text)
        {
            places.Add(file.Position);
            Write($"{places.Count} 0 obj\n{text}");
        }

        Write("%PDF-1.7\n");
        Begin("<</Type/Catalog/Pages 2 0 R>>\nendobj\n");
        Begin("<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n");
        Begin("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>\nendobj\n");
        Begin($"<</Length {packed.Length}/Filter/FlateDecode>>\nstream\n");
        packed.WriteTo(file);
        Write("\nendstream\nendobj\n");
        var table = file.Position;
        Write($"xref\n0 5\n0000000000 65535 f \n{string.Concat(places.Select(place => $"{place:0000000000} 00000 n \n"))}trailer\n<</Size 5/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n");
        return file.ToArray();
    }
}
