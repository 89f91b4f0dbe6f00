using System.Runtime.CompilerServices;

namespace Oversight.Ingestion.Formats;

/// <summary>Reads the objects of a JSON array, or one object alone, or one object a line, holding no more than one at a time.</summary>
internal static class JsonRecords
{
    /// <summary>An array of objects, or one object.</summary>
    public static async IAsyncEnumerable<JsonRecord> OfJson(Stream file, Utf8Check? check, [EnumeratorCancellation] CancellationToken ct)
    {
        var window = new ByteWindow(file, check);
        await SkipByteOrderMark(window, ct);
        var first = await Next(window, ct);
        if (first is not ((byte)'[' or (byte)'{'))
        {
            throw new UnreadableFileException("file.json-not-records",
                first < 0 ? "The file holds nothing but white space." : $"The file must hold an array of objects, or one object; line {window.Line} begins otherwise.", window.Line);
        }

        if (first == '{')
        {
            yield return await Value(window, ct);
        }
        else
        {
            window.Skip(1);
            for (var next = await Next(window, ct); next != ']';)
            {
                yield return await Value(window, ct);
                next = await Next(window, ct);
                if (next == ',')
                {
                    window.Skip(1);
                    next = await Next(window, ct) is var after and not ']' ? after : throw NotJson(window);
                }
                else if (next != ']')
                {
                    throw next < 0 ? Truncated(window) : NotJson(window);
                }
            }

            window.Skip(1);
        }

        if (await Next(window, ct) >= 0)
        {
            throw new UnreadableFileException("file.json-syntax", $"Something follows the end of the JSON value on line {window.Line}; one object a line is NDJSON.", window.Line);
        }
    }

    /// <summary>One object a line. Where a line ends is certain, so one that cannot be read spoils no other.</summary>
    public static async IAsyncEnumerable<JsonRecord> OfLines(Stream file, Utf8Check? check, [EnumeratorCancellation] CancellationToken ct)
    {
        var window = new ByteWindow(file, check);
        await SkipByteOrderMark(window, ct);
        while (true)
        {
            var (end, isTooLong) = (0, false);
            while ((end = window.Unread.IndexOf((byte)'\n')) < 0 && !window.Ended)
            {
                if (window.IsFull)
                {
                    isTooLong = true;
                    window.Skip(window.Unread.Length);
                }

                await window.More(ct);
            }

            var length = end < 0 ? window.Unread.Length : end;
            if (isTooLong)
            {
                yield return new(window.Line, null, new(null, "row.too-long", $"The line is longer than {ByteWindow.LongestRecord / 1024} KiB."));
            }
            else if (Line(window.Unread[..length], window.Line, isLast: end < 0) is { } record)
            {
                yield return record;
            }

            if (end < 0)
            {
                yield break;
            }

            window.Skip(end + 1);
        }
    }

    private static JsonRecord? Line(ReadOnlySpan<byte> line, int number, bool isLast)
    {
        if (line.Trim(" \t\r"u8).IsEmpty)
        {
            return null;
        }

        try
        {
            var length = JsonRecord.TryRead(line, isEnd: false, number, out var record);
            return length > 0 && line[length..].Trim(" \t\r"u8).IsEmpty && record?.Members is not null ? record
                : length == 0 && isLast ? Unreadable("file.truncated", $"The file stops in the middle of line {number}.")
                : Unreadable("file.ndjson-line", $"Line {number} is not one JSON object.");
        }
        catch (UnreadableFileException fault)
        {
            return Unreadable(fault.Refusal.Rule, fault.Refusal.Because);
        }

        JsonRecord Unreadable(string rule, string because) => new(number, null, new(null, rule, because));
    }

    private static async ValueTask<JsonRecord> Value(ByteWindow window, CancellationToken ct)
    {
        while (true)
        {
            // At the end of the file a value that goes on is a file cut off, not bad syntax.
            var length = JsonRecord.TryRead(window.Unread, isEnd: false, window.Line, out var record);
            if (length > 0)
            {
                window.Skip(length);
                return record!;
            }

            if (window.Ended)
            {
                throw Truncated(window);
            }

            await window.More(ct);
        }
    }

    /// <summary>The next byte that is not white space, or -1 at the end.</summary>
    private static async ValueTask<int> Next(ByteWindow window, CancellationToken ct)
    {
        while (true)
        {
            var at = window.Unread.IndexOfAnyExcept(" \t\r\n"u8);
            window.Skip(at < 0 ? window.Unread.Length : at);
            if (at >= 0)
            {
                return window.Unread[0];
            }

            if (window.Ended)
            {
                return -1;
            }

            await window.More(ct);
        }
    }

    private static async ValueTask SkipByteOrderMark(ByteWindow window, CancellationToken ct)
    {
        while (window.Unread.Length < 3 && !window.Ended)
        {
            await window.More(ct);
        }

        if (window.Unread.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            window.Skip(3);
        }
    }

    private static UnreadableFileException Truncated(ByteWindow window) =>
        new("file.truncated", $"The file stops in the middle of the value that begins on line {window.Line}.", window.Line);

    private static UnreadableFileException NotJson(ByteWindow window) =>
        new("file.json-syntax", $"Line {window.Line} is not JSON: between two values a comma is expected, after the last one the end of the array.", window.Line);
}
