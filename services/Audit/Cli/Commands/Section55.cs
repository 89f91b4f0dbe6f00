using System.CommandLine;
using System.Text.Json.Nodes;

namespace Oversight.Cli.Commands;

/// <summary>What local policing bodies had to answer, by when, and whether they did.</summary>
internal static class Section55
{
    private static readonly Option<string> State = Choice.Of("--state", "Only answers in this state.", "met", "late", "outstanding", "no-answer-on-record", "cannot-tell", "covered", "no-term");

    public static Command Command() => Read.Command("section-55", "Reports that local policing bodies have to answer within 56 days, by when, and whether they did.",
        parsed => OneBody.Of(parsed) is { } body ? new($"bodies/{Uri.EscapeDataString(body)}/section-55") : new("section-55", ("state", parsed.GetValue(State))),
        Show, [.. OneBody.Symbols, State]);

    private static void Show(JsonNode answer, ParseResult parsed)
    {
        Output.Heading("Answers to reports under section 55 of the Police Act 1996", answer);
        var (reports, notes) = (answer.Rows("reports").ToList(), new Footnotes());
        if (reports.Count == 0)
        {
            Output.Line("None is on record.");
            return;
        }

        Output.Table(["Body", "Report", "Published", "Counted from", "Last day", "Answered", "State", "Who answers", "Marked", "Source"], reports.Select<JsonNode, string[]>(report =>
        [
            report.Text("name") ?? "not known", report.Text("report") ?? "not known", Dates.Day(report.Text("publishedOn")), report.Text("countedFrom") ?? "nothing", LastDay(report),
            report.Text("answeredOn") is { } on ? Dates.Day(on) : "no answer on record", Words.State(report), report.Text("owner") ?? "nobody", Words.Marked(report),
            notes.Of(report.Rows("steps")),
        ]));
        notes.Write();
        foreach (var report in reports)
        {
            Trail.Write(report);
        }
    }

    private static string LastDay(JsonNode report) => (report.Text("earliestLastDay"), report.Text("lastDay")) switch
    {
        (_, null) => "none",
        var (first, last) when first == last => Dates.Day(last),
        var (first, last) => $"between {Dates.Day(first)} and {Dates.Day(last)}",
    };
}
