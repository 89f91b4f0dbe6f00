using Oversight.Core;
using Oversight.Monitoring.Phases;

namespace Oversight.Monitoring.Lineage;

/// <summary>When something happened, by all the dates that sources give for it.</summary>
/// <param name="On">The date, or what differing dates have in common; null where they differ even in the year.</param>
/// <param name="Earliest">The first day on which it can have happened.</param>
/// <param name="Latest">The last day on which it can have happened.</param>
/// <param name="IsConflicting">Can the dates not all be right?</param>
public sealed record Dated(PartialDate? On, DateOnly Earliest, DateOnly Latest, bool IsConflicting)
{
    /// <summary>Null without any date.</summary>
    public static Dated? Of(IEnumerable<PartialDate> said)
    {
        var all = said.Distinct().ToArray();
        var dates = Array.FindAll(all, date => !Array.Exists(all, other => other.Refines(date)));
        return dates.Length == 0 ? null
            : dates is [var only] ? new(only, only.First, only.Last, false)
            : dates.Min(date => date.First) is var first && dates.Max(date => date.Last) is var last ? new(Move.Common(first, last), first, last, true)
            : null;
    }

    public Answer HappenedBy(DateOnly day) => Latest <= day ? Answer.Yes : Earliest > day ? Answer.No : Answer.CannotTell;

    /// <summary>A change as a conflict about it names it.</summary>
    internal static string InWords(PartialDate? lawOn, PartialDate? inUseOn) =>
        $"{lawOn ?? inUseOn}{(lawOn is not null && inUseOn is not null ? $", in use {inUseOn}" : "")}";

    public override string ToString() => On?.InWords ?? $"between {PartialDate.On(Earliest).InWords} and {PartialDate.On(Latest).InWords}";
}
