using System.Text.Json.Serialization;
using Oversight.Core;
using Oversight.Monitoring.Phases;
using Oversight.Monitoring.Records;

namespace Oversight.Monitoring.Reads;

/// <summary>A stay in Engage.</summary>
/// <param name="Entry">The move into it.</param>
/// <param name="Exit">The move out of it; null while none is known.</param>
/// <param name="Open">Was it still going on: Yes, No or CannotTell.</param>
/// <param name="Days">How long it was, or had been by the day asked about.</param>
/// <param name="Duration">The same in words.</param>
/// <param name="Reasons">Why, as sources sum it up.</param>
/// <param name="Marks">What a reader must know beside it.</param>
public sealed record StayShown(
    MoveShown Entry, MoveShown? Exit, Answer Open, Days Days, string Duration, IReadOnlyList<string> Reasons, IReadOnlyList<string> Marks)
{
    internal static StayShown Of(Stay stay) => new(
        MoveShown.Of(stay.Entry), stay.Exit is { } exit ? MoveShown.Of(exit) : null, stay.Open,
        stay.Length, stay.Length + (stay.Open == Answer.No ? "" : " so far"), [.. stay.Reasons], stay.Marks.InWords) { NoExitFound = stay.NoExitFound };

    /// <summary>True where nothing on record says when, or that, it ended: that is not to say that it goes on.</summary>
    public bool NoExitFound { get; init; }
}

/// <summary>A move that its publisher has taken back; the trail of the move says when, who and why.</summary>
public sealed record WithdrawnShown(Phase Phase, MoveShown Move)
{
    internal static WithdrawnShown Of(Move move) => new(move.Phase, MoveShown.Of(move));
}

/// <summary>A move into a phase.</summary>
/// <param name="On">As precisely as its sources agree; null where they do not agree even on the year.</param>
/// <param name="Earliest">The first day on which it can have happened.</param>
/// <param name="Latest">The last day on which it can have happened.</param>
/// <param name="Sources">Who says so, with the date that each gives.</param>
/// <param name="MoreSources">Are there more sources than are listed?</param>
/// <param name="Marks">What a reader must know beside it.</param>
/// <param name="Overruled">Who says otherwise, where that was settled.</param>
/// <param name="Trail">Who settled, corrected, withdrew or disputed it, when, why and by which source.</param>
public sealed record MoveShown(
    PartialDate? On, DateOnly Earliest, DateOnly Latest, IReadOnlyList<SourceShown> Sources, bool MoreSources, IReadOnlyList<string> Marks,
    IReadOnlyList<SourceShown> Overruled, IReadOnlyList<TrailStep> Trail)
{
    internal static MoveShown Of(Move move) =>
        new(move.On, move.Earliest, move.Latest, move.Claims.Sources(), move.Claims.HasMore(), move.Marks.Distinct().Order().InWords, move.Overruled.Sources(), move.Trail.Steps) { Dated = move.Dated };

    /// <summary>Every date that sources give, in words, where they disagree.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Dated { get; init; }
}

/// <summary>A move that is still to come.</summary>
/// <param name="To">Scan or Engage.</param>
/// <param name="On">When, as precisely as known.</param>
public sealed record AheadShown(Phase To, PartialDate? On, IReadOnlyList<SourceShown> Sources, IReadOnlyList<string> Marks)
{
    internal static IReadOnlyList<AheadShown> Of(PhaseAnswer answer) =>
        [.. answer.Ahead.Select(move => new AheadShown(move.Phase, move.On, move.Claims.Sources(), move.Marks.Distinct().Order().InWords))];
}
