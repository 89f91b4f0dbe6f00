using System.Text;
using System.Text.Json;

namespace Oversight.Ingestion.Formats;

/// <summary>One JSON value read as a record: the members of an object, as text.</summary>
/// <param name="Line">The line on which it begins.</param>
/// <param name="Members">Null when it is no object.</param>
/// <param name="Flaw">What is wrong with it as a record.</param>
internal sealed record JsonRecord(int Line, IReadOnlyList<(string Name, string Value)>? Members, Flaw? Flaw)
{
    public const int Deepest = 16;

    private static readonly JsonReaderOptions Strict = new() { MaxDepth = 1000 };

    /// <summary>Reads one whole value from the beginning of <paramref name="bytes"/>.</summary>
    /// <returns>How many bytes it takes; 0 when it goes on after them.</returns>
    /// <exception cref="UnreadableFileException">It is not JSON, or not of the careful sort.</exception>
    public static int TryRead(ReadOnlySpan<byte> bytes, bool isEnd, int firstLine, out JsonRecord? record)
    {
        record = null;
        var reader = new Utf8JsonReader(bytes, isEnd, new JsonReaderState(Strict));
        try
        {
            if (!reader.Read())
            {
                return 0;
            }

            var line = LineOf(bytes, reader.TokenStartIndex, firstLine);
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                if (!Skip(ref reader, bytes, firstLine))
                {
                    return 0;
                }

                record = new(line, null, new(null, "row.not-an-object", "The value is no object with members."));
                return (int)reader.BytesConsumed;
            }

            var members = new List<(string, string)>();
            if (!ReadMembers(ref reader, bytes, firstLine, members, out var flaw))
            {
                return 0;
            }

            record = new(line, members, flaw);
            return (int)reader.BytesConsumed;
        }
        catch (JsonException fault)
        {
            var line = firstLine + (int)(fault.LineNumber ?? 0);
            throw new UnreadableFileException("file.json-syntax", $"Line {line} is not JSON at byte {fault.BytePositionInLine} of the line.", line);
        }
    }

    private static bool ReadMembers(ref Utf8JsonReader reader, ReadOnlySpan<byte> bytes, int firstLine, List<(string Name, string Value)> members, out Flaw? flaw)
    {
        flaw = null;
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            if (!reader.Read())
            {
                return false;
            }

            if (reader.TokenType == JsonTokenType.EndObject)
            {
                return true;
            }

            var name = NameOf(ref reader, names, bytes, firstLine);
            if (!reader.Read())
            {
                return false;
            }

            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    flaw ??= new(name, "row.nested-value", $"{Text.Shown.Of(name)} holds a value with parts of its own; a text or a number is expected.");
                    if (!Skip(ref reader, bytes, firstLine))
                    {
                        return false;
                    }

                    break;
                case JsonTokenType.Null:
                    members.Add((name, ""));
                    break;
                case JsonTokenType.String:
                    members.Add((name, TextOf(ref reader, name, ref flaw)));
                    break;
                default:
                    members.Add((name, Encoding.UTF8.GetString(reader.ValueSpan)));
                    break;
            }

            if (names.Count > CsvShape.MostColumns)
            {
                var line = LineOf(bytes, reader.TokenStartIndex, firstLine);
                throw new UnreadableFileException("file.too-many-columns", $"The object on line {line} has more than {CsvShape.MostColumns} members.", line);
            }
        }
    }

    // Whatever is skipped is looked at too: neither depth nor a name given twice hides inside a part that nobody reads.
    private static bool Skip(ref Utf8JsonReader reader, ReadOnlySpan<byte> bytes, int firstLine)
    {
        var names = new Stack<HashSet<string>?>();
        do
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    names.Push(new(StringComparer.Ordinal));
                    break;
                case JsonTokenType.StartArray:
                    names.Push(null);
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    names.Pop();
                    break;
                case JsonTokenType.PropertyName:
                    NameOf(ref reader, names.Peek()!, bytes, firstLine);
                    break;
            }

            if (reader.CurrentDepth > Deepest)
            {
                var line = LineOf(bytes, reader.TokenStartIndex, firstLine);
                throw new UnreadableFileException("file.too-deep", $"The value on line {line} is nested more than {Deepest} levels deep.", line);
            }

            if (names.Count == 0)
            {
                return true;
            }
        }
        while (reader.Read());
        return false;
    }

    private static string NameOf(ref Utf8JsonReader reader, HashSet<string> names, ReadOnlySpan<byte> bytes, int firstLine)
    {
        var line = LineOf(bytes, reader.TokenStartIndex, firstLine);
        var ignored = default(Flaw);
        var name = TextOf(ref reader, "", ref ignored);
        return ignored is not null || name.Any(char.IsControl)
            ? throw new UnreadableFileException("file.json-syntax", $"A member's name on line {line} is no plain text.", line)
            : names.Add(name)
                ? name
                : throw new UnreadableFileException("file.duplicate-key", $"The object on line {line} has the member {Text.Shown.Of(name)} twice; which of them counts nobody can say.", line);
    }

    private static string TextOf(ref Utf8JsonReader reader, string name, ref Flaw? flaw)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            flaw ??= new(name, "text.not-unicode", $"{name} has half of a surrogate pair in it, which is no character.");
            return "";
        }
    }

    private static int LineOf(ReadOnlySpan<byte> bytes, long at, int firstLine) => firstLine + bytes[..(int)at].Count((byte)'\n');
}
