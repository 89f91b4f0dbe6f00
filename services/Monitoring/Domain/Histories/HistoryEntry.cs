using System.Text.Json.Serialization;
using Oversight.Core;
using Oversight.Monitoring.Records;

namespace Oversight.Monitoring.Histories;

/// <summary>One line of a body's timeline.</summary>
/// <param name="Id">The same whatever is asked, as long as its date and wording stay.</param>
/// <param name="On">When it happened, as precisely as known; null where nobody says.</param>
/// <param name="Until">When it ended, for what lasted.</param>
/// <param name="Kind">One of <see cref="TimelineKinds.OfTheRecord"/>, or the kind that the timeline's source gives.</param>
/// <param name="Title">One line.</param>
/// <param name="Detail">More, where there is more.</param>
/// <param name="Sources">Who says so.</param>
/// <param name="Marks">What to say beside it.</param>
/// <param name="Links">What else in the timeline belongs to it.</param>
public sealed record HistoryEntry(
    string Id, PartialDate? On, PartialDate? Until, string Kind, string Title, string? Detail,
    IReadOnlyList<SourceShown> Sources, IReadOnlyList<Mark> Marks, IReadOnlyList<HistoryLink> Links)
{
    /// <summary>The predecessor whose entry it is; null for the body's own.</summary>
    public string? InheritedFrom { get; init; }

    /// <summary>Every date that sources give for a move, in words, where they disagree; <see cref="On"/> is what those have in common.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Dated { get; init; }

    /// <summary>Why it is so, where the record says it: as its sources sum it up, or as whoever settled or annotated it put it.</summary>
    [JsonIgnore]
    public string? Reason => string.Join(" / ", Sources.Select(source => source.Reason).Where(reason => !string.IsNullOrWhiteSpace(reason)).Distinct()) is { Length: > 0 } said ? said
        : Kind is "settled" or "reopened" or "corrected" or "withdrawn" or "disputed" or "dispute-withdrawn" ? Detail : null;

    /// <summary>Who settled, corrected, withdrew or disputed what it rests on.</summary>
    public IReadOnlyList<TrailStep> Trail { get; init; } = [];

    /// <summary>What else tells the same and is not told again.</summary>
    public IReadOnlyList<ToldToo> Tells { get; init; } = [];

    /// <summary>The same as it is told on a day on which it may still lie ahead.</summary>
    public HistoryEntry ToldOn(DateOnly day) => On is not { } on || on.First <= day ? this : this with
    {
        Title = Kind switch { "engage" => "Is to move to Engage", "scan" => "Is to return to Scan", _ => $"Still to come: {Title}" },
    };

    /// <summary>Is it, or does it tell too, what has that id?</summary>
    public bool Is(string id) => Id == id || Tells.Any(told => told.Id == id);

    /// <summary>Is it, or what it tells too, of that kind?</summary>
    public bool IsOf(string kind) => string.Equals(Kind, kind, StringComparison.OrdinalIgnoreCase) || Tells.Any(told => string.Equals(told.Kind, kind, StringComparison.OrdinalIgnoreCase));
}

/// <summary>An entry that stands in another one, because the same source tells the same of the same day.</summary>
public sealed record ToldToo(string Id, string Kind, string Title, string? Detail)
{
    /// <summary>Who says so.</summary>
    public IReadOnlyList<SourceShown> Sources { get; init; } = [];
}

/// <summary>Another entry that belongs to this one.</summary>
/// <param name="Relation">
/// <c>next-report</c> on a move that came before its report, <c>preceding-move</c> on that report;
/// <c>step</c> on a return to Scan for each step that led to it or told of it, <c>step-of</c> on that step;
/// <c>relates-to</c>, <c>follows-up</c>, <c>followed-up-by</c>, <c>contradicts</c> or <c>contradicted-by</c> where a source puts two entries together.
/// </param>
/// <param name="Id">The other entry.</param>
/// <param name="On">When that happened.</param>
/// <param name="Title">What that was.</param>
/// <param name="Cited">The sources that put them together; none where it follows from the dates.</param>
public sealed record HistoryLink(string Relation, string Id, PartialDate? On, string Title, IReadOnlyList<string> Cited);
