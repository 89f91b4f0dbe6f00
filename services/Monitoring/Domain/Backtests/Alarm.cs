using Oversight.Core;
using Oversight.Monitoring.Phases;

namespace Oversight.Monitoring.Backtests;

/// <summary>A time without a gap in which prompts stood. Hits and false alarms are both counted in these.</summary>
/// <param name="Prompts">Those that came up outside Engage, oldest first.</param>
/// <param name="AnsweredBy">The first entry that came, or may have come, while one of them stood.</param>
internal sealed record Alarm(IReadOnlyList<Standing> Prompts, Stay? AnsweredBy)
{
    /// <summary>The first day without a prompt; null while one stands.</summary>
    public DateOnly? End { get; } = Prompts.Any(prompt => prompt.Until is null) ? null : Prompts.Max(prompt => prompt.Until);

    /// <summary>Every alarm. What came up during a stay was looked at already, and is none; after an entry the next one begins.</summary>
    public static IReadOnlyList<Alarm> All(IReadOnlyList<Standing> prompts, IReadOnlyList<Stay> stays)
    {
        var (alarms, together) = (new List<Alarm>(), new List<Standing>());
        foreach (var prompt in prompts.Where(prompt => !stays.Any(stay => IsDuring(stay, prompt.From))).OrderBy(prompt => prompt.From))
        {
            if (together.Count > 0 && Of(together, stays) is var alarm && (alarm.End < prompt.From || alarm.AnsweredBy?.Entry.Latest < prompt.From))
            {
                alarms.Add(alarm);
                together = [];
            }

            together.Add(prompt);
        }

        return together.Count == 0 ? alarms : [.. alarms, Of(together, stays)];
    }

    /// <summary>Did one of them stand on the day before an entry?</summary>
    public static Answer Stood(IReadOnlyCollection<Standing> prompts, Stay stay)
    {
        var stood = Enumerable.Range(0, stay.Entry.Latest.DayNumber - stay.Entry.Earliest.DayNumber + 1)
            .Select(days => stay.Entry.Earliest.AddDays(days - 1)).Select(day => prompts.Any(prompt => prompt.StoodOn(day))).Distinct().ToArray();
        return stood is [var always] ? (always ? Answer.Yes : Answer.No) : Answer.CannotTell;
    }

    private static Alarm Of(List<Standing> prompts, IReadOnlyList<Stay> stays) =>
        new([.. prompts], stays.FirstOrDefault(stay => Stood(prompts, stay) != Answer.No));

    private static bool IsDuring(Stay stay, DateOnly day) => stay.Entry.Latest <= day && !(stay.Exit?.Latest <= day);
}
