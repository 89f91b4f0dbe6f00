using System.CommandLine;
using System.Text.Json.Nodes;

namespace Oversight.Cli.Commands;

/// <summary>The register of causes of concern.</summary>
internal static class Causes
{
    private static readonly Option<string> State = Choice.Of("--state", "Only those that are so; not-closed is all but closed and superseded ones.",
        "open", "no-closure-found", "closed", "superseded", "cannot-tell", "not-closed");
    private static readonly Option<string> Programme = new("--programme") { Description = "Only of this inspection, such as \"PEEL 2021/22\".", HelpName = "NAME" };

    public static Command Command() => Read.Command("causes", "Causes of concern: whose, since when, what they ask for, what became of them.",
        parsed => new("causes", ("body", OneBody.Of(parsed)), ("service", parsed.GetValue(Status.Service)), ("state", parsed.GetValue(State)), ("programme", parsed.GetValue(Programme))),
        Show, [.. OneBody.Symbols, Status.Service, State, Programme]);

    private static void Show(JsonNode answer, ParseResult parsed)
    {
        Output.Heading("Causes of concern", answer);
        var (causes, areas, notes) = (answer.Rows("causes").ToList(), answer.Rows("areasForImprovement").ToList(), new Footnotes());
        if (causes.Count == 0)
        {
            Output.Line("None is on record.");
        }
        else
        {
            Output.Table(["Body", "Cause", "Inspection", "Raised", "Published", "Accelerated", "Age", "Recommendations", "Due", "State", "Joined to", "Joined Engage", "Marked", "Source"],
                causes.Select<JsonNode, string[]>(cause => Cells(cause, notes)));
            foreach (var cause in causes)
            {
                if (OneBody.Of(parsed) is not null)
                {
                    InFull(cause);
                }

                foreach (var differing in cause.Rows("disagreements"))
                {
                    Output.Line($"{cause.Text("title")} ({cause.Text("inspection")}): sources disagree on {Matter(differing.Text("about"))}: "
                        + string.Join("; ", differing.Rows("sides").Select(side => $"{side.Text("says")} ({side.Text("cited")})").Distinct()));
                }

                Trail.Write(cause);
            }

            Output.Line();
            Output.Line(answer.Text("note") ?? "");
            Output.Line("A deadline marked as ours is worked out from the words and the day they were written.");
        }

        if (areas.Count > 0)
        {
            Output.Line();
            Output.Table(["Body", "Area for improvement", "Inspection", "State", "Since", "Marked", "Source"], areas.Select<JsonNode, string[]>(area =>
            [
                Whose(area), area.Text("title") ?? "not known", area.Text("inspection") ?? "not known",
                Of(area.Text("state")), Dates.Day(area.Text("since")), Words.Marked(area), notes.Of(area.Rows("steps")),
            ]));
        }

        notes.Write();
    }

    // What there is of one body only: each recommendation, and what became of the cause step by step.
    private static void InFull(JsonNode cause)
    {
        var recommendations = cause.Part("recommendations").Rows("known").Select(one =>
            $"recommendation: {one.Text("text")}{(one.Text("met") == "Yes" ? $", met {Dates.Day(one.Text("metOn"))}" : "")}");
        var lines = recommendations.Concat(cause.Rows("steps").Select(Step)).ToList();
        if (lines.Count > 0)
        {
            Output.Line();
            Output.Line($"{cause.Text("title")} ({cause.Text("inspection")})");
            lines.ForEach(line => Output.Line($"  {line}"));
        }
    }

    private static string Step(JsonNode step) => string.Join(", ", new[]
    {
        $"{Dates.Day(step.Text("on"))}: {Words.CauseStep(step.Text("step"))}", step.Text("recommendation"), step.Text("due") is { } due ? $"due {Dates.Day(due)}" : null,
        step.Text("by") is { } by ? $"by {by}" : null, step.Text("under") is { } under ? $"under {under}" : null, step.Text("note"),
    }.OfType<string>().Where(part => part != "")) + Words.Marks(step);

    private static string[] Cells(JsonNode cause, Footnotes notes) =>
    [
        Whose(cause), cause.Text("title") ?? "not known", cause.Text("inspection") ?? "not known",
        Dates.Day(cause.Text("raisedOn")), Dates.Day(cause.Text("publishedOn")),
        (cause.Text("accelerated")?.ToLowerInvariant() ?? "unknown") + (cause.Text("acceleratedInSum") == "true" ? ", only together with others" : ""),
        cause.Text("duration") ?? "not known", Asked(cause.Part("recommendations")), Due(cause), StateOf(cause), Joined(cause), cause.Text("joinedEngageOn") is { } on ? Dates.Day(on) : "not said", Marked(cause),
        notes.Of([cause, .. cause.Rows("steps")]),
    ];

    private static string Whose(JsonNode row) => (row.Text("body") ?? "not known") + (row.Text("inheritedFrom") is { } from ? $" (inherited from {from})" : "");

    private static string Asked(JsonNode? asked) => (asked.Text("total"), asked.Number("met")) switch
    {
        (null, var met) when asked.Texts("numbers").ToList() is { Count: > 0 } numbers => $"{string.Join(" or ", numbers)}: sources disagree{(met == 0 ? "" : $"; {met} met")}",
        (null, 0) => "not published",
        (null, var met) => $"{met} met",
        (var total, 0) => total,
        (var total, var met) => $"{total}, of which {met} met",
    };

    private static string Due(JsonNode cause) => cause.Rows("deadlines").Select(due =>
        (due.Text("published") is { } published ? Dates.Day(published) : "none given") + (due.Text("computed") == "true" ? $" (ours: {Dates.Day(due.Text("on"))})" : "")
            + (due.Text("missNotedOn") is null ? "" : ", missed") + (due.Text("met") == "Yes" ? ", met" : "")).Distinct().ToList() is { Count: > 0 } all
            ? string.Join("; ", all) : "not known";

    public static string StateOf(JsonNode cause) => StateThen(cause) + (string.Join(" and ", cause.Texts("passedTo")) is { Length: > 0 } heirs ? $"; passed to {heirs}" : "");

    private static string StateThen(JsonNode cause) => (cause.Text("state"), cause.Text("openAt")) switch
    {
        ("Closed", _) => $"closed {Dates.Day(cause.Text("closedOn"))}",
        ("NoClosureFound", { } last) => $"no closure found; open on {Dates.Day(last)}",
        (var state, _) => Of(state),
    };

    private static string Joined(JsonNode cause) => cause.Rows("links").Select(link =>
        $"{Relation(link.Text("relation"))} {link.Text("inspection")}{(link.Text("basis") == "same title" ? " (same title)" : "")}").ToList() is { Count: > 0 } all
            ? string.Join("; ", all) : "nothing";

    private static string Matter(string? about) => about switch { "raised" => "when it was raised", "accelerated" => "whether it was raised early", "recommendations" => "how many recommendations it has", _ => "its closing" };

    private static string Relation(string? relation) => relation switch
    {
        "re-issued-as" => "issued again under",
        "re-issue-of" => "issued before under",
        "raised-again-as" => "raised again under",
        _ => "raised and closed before under",
    };

    public static string Marked(JsonNode cause) => cause.Rows("disputes").Select(step => step.Text("by")).OfType<string>().ToList() is { Count: > 0 } by
        ? $"{Words.Marked(cause)} by {string.Join(", ", by)}" : Words.Marked(cause);

    // NoClosureFound: no closure found.
    private static string Of(string? state) =>
        state is null ? "not known" : string.Concat(state.Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : " ") + char.ToLowerInvariant(c) : $"{c}"));
}
