using Oversight.Core;
using Oversight.Monitoring.Phases;

namespace Oversight.Monitoring.Causes;

/// <summary>When something happened, as far as its sources agree.</summary>
/// <param name="On">The date, or what differing dates have in common; null where nobody says.</param>
/// <param name="Earliest">The first day on which it can have happened; null where nothing bounds it.</param>
/// <param name="Latest">The last day on which it can have happened.</param>
/// <param name="IsConflicting">Do sources give dates that cannot both be right?</param>
public sealed record When(PartialDate? On, DateOnly? Earliest, DateOnly Latest, bool IsConflicting)
{
    /// <summary>From the dates that sources give, and the day by which it was public and so had happened.</summary>
    public static When Of(IEnumerable<PartialDate> said, PartialDate? published, DateOnly? notBefore, DateOnly recorded)
    {
        var all = said.Distinct().ToArray();
        var dates = Array.FindAll(all, date => !Array.Exists(all, other => other.Refines(date)));
        if (dates.Length == 0)
        {
            var latest = published?.Last < recorded ? published.Value.Last : recorded;
            return new(null, notBefore <= latest ? notBefore : null, latest, false);
        }

        var (first, last) = (dates.Min(date => date.First), dates.Max(date => date.Last));
        var by = published is { } on && on.Last >= first && on.Last < last && dates.Length == 1 ? on.Last : last;
        return new(dates.Length == 1 ? dates[0] : Move.Common(first, last), first, by, dates.Length > 1);
    }

    /// <summary>Was it to the day?</summary>
    public DateOnly? Day => On is { Precision: 3 } on && !IsConflicting ? on.First : null;

    public Answer HappenedBy(DateOnly day) => Latest <= day ? Answer.Yes : Earliest > day ? Answer.No : Answer.CannotTell;

    /// <summary>Did it happen before the other, whatever the days?</summary>
    public bool SurelyBefore(When other) => other.Earliest is { } earliest && Latest < earliest;
}
