using System.Text.RegularExpressions;
using Oversight.Core;
using Oversight.Ingestion.Documents;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace Oversight.Ingestion.Readers;

/// <summary>A PDF file: words to lines to paragraphs, column by column, without what every page repeats at its edges.</summary>
internal static partial class PdfReading
{
    public const int MostPages = 400;

    public static DocumentText Of(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        try
        {
            using var file = PdfDocument.Open(bytes.ToArray(), new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, FilterProvider = new BoundedFilters(ct) });
            if (file.NumberOfPages > MostPages)
            {
                throw new RejectedException("document.too-many-pages", $"The PDF file has {file.NumberOfPages} pages; {MostPages} is the most that is read.");
            }

            var pages = new List<List<PdfLine>>();
            var letters = 0;
            for (var number = 1; number <= file.NumberOfPages; number++)
            {
                ct.ThrowIfCancellationRequested();
                var lines = PdfLines.Of(file.GetPage(number));
                letters += lines.Sum(line => line.Parts.Sum(part => part.Text.Length));
                pages.Add(letters > DocumentReader.LongestText ? throw DocumentReader.TooLong() : lines);
            }

            return PdfBlocks.Of(WithoutFurniture(pages).ConvertAll(PdfTables.Merged), file.Information.Title);
        }
        catch (PdfDocumentEncryptedException)
        {
            throw new RejectedException("document.locked", "The PDF file is locked with a password.");
        }
        // A damaged file can fail its parser in any way; none of them is ours to mend.
        catch (Exception fault) when (fault is not RejectedException and not OutOfMemoryException and not OperationCanceledException)
        {
            throw new RejectedException("document.damaged", "The PDF file is damaged and cannot be read.");
        }
    }

    // Running heads and page numbers: what stands at the edge of two pages or more with only its numbers changed.
    private static List<List<PdfLine>> WithoutFurniture(List<List<PdfLine>> pages)
    {
        static string Key(PdfLine line) => Digits().Replace(line.Text, "0");
        var edges = pages.SelectMany(page => page.Where(line => line.IsAtEdge).Select(Key).Distinct()).GroupBy(key => key)
            .Where(same => same.Count() > 1 && same.Count() * 3 >= pages.Count).Select(same => same.Key).ToHashSet();
        return [.. pages.Select(page => page.FindAll(line => !line.IsAtEdge || !(edges.Contains(Key(line)) || PageNumber().IsMatch(line.Text))))];
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();

    [GeneratedRegex(@"^(?:page )?\d{1,4}(?: (?:of|/) \d{1,4})?$", RegexOptions.IgnoreCase)]
    private static partial Regex PageNumber();
}
