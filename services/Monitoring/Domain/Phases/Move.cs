using Oversight.Core;
using Oversight.Monitoring.Records;

namespace Oversight.Monitoring.Phases;

/// <summary>One move into a phase, with every date that sources give for it.</summary>
/// <param name="Phase">Scan or Engage.</param>
/// <param name="Dates">The dates that nothing more precise refines, earliest first; more than one when sources disagree.</param>
/// <param name="Refined">Vaguer dates that agree with one of them.</param>
public sealed record Move(Phase Phase, IReadOnlyList<Seen<MoveDate>> Dates, IReadOnlyList<Seen<MoveDate>> Refined)
{
    /// <summary>Dates that a settlement has set aside.</summary>
    public IReadOnlyList<Seen<MoveDate>> Overruled { get; init; } = [];

    /// <summary>Does one of them contradict the settlement since it was made?</summary>
    public bool IsContradictedSince { get; init; }

    /// <summary>What was settled and said of it later.</summary>
    public FactTrail Trail { get; init; } = FactTrail.None;

    public bool IsWithdrawnBy(DateOnly day) => Trail.WithdrawnBy(day) == Answer.Yes;

    /// <summary>The first day on which it can have happened.</summary>
    public DateOnly Earliest => Dates[0].Value.On.First;

    /// <summary>The last day on which it can have happened.</summary>
    public DateOnly Latest => Dates[^1].Value.On.Last;

    public bool IsConflicting => Dates.Count > 1;

    /// <summary>The date, or where sources disagree what their dates have in common: a month, a year or nothing.</summary>
    public PartialDate? On => IsConflicting ? Common(Earliest, Latest) : Dates[0].Value.On;

    /// <summary>Every date that sources give, where they disagree: "June 2022 or 6 July 2022" says more than the year that both are of.</summary>
    public string? Dated => IsConflicting ? string.Join(" or ", Dates.Select(date => date.Value.On).Distinct().Order().Select(date => date.InWords)) : null;

    /// <summary>Can be told to the day.</summary>
    public bool IsToTheDay => Earliest == Latest;

    public Answer HappenedBy(DateOnly day) => Latest <= day ? Answer.Yes : Earliest > day ? Answer.No : Answer.CannotTell;

    /// <summary>Every source, with the date that it gives; the more telling first.</summary>
    public IEnumerable<Seen<MoveDate>> Claims => Dates.Concat(Refined);

    public IEnumerable<Mark> Marks => Dates.SelectMany(date => date.Marks).Concat(IsConflicting || IsContradictedSince ? [Mark.Conflicting] : [])
        .Concat(Overruled.Count > 0 ? [Mark.Settled] : []).Concat(Trail.Marks);

    internal static PartialDate? Common(DateOnly first, DateOnly last) =>
        first.Year != last.Year ? null
        : PartialDate.Parse(PartialDate.On(first).ToString()[..(first.Month == last.Month ? 7 : 4)]);
}
