using System.Text.Json;
using Oversight.Core;

namespace Oversight.EndToEnd.Tests.Checking;

/// <summary>One thing that was said: where it has to land, and what it is known by.</summary>
public sealed record Said(string Stream, string Key);

/// <summary>What one service tells another. Read from the stored JSON and not through the services' own mappings, which are on trial here.</summary>
/// <param name="Source">Who tells.</param>
/// <param name="Consumer">Who has to hear it, once and in order.</param>
/// <param name="Tells">What an event of the source has to become.</param>
/// <param name="Hears">What an event of the consumer came from.</param>
public sealed record Link(string Source, string Consumer, Func<StoredEvent, Said?> Tells, Func<StoredEvent, Said?> Hears)
{
    public static readonly IReadOnlyList<Link> All =
    [
        new("ingestion", "grading", ToGrading, Heard),
        new("ingestion", "monitoring", ToMonitoring, stored => IsFromGrading(stored) || IsItsOwn(stored) ? null : Heard(stored)),
        new("grading", "monitoring", FromGrading, stored => IsFromGrading(stored) ? Heard(stored) : null),
    ];

    /// <summary>The claim that an event of Ingestion keeps, by the address that it cites; null where it keeps none.</summary>
    public static Said? Claimed(StoredEvent stored) =>
        stored.Type.EndsWith("-claimed.v1", StringComparison.Ordinal) ? new(stored.Stream, Text(Root(stored).GetProperty("provenance"), "cited")) : null;

    private static Said? ToGrading(StoredEvent stored) => stored.Type switch
    {
        "ingestion.grade-claimed.v1" or "ingestion.recording-audit-claimed.v1" or "ingestion.stop-search-audit-claimed.v1" =>
            new($"{Text(Root(stored), "body")}/{NameBasedId.Slug(Text(Root(stored), "programme"))}", ClaimOf(Root(stored))),
        "ingestion.conflict-settled.v1" or "ingestion.conflict-reopened.v1" or "ingestion.fact-annotated.v1"
            when FactOf(stored).Split('/') is ["grade" or "recording" or "stop-search", var body, var programme, ..] => new($"{body}/{programme}", KeyOf(stored)),
        _ => null,
    };

    private static Said? ToMonitoring(StoredEvent stored) => stored.Type switch
    {
        "ingestion.body-registered.v1" or "ingestion.body-named.v1" or "ingestion.conflict-found.v1"
            or "ingestion.conflict-settled.v1" or "ingestion.conflict-reopened.v1" or "ingestion.fact-annotated.v1"
            or "ingestion.phase-move-claimed.v1" or "ingestion.timeline-entry-claimed.v1" or "ingestion.engage-step-claimed.v1"
            or "ingestion.report-response-claimed.v1" or "ingestion.investigation-step-claimed.v1" or "ingestion.link-claimed.v1" => new(Text(Root(stored), "body"), KeyOf(stored)),
        _ => null,
    };

    private static Said? FromGrading(StoredEvent stored) =>
        stored.Type is "grading.judgment-set-aside.v1" or "grading.settlement-noted.v1" or "grading.annotation-noted.v1" or "grading.practice-adopted.v1" ? null : new(Text(Root(stored), "body"), KeyOf(stored));

    private static Said? Heard(StoredEvent stored) => new(stored.Stream, KeyOf(stored));

    private static bool IsFromGrading(StoredEvent stored) => stored.Type is "monitoring.grade-noted.v1" or "monitoring.audit-noted.v1" or "monitoring.practice-noted.v1" or "monitoring.finding-noted.v1";

    // The clock or the rules of Monitoring say it, and nobody told it so.
    private static bool IsItsOwn(StoredEvent stored) => stored.Type is "monitoring.deadline-missed.v1" or "monitoring.prompt-raised.v1" or "monitoring.prompt-cleared.v1";

    private static string KeyOf(StoredEvent stored)
    {
        var root = Root(stored);
        return stored.Type[(stored.Type.IndexOf('.', StringComparison.Ordinal) + 1)..] switch
        {
            "body-registered.v1" => $"registered as {Text(root, "name")}",
            "body-named.v1" => $"named {Text(root, "name")} ({Text(root, "kind")})",
            "conflict-found.v1" => Conflict(root, "claims"),
            "conflict-settled.v1" or "conflict-reopened.v1" or "settlement-noted.v1" => $"step {root.GetProperty("settling").GetProperty("round")} of settling {FactOf(stored)}",
            "fact-annotated.v1" or "annotation-noted.v1" => ClaimOf(root.GetProperty("annotation")),
            "conflict-noted.v1" => Conflict(root, "sides"),
            _ when root.TryGetProperty("provenance", out _) || root.TryGetProperty("source", out _) => ClaimOf(root),
            _ => throw new InvalidOperationException($"Nothing tells what {stored.Type} at {stored.Sequence} of {stored.Stream} came from: {stored.Data}"),
        };
    }

    private static string FactOf(StoredEvent stored)
    {
        var root = Root(stored);
        return Text(root.TryGetProperty("settling", out var settling) ? settling : root.GetProperty("annotation"), "factId");
    }

    private static string Conflict(JsonElement root, string sides) =>
        $"conflict about {Text(root, "factId")} between {string.Join(", ", root.GetProperty(sides).EnumerateArray().Select(ClaimOf))}";

    private static string ClaimOf(JsonElement root) =>
        $"claim {Text(root.TryGetProperty("provenance", out var provenance) ? provenance : root.GetProperty("source"), "claimId")}";

    private static JsonElement Root(StoredEvent stored) => JsonSerializer.Deserialize<JsonElement>(stored.Data);

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
