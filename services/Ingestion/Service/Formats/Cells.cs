using Oversight.Core;
using Oversight.Ingestion.Facts;
using Oversight.Ingestion.Register;
using Oversight.Ingestion.Text;

namespace Oversight.Ingestion.Formats;

/// <summary>What has to be known to read the rows of a file.</summary>
/// <param name="Submission">The submission that brings it.</param>
/// <param name="Bodies">The register as it is now.</param>
/// <param name="Today">Nothing has been published after tomorrow.</param>
/// <param name="Body">The body that the whole file is about, where its rows do not say.</param>
internal sealed record Reading(string Submission, BodyRegister Bodies, DateOnly Today, string? Body);

/// <summary>The cells of one row. The first thing wrong with them is kept; whatever is read after it does not count.</summary>
internal sealed partial class Cells(RecordKind kind, Row row, Reading reading)
{
    private const int LongestCell = 10_000, LongestName = 200, LongestSource = 2_000;

    public string Submission => reading.Submission;

    public int Line => row.Line;

    public Flaw? Flaw { get; private set; } = row.Flaw;

    /// <summary>What a row brings, or why it is refused.</summary>
    public static (RowContent? Content, Flaw? Flaw) Read(RecordKind kind, Row row, Reading reading)
    {
        if (row.Flaw is not null)
        {
            return (null, row.Flaw);
        }

        var cells = new Cells(kind, row, reading);
        var content = kind.Read(cells);
        return cells.Flaw is null ? (content, null) : (null, cells.Flaw);
    }

    public void Refuse(string field, string rule, string message) => Flaw ??= new(field, rule, message);

    /// <summary>The id of the body that the cell means.</summary>
    /// <param name="field">The cell.</param>
    /// <param name="service">Where the row says it.</param>
    /// <param name="dated">The cell that says when it was called so.</param>
    public string Body(string field, BodyService? service, string? dated = null)
    {
        if (Name(field) is not { Length: > 0 } name)
        {
            return "";
        }

        var resolution = reading.Bodies.Resolve(name, service, dated is not null && PartialDate.TryParse(Value(dated), out var on) ? on : null);
        if (resolution.Body is null)
        {
            Refuse(field, resolution.Rule!, resolution.Because!);
        }

        return resolution.Body ?? "";
    }

    /// <summary>The body that the row names, else the one that the whole file is about.</summary>
    public string BodyOfRowOrFile(string field, string dated) => Value(field) == "" && reading.Body is { } body ? body : Body(field, null, dated);

    public BodyService Service(string field) => OneOf(field, "service.unknown", "police or fire", ("police", BodyService.Police), ("fire", BodyService.Fire));

    public NameKind NameKind(string field) => OneOf(field, "name-kind.unknown", "alias, former, press or welsh",
        ("alias", Register.NameKind.Alias), ("former", Register.NameKind.Former), ("press", Register.NameKind.Press), ("welsh", Register.NameKind.Welsh));

    public Grade Grade(string field)
    {
        var text = Required(field);
        if (!Grades.TryParse(text, out var grade))
        {
            Refuse(field, "grade.unknown", $"{Shown.Of(text)} is no grade; known are {string.Join(", ", Grades.All)}.");
        }

        return grade;
    }

    /// <summary>A short text by which something is called. Nothing hidden is allowed in it, for it must be what it looks like.</summary>
    public string Name(string field)
    {
        var text = OptionalName(field);
        if (text is null)
        {
            Missing(field);
        }
        else if (!text.Any(char.IsLetterOrDigit))
        {
            Refuse(field, "text.no-words", $"{Shown.Of(text)} has neither a letter nor a digit.");
        }

        return text ?? "";
    }

    public string? OptionalName(string field) => Short(field, LongestName);

    /// <summary>A text for people to read. Line breaks and hidden characters are kept as written; whoever shows it has to take care.</summary>
    public string Text(string field) => OptionalText(field) is { Length: > 0 } text ? text : Missing(field);

    public string OptionalText(string field)
    {
        var text = Value(field);
        foreach (var c in text)
        {
            if (char.IsControl(c) && c is not ('\t' or '\r' or '\n'))
            {
                Refuse(field, "text.control-character", $"{Shown.Of(text)} has the control character \\u{(int)c:x4} in it.");
                break;
            }
        }

        return Letters.Composed(text);
    }

    /// <summary>Where the row was read, and when that was published.</summary>
    public ReadFrom ReadFrom()
    {
        var cited = OptionalCited();
        if (cited is null)
        {
            Refuse("source_url", "source.missing", "A claim needs a source: the address of the page, or where it was read in words.");
        }

        return new(cited ?? "", reading.Submission, row.Line, OptionalPastDate("published_on"));
    }

    public string? OptionalCited()
    {
        var cited = Short("source_url", LongestSource);
        if (cited is not null && HasScheme(cited) && !cited.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            && !cited.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
        {
            Refuse("source_url", "source.not-a-web-address", $"{Shown.Of(cited)} is an address of another kind than http or https.");
        }

        return cited;
    }

    private static bool HasScheme(string cited)
    {
        var colon = cited.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && colon + 1 < cited.Length && cited[colon + 1] != ' ' && cited[..colon].All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '-' or '.');
    }

    private string? Short(string field, int longest)
    {
        var text = Value(field);
        if (text.Length > longest)
        {
            Refuse(field, "text.too-long", $"{text.Length} characters are more than the {longest} that fit here.");
        }

        foreach (var c in text)
        {
            if (char.IsControl(c))
            {
                Refuse(field, "text.control-character", $"{Shown.Of(text)} has the control character \\u{(int)c:x4} in it.");
            }
            else if (Shown.IsHidden(c))
            {
                Refuse(field, "text.hidden-character", $"{Shown.Of(text)} has the hidden character \\u{(int)c:x4} in it.");
            }
        }

        return text == "" ? null : Letters.Composed(text);
    }

    private T OneOf<T>(string field, string rule, string known, params ReadOnlySpan<(string Text, T Value)> values)
        where T : struct
    {
        var text = Required(field);
        foreach (var (written, value) in values)
        {
            if (text.Equals(written, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        Refuse(field, rule, $"{Shown.Of(text)} is neither: {known}.");
        return default;
    }

    private string Required(string field) => Value(field) is { Length: > 0 } text ? text : Missing(field);

    private string Missing(string field)
    {
        Refuse(field, "text.missing", $"{field} is empty.");
        return "";
    }

    private string Value(string field)
    {
        var place = kind.PlaceOf(field);
        var text = place < 0 ? "" : row.Values[place].Trim();
        if (text.Length > LongestCell)
        {
            Refuse(field, "text.too-long", $"{text.Length} characters are more than the {LongestCell} that fit in a cell.");
        }

        return text;
    }
}
