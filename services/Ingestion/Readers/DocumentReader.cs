using Oversight.Core;
using Oversight.Ingestion.Documents;

namespace Oversight.Ingestion.Readers;

/// <summary>What a document comes as.</summary>
public enum DocumentForm
{
    Text,
    Html,
    Pdf,
}

/// <summary>
/// Turns a document into text with its blocks. It reads what it is given and nothing else: no link is followed, no script runs,
/// and what is too large, too long, damaged or empty is refused with a <see cref="RejectedException"/>.
/// </summary>
public static class DocumentReader
{
    /// <summary>The largest document in bytes.</summary>
    public const int LargestInBytes = 20 * 1024 * 1024;

    /// <summary>The longest text that comes of one.</summary>
    public const int LongestText = 2_000_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>The form that a media type names; null where it names another.</summary>
    public static DocumentForm? FormOf(string? mediaType) => mediaType?.Split(';')[0].Trim().ToLowerInvariant() switch
    {
        "text/plain" => DocumentForm.Text,
        "text/html" or "application/xhtml+xml" => DocumentForm.Html,
        "application/pdf" => DocumentForm.Pdf,
        _ => null,
    };

    /// <summary>The form that a document shows itself, its name only helping where it does not.</summary>
    public static DocumentForm FormOf(ReadOnlySpan<byte> bytes, string? name)
    {
        if (bytes[..Math.Min(bytes.Length, 1024)].IndexOf("%PDF-"u8) >= 0 || Path.GetExtension(name)?.Equals(".pdf", StringComparison.OrdinalIgnoreCase) is true)
        {
            return DocumentForm.Pdf;
        }

        var beginning = System.Text.Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 1024)]).TrimStart('ï', '»', '¿', ' ', '\r', '\n', '\t');
        return beginning.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || beginning.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || Path.GetExtension(name)?.ToLowerInvariant() is ".html" or ".htm" or ".xhtml"
                ? DocumentForm.Html : DocumentForm.Text;
    }

    /// <exception cref="RejectedException">It cannot be read, and why.</exception>
    public static DocumentText Read(ReadOnlyMemory<byte> bytes, DocumentForm form)
    {
        if (bytes.Length == 0)
        {
            throw new RejectedException("document.empty", "The document is empty.");
        }

        if (bytes.Length > LargestInBytes)
        {
            throw new RejectedException("document.too-large", $"The document has {bytes.Length} bytes; {LargestInBytes} is the most that is read.");
        }

        // A hostile file may keep its parser busy for hours; nobody waits for that, and the parser stops when nobody does.
        using var given = new CancellationTokenSource();
        var patience = given.Token;
        var reading = Task.Run(() => form switch
        {
            DocumentForm.Text => TextReading.Of(bytes.Span, patience),
            DocumentForm.Html => HtmlReading.Of(bytes, patience),
            _ => PdfReading.Of(bytes, patience),
        });
        DocumentText document;
        try
        {
            if (!reading.Wait(Patience, CancellationToken.None))
            {
                given.Cancel();
                throw new RejectedException("document.too-slow", $"The document could not be read within {Patience.TotalSeconds:0} seconds; it may be damaged on purpose.");
            }

            document = reading.Result;
        }
        catch (AggregateException fault) when (fault.InnerException is RejectedException refusal)
        {
            throw new RejectedException(refusal.Rule, refusal.Message);
        }

        return !document.Blocks.Any(block => block.Kind != BlockKind.Chrome) && form != DocumentForm.Text
            ? throw new RejectedException("document.no-text", form == DocumentForm.Pdf
                ? "The PDF file has no text in it; it may be a scan, which would have to be read by a person."
                : "The page has no text of its own.")
            : document;
    }

    internal static RejectedException TooLong() =>
        new("document.too-long", $"The document has more than {LongestText} characters of text.");
}
