using System.Text;

namespace Oversight.Ingestion.Formats;

/// <summary>In which form a file comes: as its sender says, else as its name says, else as it looks. Three forms hold records, three are documents.</summary>
internal static class MediaTypes
{
    public const string Csv = "text/csv", Json = "application/json", Ndjson = "application/x-ndjson";

    public const string PlainText = "text/plain", Html = "text/html", Pdf = "application/pdf";

    /// <summary>The usual ending of a name.</summary>
    public static string Ending(string mediaType) => mediaType switch { Csv => "csv", Json => "json", Ndjson => "ndjson", Html => "html", Pdf => "pdf", _ => "txt" };

    /// <summary>Is it a document to be read by rules, rather than a file of records?</summary>
    public static bool IsDocument(string mediaType) => mediaType is PlainText or Html or Pdf;

    /// <summary>The form that a Content-Type header says; null where it says nothing, such as <c>application/octet-stream</c>.</summary>
    /// <returns>Whether it is a type that can be taken at all.</returns>
    public static bool TryFromHeader(string? contentType, out string? mediaType)
    {
        var type = contentType?.Split(';')[0].Trim().ToLowerInvariant();
        mediaType = type switch
        {
            "text/csv" or "application/csv" => Csv,
            "application/json" => Json,
            Html or "application/xhtml+xml" => Html,
            Pdf or PlainText => type,
            Ndjson or "application/ndjson" or "application/jsonl" or "application/x-jsonlines" => Ndjson,
            _ => null,
        };
        return mediaType is not null || type is null or "" or "application/octet-stream" or "application/x-www-form-urlencoded";
    }

    /// <summary>Settles the form, or says what contradicts what.</summary>
    /// <param name="fromHeader">What the header said, if anything.</param>
    /// <param name="charset">The header's charset, if any.</param>
    /// <param name="name">The file's name, if any.</param>
    /// <param name="beginning">The first bytes, as many as are at hand.</param>
    public static (string MediaType, FileRefusal? Refusal) Settle(string? fromHeader, string? charset, string name, ReadOnlySpan<byte> beginning)
    {
        var fromName = FromName(name);
        var seen = FromSight(beginning);
        var settled = fromHeader ?? fromName ?? seen;
        if (fromHeader is null or PlainText && fromName is null or PlainText && (fromHeader ?? fromName) == PlainText)
        {
            // Anything may be called plain text: what shows itself to be something else is taken for that.
            (fromHeader, fromName, settled) = (null, null, AsPlainText(beginning, seen));
        }
        else if (fromHeader == PlainText)
        {
            (fromHeader, settled) = (null, fromName!);
        }
        else if (fromName == PlainText)
        {
            fromName = null;
        }

        if (charset is not null && !IsDocument(settled) && !charset.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase) && !charset.Trim('"').Equals("us-ascii", StringComparison.OrdinalIgnoreCase))
        {
            return (settled, new("file.not-utf-8", $"The sender says that the file is in {Oversight.Ingestion.Text.Shown.Of(charset)}; it must be in UTF-8.", null));
        }

        if (fromHeader is not null && fromName is not null && fromHeader != fromName)
        {
            return (settled, new("file.media-type-contradicts", $"The sender says {fromHeader}, but the name {Oversight.Ingestion.Text.Shown.Of(name)} says {fromName}.", null));
        }

        return (settled == Csv && seen != Csv) || (seen == Pdf && settled != Pdf)
            ? (settled, new("file.media-type-contradicts", $"The file is sent as {settled} but begins like {(seen is Pdf or Html ? Ending(seen).ToUpperInvariant() : "JSON")}.", 1))
            : (settled, null);
    }

    private static string? FromName(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".csv" => Csv,
        ".json" => Json,
        ".ndjson" or ".jsonl" => Ndjson,
        ".txt" => PlainText,
        ".html" or ".htm" or ".xhtml" => Html,
        ".pdf" => Pdf,
        _ => null,
    };

    private static string FromSight(ReadOnlySpan<byte> beginning)
    {
        var text = beginning.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? beginning[3..] : beginning;
        text = text.TrimStart(" \t\r\n"u8);
        if (text.StartsWith("%PDF-"u8))
        {
            return Pdf;
        }

        if (text.Length > 5 && (Ascii.EqualsIgnoreCase(text[..5], "<html"u8) || Ascii.EqualsIgnoreCase(text[..5], "<!doc"u8)))
        {
            return Html;
        }

        if (text.IsEmpty || text[0] is not ((byte)'[' or (byte)'{'))
        {
            return Csv;
        }

        var firstLine = text.IndexOf((byte)'\n') is >= 0 and var end ? text[..end] : text;
        return text[0] == '{' && firstLine.TrimEnd(" \t\r"u8).EndsWith("}"u8) ? Ndjson : Json;
    }

    private static string AsPlainText(ReadOnlySpan<byte> beginning, string seen) => seen switch
    {
        Csv => IsHeader(beginning) ? Csv : PlainText,
        // "[Embargoed until Friday]" is no JSON.
        Json => beginning.TrimStart(" \t\r\n\uFEFF["u8) is [(byte)'{', ..] ? Json : PlainText,
        _ => seen,
    };

    // Names of columns: two words or more with nothing but commas between them.
    private static bool IsHeader(ReadOnlySpan<byte> beginning)
    {
        var line = beginning.IndexOfAny("\r\n"u8) is >= 0 and var end ? beginning[..end] : beginning;
        return line.Contains((byte)',') && !line.ContainsAny(" .;:\t"u8);
    }
}
