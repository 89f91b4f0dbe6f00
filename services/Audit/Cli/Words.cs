using System.Text.Json.Nodes;

namespace Oversight.Cli;

/// <summary>The inspectorate's words for what an answer holds; nothing is ever blank.</summary>
internal static class Words
{
    public static string Phase(string? phase) => phase switch
    {
        null => "not known",
        "CannotTell" => "cannot tell",
        "SchemeNotBegun" => "no phase: the scheme had not begun",
        "DidNotExist" => "did not exist",
        _ => phase,
    };

    /// <summary>How a report was answered.</summary>
    public static string State(JsonNode? report) => report.Text("state") switch
    {
        "Met" => "in time",
        "Late" => "late",
        "Outstanding" => report.Text("overdue") == "Yes" ? "overdue" : "outstanding",
        "NoAnswerOnRecord" => "no answer on record",
        "CannotTell" => "cannot tell",
        "Covered" => $"covered by {report.Text("sameFindingsAs")}",
        "NoTerm" => "no term",
        var other => other ?? "not known",
    } + (report.Text("missNotedOn") is { } noted ? $" (noted by the clock of {Dates.Day(noted)})" : "");

    public static string Stage(string? stage) => stage switch
    {
        null => "how far it had come is not known",
        "ReturnedToForce" => "returned to the force",
        "CannotTell" => "cannot tell how far it had come",
        _ => stage.ToLowerInvariant(),
    };

    /// <summary>What became of a cause of concern or of an area for improvement.</summary>
    public static string CauseStep(string? step) => step switch
    {
        null => "not known",
        "ReIssued" => "re-issued",
        "JoinedEngage" => "joined Engage",
        "AcceleratedInSum" => "accelerated together with others",
        "AfiRaised" => "area for improvement raised",
        "AfiDischarged" => "area for improvement discharged",
        "AfiCarriedOver" => "area for improvement carried over",
        _ => string.Concat(step.Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : " ") + char.ToLowerInvariant(c) : $"{c}")),
    };

    /// <summary>requires-improvement: requires improvement.</summary>
    public static string Grade(string grade) => grade.Replace('-', ' ');

    /// <summary>89.5% ± 1.7, as published.</summary>
    public static string Rate(JsonNode? figure) => $"{figure.Text("percent")}%{(figure.Text("halfWidth") is { } width ? $" ± {width}" : "")}";

    public static string Sample(JsonNode? figure) => figure.Text("sample") ?? "not published";

    /// <summary>What a reader must be told beside the answer, in brackets.</summary>
    public static string Marks(JsonNode? of) => of.Texts("marks").ToList() is { Count: > 0 } marks ? $" ({string.Join("; ", marks)})" : "";

    /// <summary>The same in a column of its own.</summary>
    public static string Marked(JsonNode? of) => of.Texts("marks").ToList() is { Count: > 0 } marks ? string.Join("; ", marks) : "nothing";
}
