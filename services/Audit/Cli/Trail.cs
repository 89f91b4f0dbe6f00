using System.Text.Json.Nodes;

namespace Oversight.Cli;

/// <summary>Who settled, corrected, withdrew or disputed something, when, why and by which source.</summary>
internal static class Trail
{
    public static void Write(JsonNode? of)
    {
        foreach (var step in of.Rows("trail"))
        {
            Output.Line(Line(step));
        }
    }

    public static string Line(JsonNode step)
    {
        var wording = (step.Text("before"), step.Text("after")) is (null, null) ? "" : $" Before: {step.Text("before") ?? "not known"}. After: {step.Text("after") ?? "not known"}.";
        return $"{Dates.Day(step.Text("on"))}: {step.Text("what")}{(step.Text("says") is { } value ? $" on {value}" : "")} by {step.Text("who")}: {step.Text("why")}{wording}"
            + (step.Text("cited") is { } cited ? $" ({cited})" : "");
    }
}
