using System.CommandLine;
using System.Text.Json.Nodes;

namespace Oversight.Cli.Commands;

/// <summary>What was sent.</summary>
internal static class Submissions
{
    private static readonly Argument<string> Id = new("id") { Description = "One submission, with its refused rows.", Arity = ArgumentArity.ZeroOrOne };

    public static Command Command()
    {
        var command = new Command("submissions", "What was sent, newest first, and what came of it.") { Id, Times.RecordedAt, Read.Json };
        command.SetAction(async (parsed, ct) =>
        {
            using var client = Client.For(parsed);
            var id = parsed.GetValue(Id);
            var answer = await client.Read(id is null ? "submissions" : $"submissions/{Uri.EscapeDataString(id)}", [Times.Recorded(parsed)], ct);
            Read.Answer(parsed, answer, id is null ? all => List([.. all.Rows("submissions")]) : One);
            return 0;
        });
        return command;
    }

    private static void List(List<JsonNode> all)
    {
        if (all.Count == 0)
        {
            Output.Line("Nothing was sent yet.");
            return;
        }

        Output.Table(["Received", "File", "State", "Accepted", "Unchanged", "Conflicting", "Refused", "Id"], all.Select(submission => new[]
        {
            Dates.Instant(submission.Text("receivedAt") ?? "not known"), submission.Text("name") ?? "not named", State(submission),
            submission.Text("accepted") ?? "0", submission.Text("unchanged") ?? "0", submission.Text("conflicting") ?? "0", submission.Text("refused") ?? "0",
            submission.Text("submission") ?? "not known",
        }));
    }

    private static void One(JsonNode submission)
    {
        var refused = submission.Rows("refused").ToList();
        Output.Table(["", ""],
        [
            ["File", submission.Text("name") ?? "not named"],
            ["Received", Dates.Instant(submission.Text("receivedAt") ?? "not known")],
            ["Sent by", submission.Text("by") ?? "not known"],
            ["State", State(submission) + (submission.Text("because") is { } because ? $": {because}" : "")],
            ["SHA-256", submission.Text("sha256") ?? "not known"],
            ["Bytes", submission.Text("length") ?? "not known"],
            ["Rows", $"{submission.Text("accepted")} accepted, {submission.Text("unchanged")} unchanged, {submission.Text("conflicting")} conflicting, {submission.RefusedInAll} refused"],
            .. submission.Rows("candidates").Any() ? new[] { new[] { "Candidates", $"{submission.Rows("candidates").Count()}, listed by ./oversight candidates --submission {submission.Text("submission")}" } } : [],
        ]);
        if (refused.Count > 0)
        {
            Output.Line();
            Output.Table(["Line", "Field", "Rule", "Why"], refused.Select(row => new[]
            {
                row.Text("line") ?? "not known", row.Text("field") ?? "whole row", row.Text("rule") ?? "not named", row.Text("message") ?? "not said",
            }));
        }

        if (submission.RefusedInAll > refused.Count)
        {
            Output.Line($"and {submission.RefusedInAll - refused.Count} more, all in /api/v1/submissions/{submission.Text("submission")}/refused.csv");
        }
    }

    private static string State(JsonNode? submission) => submission.Text("state") switch
    {
        "Read" => "read",
        "Reading" => "being read",
        "Refused" => $"refused whole ({submission.Text("rule")})",
        var other => other ?? "not known",
    };
}
