using System.Buffers;

namespace Oversight.Ingestion.Formats;

/// <summary>Looks a whole file over before any row of it is taken in.</summary>
internal static class FileCheck
{
    /// <summary>The kind of its records, or why the file is refused. Memory does not grow with the file.</summary>
    /// <param name="open">Opens the file from its beginning.</param>
    /// <param name="mediaType">One of <see cref="MediaTypes"/>.</param>
    /// <param name="body">The body that the whole file is about, if its sender or its name says.</param>
    /// <param name="ct">Stops it.</param>
    public static async Task<(RecordKind? Kind, FileRefusal? Refusal)> Of(Func<Stream> open, string mediaType, string? body, CancellationToken ct)
    {
        try
        {
            var (kind, names) = mediaType == MediaTypes.Csv ? await Csv(open, ct) : await Json(open, mediaType, ct);
            return kind == Timeline.Kind && body is null && !names.Contains("body")
                ? (null, new("file.body-missing", "Whose timeline is it? Name the file like metropolitan-timeline.csv, or say ?body=metropolitan, or add a column body.", 1))
                : (kind, null);
        }
        catch (UnreadableFileException unreadable)
        {
            return (null, unreadable.Refusal);
        }
    }

    private static async Task<(RecordKind, IReadOnlyCollection<string>)> Csv(Func<Stream> open, CancellationToken ct)
    {
        await using (var file = open())
        {
            await Scan(file, ct);
        }

        await using (var file = open())
        {
            var (names, line) = await CsvRows.Header(file);
            if (names.GroupBy(name => name).FirstOrDefault(same => same.Count() > 1) is { } twice)
            {
                throw new UnreadableFileException("file.duplicate-column", $"The header on line {line} has the column {Text.Shown.Of(twice.Key)} twice.", line);
            }

            return RecordKinds.OfHeader(names) is { } kind ? (kind, names)
                : RecordKinds.KnowAny(names)
                    ? throw new UnreadableFileException("file.unknown-columns", $"The columns on line {line} fit no known kind of file. {RecordKinds.Nearest(names)}", line)
                    : throw new UnreadableFileException("file.no-header",
                        $"Line {line} should name the columns, but knows none of them: {Text.Shown.Of(string.Join(',', names))}.", line);
        }
    }

    private static async Task Scan(Stream file, CancellationToken ct)
    {
        var (utf8, shape) = (new Utf8Check(), new CsvShape());
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            for (int read; (read = await file.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct)) > 0;)
            {
                utf8.Add(buffer.AsSpan(0, read));
                shape.Add(buffer.AsSpan(0, read));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        utf8.Finish();
        shape.Finish();
    }

    private static async Task<(RecordKind, IReadOnlyCollection<string>)> Json(Func<Stream> open, string mediaType, CancellationToken ct)
    {
        await using var file = open();
        var (kind, members, unreadable) = (default(RecordKind), (IReadOnlyCollection<string>)[], default(FileRefusal));
        await foreach (var record in Rows.Records(file, mediaType, new Utf8Check(), ct))
        {
            if (kind is not null)
            {
                continue;
            }

            if (mediaType == MediaTypes.Ndjson && record.Members is null)
            {
                unreadable ??= new(record.Flaw!.Rule, record.Flaw.Message, record.Line);
                continue;
            }

            members = [.. (record.Members ?? []).Select(member => member.Name)];
            kind = RecordKinds.OfMembers(members) ?? throw new UnreadableFileException("file.unknown-columns",
                $"The members of the first object, on line {record.Line}, fit no known kind of file. {RecordKinds.Nearest(members)}", record.Line);
        }

        return kind is not null ? (kind, members)
            : unreadable is not null ? throw new UnreadableFileException(unreadable.Rule, unreadable.Because, unreadable.Line)
            : throw new UnreadableFileException("file.no-records", "The file has no objects in it, so nobody can say what it is about.", null);
    }
}
