namespace Oversight.Ingestion.Formats;

/// <summary>In which of the three written forms a file comes: as its sender says, else as its name says, else as it looks.</summary>
internal static class MediaTypes
{
    public const string Csv = "text/csv", Json = "application/json", Ndjson = "application/x-ndjson";

    /// <summary>The form that a Content-Type header says; null where it says nothing, such as <c>application/octet-stream</c>.</summary>
    /// <returns>Whether it is a type that can be taken at all.</returns>
    public static bool TryFromHeader(string? contentType, out string? mediaType)
    {
        var type = contentType?.Split(';')[0].Trim().ToLowerInvariant();
        mediaType = type switch
        {
            "text/csv" or "application/csv" => Csv,
            "application/json" => Json,
            Ndjson or "application/ndjson" or "application/jsonl" or "application/x-jsonlines" => Ndjson,
            _ => null,
        };
        return mediaType is not null || type is null or "" or "text/plain" or "application/octet-stream" or "application/x-www-form-urlencoded";
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
        if (charset is not null && !charset.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase) && !charset.Trim('"').Equals("us-ascii", StringComparison.OrdinalIgnoreCase))
        {
            return (settled, new("file.not-utf-8", $"The sender says that the file is in {Text.Shown.Of(charset)}; it must be in UTF-8.", null));
        }

        if (fromHeader is not null && fromName is not null && fromHeader != fromName)
        {
            return (settled, new("file.media-type-contradicts", $"The sender says {fromHeader}, but the name {Text.Shown.Of(name)} says {fromName}.", null));
        }

        return settled == Csv && seen != Csv
            ? (settled, new("file.media-type-contradicts", $"The file is sent as {Csv} but begins like JSON.", 1))
            : (settled, null);
    }

    private static string? FromName(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".csv" => Csv,
        ".json" => Json,
        ".ndjson" or ".jsonl" => Ndjson,
        _ => null,
    };

    private static string FromSight(ReadOnlySpan<byte> beginning)
    {
        var text = beginning.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? beginning[3..] : beginning;
        text = text.TrimStart(" \t\r\n"u8);
        if (text.IsEmpty || text[0] is not ((byte)'[' or (byte)'{'))
        {
            return Csv;
        }

        var firstLine = text.IndexOf((byte)'\n') is >= 0 and var end ? text[..end] : text;
        return text[0] == '{' && firstLine.TrimEnd(" \t\r"u8).EndsWith("}"u8) ? Ndjson : Json;
    }
}
