using System.Text.Json.Nodes;

namespace Oversight.Cli;

/// <summary>Bodies by areas: in words where there is room, else in letters with their key.</summary>
internal static class GradeMatrix
{
    private const int WidthOfBody = 30, WidthOfGrade = 22;
    private const string NotOnRecord = "not on record";

    private static readonly Dictionary<string, string> Letters = new()
    {
        ["outstanding"] = "O", ["good"] = "G", ["adequate"] = "A", ["requires improvement"] = "RI", ["inadequate"] = "I",
        ["not graded"] = "NG", ["not inspected"] = "NI", ["cannot tell"] = "?", ["conflicting"] = "C", ["withdrawn"] = "W", [NotOnRecord] = "--",
    };

    public static void Write(IReadOnlyList<string> areas, IReadOnlyList<JsonNode> bodies)
    {
        var inWords = WidthOfBody + (areas.Count * WidthOfGrade) < Output.Width;
        string[] headings = inWords ? [.. areas] : [.. areas.Select((_, index) => Letter(index))];
        Output.Table(["Body", .. headings, "Grades on record"], bodies.Select<JsonNode, string[]>(body =>
        {
            var grades = body.Rows("grades").ToDictionary(grade => grade.Text("area") ?? "");
            return
            [
                body.Text("id") ?? "not known",
                .. areas.Select(area => grades.GetValueOrDefault(area)).Select(grade => (inWords ? Cell(grade) : Short(grade)) + (grade.Texts("marks").Any(IsDoubt) ? "*" : "")),
                Denominator(body),
            ];
        }));
        Key(areas, bodies, inWords);
    }

    /// <summary>The grade, or why there is none.</summary>
    public static string Cell(JsonNode? grade) => grade is null ? NotOnRecord : grade.Text("verdict") switch
    {
        "CannotTell" => "cannot tell",
        "Withdrawn" => $"withdrawn: {string.Join(" or ", grade.Rows("sides").Select(side => Words.Grade(side.Text("grade") ?? "not known")))}",
        "Conflicting" => $"conflicting: {string.Join(" or ", grade.Rows("sides").Select(side => Words.Grade(side.Text("grade") ?? "not known")))}",
        _ => Words.Grade(grade.Text("grade") ?? "not graded"),
    };

    private static string Short(JsonNode? grade)
    {
        var words = Cell(grade).Split(':')[0];
        return Letters.GetValueOrDefault(words, words);
    }

    private static string Letter(int index) => index < 26 ? $"{(char)('a' + index)}" : $"{index + 1}";

    // The record need not hold all areas of a programme.
    private static string Denominator(JsonNode body) => body.Text("graded") is var graded && graded == body.Text("of") ? $"{graded}" : $"{graded}, of {body.Text("of")} areas";

    // That others say the same is no reason for doubt.
    private static bool IsDoubt(string mark) => !mark.StartsWith("supported by", StringComparison.Ordinal);

    private static void Key(IReadOnlyList<string> areas, IReadOnlyList<JsonNode> bodies, bool inWords)
    {
        var doubts = bodies.SelectMany(body => body.Rows("grades")).SelectMany(grade => grade.Texts("marks")).Where(IsDoubt).Distinct().Order(StringComparer.Ordinal).ToList();
        Output.Line();
        if (!inWords)
        {
            Output.Line(string.Join("; ", areas.Select((area, index) => $"{Letter(index)} {area}")));
            Output.Line(string.Join("; ", Letters.Select(letter => $"{letter.Value} {letter.Key}")));
        }

        if (doubts.Count > 0)
        {
            Output.Line($"* marked {string.Join(" or ", doubts)}; ask for one area with --area to see which, with the sources");
        }
    }
}
