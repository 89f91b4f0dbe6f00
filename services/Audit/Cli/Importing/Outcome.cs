using System.Text.Json.Nodes;

namespace Oversight.Cli.Importing;

/// <summary>What came of one file.</summary>
/// <param name="Submission">Its id; null where it was refused whole.</param>
/// <param name="RefusedInAll">How many rows were refused.</param>
/// <param name="Refused">Those that the answer lists, the first of very many.</param>
/// <param name="Candidates">How many candidate claims a document holds.</param>
/// <param name="Cited">As what a document is cited, whatever was said of it this time.</param>
/// <param name="WholeFileRefused">Nothing of it was read; the one refusal says why.</param>
internal sealed record Outcome(
    FileToSend File, string? Submission, int Accepted, int Unchanged, int Conflicting, int RefusedInAll, IReadOnlyList<Refusal> Refused, bool WholeFileRefused, int Candidates = 0, string? Cited = null)
{
    /// <summary>What to know of rows that were taken.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    private const string UnknownColumns = "file.unknown-columns";

    /// <summary>A folder may hold files of a kind that is not imported yet; that is worth a note, and no fault.</summary>
    public bool IsPassedOver => WholeFileRefused && !File.IsNamed && Refused[0].Rule == UnknownColumns;

    /// <summary>It was refused as a whole, or every row of it was.</summary>
    public bool NothingTaken => (WholeFileRefused || RefusedInAll > 0) && Accepted + Unchanged + Conflicting + Candidates == 0;

    public static Outcome From(FileToSend file, JsonNode answer) => new(
        file, answer.Text("submission"), answer.Number("accepted"), answer.Number("unchanged"), answer.Number("conflicting"), answer.RefusedInAll,
        [.. answer.Rows("refused").Select(row => Refusal.From(file, row))], WholeFileRefused: false, answer.Number("candidates"), answer.Text("cited"))
    {
        Notes = [.. answer.Rows("notes").Select(note => $"{note.Text("file") ?? file.Name}:{note.Text("line")}: {note.Text("message")}")],
    };

    public static Outcome From(FileToSend file, Problem problem) => new(
        file, null, 0, 0, 0, 0, [new(file.Name, problem.Line, problem.Field, problem.Rule ?? "file.refused", problem.Because, IsWholeFile: true)], WholeFileRefused: true);

    public static string InWords(int candidates) => $"{candidates} candidate{(candidates == 1 ? "" : "s")} to be accepted or declined";

    public string Sentence => IsPassedOver ? $"{File.Name}: not imported yet"
        : WholeFileRefused ? $"{File.Name}: refused whole: {Refused[0].Message}"
        : Candidates > 0 ? $"{File.Name}: {InWords(Candidates)}"
        : $"{File.Name}: {Accepted} accepted, {Unchanged} unchanged, {Conflicting} conflicting, {RefusedInAll} refused";
}

/// <summary>A row, or a whole file, that was refused: where, by which rule and why.</summary>
internal sealed record Refusal(string File, int? Line, string? Field, string? Rule, string Message, bool IsWholeFile = false)
{
    public static Refusal From(FileToSend file, JsonNode row) => new(
        row.Text("file") ?? file.Name, row.Number("line") is > 0 and var line ? line : null, row.Text("field"), row.Text("rule"), row.Text("message") ?? "");

    public string Place => Line is null ? File : $"{File}:{Line}";

    public string Part => Field ?? (IsWholeFile ? "whole file" : "whole row");

    public JsonObject ToJson() => new() { ["file"] = File, ["line"] = Line, ["field"] = Field, ["rule"] = Rule, ["message"] = Message };
}
