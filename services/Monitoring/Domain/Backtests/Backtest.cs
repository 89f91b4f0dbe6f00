using Oversight.Core;
using Oversight.Monitoring.Phases;
using Oversight.Monitoring.Rulebooks;

namespace Oversight.Monitoring.Backtests;

/// <summary>What a rulebook would have prompted, beside what happened.</summary>
/// <param name="Rulebook">Its id.</param>
/// <param name="From">The first day on which an entry or an alarm counts.</param>
/// <param name="To">The last.</param>
/// <param name="Entries">Every entry into Engage, oldest first.</param>
/// <param name="FalseAlarms">Prompts that no entry followed while they stood.</param>
/// <param name="Undated">Things that no source dates, so that nobody can say when a rule could have seen them.</param>
public sealed record Backtest(
    string Rulebook, DateOnly From, DateOnly To, IReadOnlyList<EntryTested> Entries, IReadOnlyList<FalseAlarm> FalseAlarms, int Undated)
{
    /// <summary>The entries that were prompted before they came.</summary>
    public int Hits => Entries.Count(entry => entry.PromptedOn is not null);

    /// <summary>The share of alarms that an entry followed; null where there was none.</summary>
    public double? Precision => Hits + FalseAlarms.Count == 0 ? null : (double)Hits / (Hits + FalseAlarms.Count);

    /// <summary>The share of entries that were prompted; null where there was none.</summary>
    public double? Recall => Entries.Count == 0 ? null : (double)Hits / Entries.Count;

    /// <summary>Plays a rulebook over what was public day by day.</summary>
    /// <param name="rulebook">The rulebook.</param>
    /// <param name="bodies">Their past.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last.</param>
    /// <param name="knownAt">Rules see nothing that was published after it.</param>
    public static Backtest Of(Rulebook rulebook, IEnumerable<BodyPast> bodies, DateOnly from, DateOnly to, DateOnly? knownAt = null)
    {
        var (entries, alarms, undated) = (new List<EntryTested>(), new List<FalseAlarm>(), 0);
        foreach (var body in bodies.OrderBy(body => body.Id, StringComparer.Ordinal))
        {
            var prompts = Standing.All(rulebook, body.Signals, to, knownAt);
            undated += body.Signals.Undated;
            entries.AddRange(body.Stays.Where(stay => stay.Entry.Earliest >= from && stay.Entry.Earliest <= to)
                .Select(stay => EntryTested.Of(body.Id, stay, prompts)));
            alarms.AddRange(FalseAlarm.Of(body, prompts, from));
        }

        return new(rulebook.Id, from, to,
            [.. entries.OrderBy(entry => entry.EnteredOn).ThenBy(entry => entry.Body, StringComparer.Ordinal)],
            [.. alarms.OrderBy(alarm => alarm.PromptedOn).ThenBy(alarm => alarm.Body, StringComparer.Ordinal)], undated);
    }
}

/// <summary>What is needed of a body.</summary>
public sealed record BodyPast(string Id, Signals Signals, IReadOnlyList<Stay> Stays);

/// <summary>An entry into Engage, and whether a prompt stood before it.</summary>
/// <param name="Body">Whose.</param>
/// <param name="EnteredOn">The first day on which it can have been.</param>
/// <param name="Entered">As precisely as known; null where sources have nothing in common.</param>
/// <param name="PromptedOn">Since when the oldest prompt had stood on the day before; null when none did.</param>
/// <param name="LeadDays">How long before.</param>
/// <param name="Rules">Which rules had prompted.</param>
/// <param name="OnTheDay">Rules that prompted on the very day: too late to count.</param>
public sealed record EntryTested(
    string Body, DateOnly EnteredOn, PartialDate? Entered, DateOnly? PromptedOn, int? LeadDays, IReadOnlyList<string> Rules, IReadOnlyList<string> OnTheDay)
{
    internal static EntryTested Of(string body, Stay stay, IReadOnlyList<Standing> prompts)
    {
        var day = stay.Entry.Earliest;
        var before = prompts.Where(prompt => prompt.StoodOn(day.AddDays(-1))).ToArray();
        DateOnly? since = before.Length == 0 ? null : before.Min(prompt => prompt.From);
        return new(body, day, stay.Entry.On, since, day.DayNumber - since?.DayNumber, Names(before), Names(prompts.Where(prompt => prompt.From == day)));
    }

    internal static IReadOnlyList<string> Names(IEnumerable<Standing> prompts) =>
        [.. prompts.Select(prompt => prompt.Sign.Rule).Distinct().Order(StringComparer.Ordinal)];
}

/// <summary>A time in which prompts stood outside Engage, and at the end of which the body did not enter it.</summary>
/// <param name="Body">Whose.</param>
/// <param name="PromptedOn">The first day.</param>
/// <param name="ClearedOn">The first day without a prompt; null while one stands.</param>
/// <param name="Rules">Which rules prompted.</param>
public sealed record FalseAlarm(string Body, DateOnly PromptedOn, DateOnly? ClearedOn, IReadOnlyList<string> Rules)
{
    internal static IEnumerable<FalseAlarm> Of(BodyPast body, IReadOnlyList<Standing> prompts, DateOnly from)
    {
        // What came up during a stay was looked at already.
        var alarm = new List<Standing>();
        foreach (var prompt in prompts.Where(prompt => !body.Stays.Any(stay => IsDuring(stay, prompt.From))).OrderBy(prompt => prompt.From))
        {
            if (alarm.Count > 0 && End(alarm) is { } end && end < prompt.From)
            {
                if (IsFalse(alarm))
                {
                    yield return Alarm();
                }

                alarm.Clear();
            }

            alarm.Add(prompt);
        }

        if (alarm.Count > 0 && IsFalse(alarm))
        {
            yield return Alarm();
        }

        FalseAlarm Alarm() => new(body.Id, alarm[0].From, End(alarm), EntryTested.Names(alarm));

        bool IsFalse(List<Standing> together) => together[0].From >= from
            && !body.Stays.Any(stay => together.Exists(prompt => prompt.StoodOn(stay.Entry.Earliest.AddDays(-1))));
    }

    private static DateOnly? End(List<Standing> together) => together.Exists(prompt => prompt.Until is null) ? null : together.Max(prompt => prompt.Until);

    private static bool IsDuring(Stay stay, DateOnly day) => stay.Entry.Earliest <= day && !(stay.Exit?.Latest <= day);
}
