using System.CommandLine;
using System.Text.Json.Nodes;

namespace Oversight.Cli.Commands;

/// <summary>Where one body comes from.</summary>
internal static class Lineage
{
    public static Command Command() => Read.Command("lineage", "Where one body comes from: its names in law and in use, its predecessors and successors.",
        parsed => new($"bodies/{Uri.EscapeDataString(parsed.GetValue(Body.Id)!)}/lineage"), Show, Body.Id);

    private static void Show(JsonNode answer, ParseResult parsed)
    {
        Output.Heading($"{answer.Text("name")} ({answer.Text("id")}): lineage", answer);
        var (lineage, notes) = (answer.Part("lineage"), new Footnotes());
        Output.Table(["", ""],
        [
            ["Existed", Existed(lineage)],
            ["Name in law", string.Join(" or ", lineage.Texts("nameInLaw"))],
            ["Name in use", string.Join(" or ", lineage.Texts("nameInUse"))],
        ]);
        var rows = Rows(lineage, notes).ToList();
        Output.Line();
        Output.Line(rows.Count > 0 ? "What happened to it" : "No renaming, merger or joint inspection is on record.");
        if (rows.Count > 0)
        {
            Output.Table(["What", "In law", "In use", "Marked", "Source"], rows);
            foreach (var told in Parts.SelectMany(kind => lineage.Rows(kind)))
            {
                Trail.Write(told);
            }
        }

        notes.Write();
    }

    /// <summary>What there is to say of it in a profile.</summary>
    public static IEnumerable<string[]> Lines(JsonNode? lineage, Footnotes notes) =>
    [
        .. lineage.Text("because") is null ? [] : new string[][] { ["Existed", Existed(lineage)] },
        .. lineage.Texts("nameInUse").SequenceEqual(lineage.Texts("nameInLaw")) ? [] : new string[][] { ["Name in use", string.Join(" or ", lineage.Texts("nameInUse"))] },
        .. Rows(lineage, notes).Select(row => new[] { "Lineage", $"{row[0]}{(row[1] == NoChange ? "" : row[1] == "not given" ? $", in use {row[2]}" : $", {row[1]}")}{(row[3] == "nothing" ? "" : $" ({row[3]})")}, sources: {row[4]}" }),
    ];

    private static readonly string[] Parts = ["renames", "jointInspections", "predecessors", "successors"];

    // An inspection of two bodies as one is nothing in law.
    private const string NoChange = "no change";

    private static string Existed(JsonNode? lineage) => (lineage.Text("existed"), lineage.Text("because")) switch
    {
        ("Yes", _) => "yes",
        ("No", var because) => $"no: it {because}",
        (_, var because) => $"cannot tell: it {because}",
    };

    private static IEnumerable<string[]> Rows(JsonNode? lineage, Footnotes notes) =>
    [
        .. lineage.Rows("renames").Select(one => Row($"{(one.Text("formerName") is { } former ? $"{former} renamed" : "renamed")} {one.Text("name")}", one, notes)),
        .. lineage.Rows("jointInspections").Select(one => new[]
        {
            $"{(one.Part("of") is { } inspected ? $"{Of(inspected)} " : "")}inspected as one with {Of(one.Part("with"))}: {one.Text("inspection")}, {Day(one.Part("on"))}", NoChange, NoChange, Words.Marked(one), notes.Of(one),
        }),
        .. lineage.Rows("predecessors").Select(one => Row($"{(one.Text("formed") == "true" ? "formed from" : "took over")} {Of(one.Part("body"))}", one, notes)),
        .. lineage.Rows("successors").Select(one => Row($"became part of {Of(one.Part("body"))}", one, notes)),
    ];

    private static string[] Row(string what, JsonNode one, Footnotes notes) => [what, Day(one.Part("inLaw")), Day(one.Part("inUse")), Words.Marked(one), notes.Of(one)];

    private static string Of(JsonNode? body) => $"{body.Text("name")} ({body.Text("id")})";

    private static string Day(JsonNode? date) => date is null ? "not given"
        : date.Text("on") is { } on ? Dates.Day(on) : $"between {Dates.Day(date.Text("earliest"))} and {Dates.Day(date.Text("latest"))}";
}
