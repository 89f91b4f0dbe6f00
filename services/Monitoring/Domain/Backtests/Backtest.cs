using Oversight.Core;
using Oversight.Monitoring.Phases;
using Oversight.Monitoring.Rulebooks;

namespace Oversight.Monitoring.Backtests;

/// <summary>What a rulebook would have prompted, beside what happened.</summary>
/// <param name="Rulebook">Its id.</param>
/// <param name="From">The first day on which an entry counts, or an alarm that stood on it, since whenever.</param>
/// <param name="To">The last.</param>
/// <param name="Entries">Every published entry into Engage, oldest first.</param>
/// <param name="FalseAlarms">Alarms that no entry answered. One that was raised before the first day and stood on it counts, as it would have counted as a hit.</param>
/// <param name="Undated">Things that no source dates, so that nobody can say when a rule could have seen them.</param>
public sealed record Backtest(
    string Rulebook, DateOnly From, DateOnly To, IReadOnlyList<EntryTested> Entries, IReadOnlyList<FalseAlarm> FalseAlarms, int Undated)
{
    /// <summary>The entries that an alarm came before.</summary>
    public int Hits => Entries.Count(entry => entry.Prompted == Answer.Yes);

    /// <summary>The entries that none came before; of some nobody can tell.</summary>
    public int Misses => Entries.Count(entry => entry.Prompted == Answer.No);

    /// <summary>The share of alarms that an entry answered; null where there was none.</summary>
    public double? Precision => Hits + FalseAlarms.Count == 0 ? null : (double)Hits / (Hits + FalseAlarms.Count);

    /// <summary>The share of entries that an alarm came before; null where there was none.</summary>
    public double? Recall => Hits + Misses == 0 ? null : (double)Hits / (Hits + Misses);

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
            var (prompts, stays) = (Standing.All(rulebook, body.Signals, to, knownAt), body.Stays.Where(stay => stay.Entry.Earliest <= to).ToArray());
            var raised = Alarm.All(prompts, stays);
            undated += body.Signals.Undated;
            entries.AddRange(stays.Where(stay => stay.Entry.Earliest >= from && IsPublished(stay)).Select(stay => EntryTested.Of(body.Id, stay, raised, prompts)));
            alarms.AddRange(raised.Where(alarm => alarm.AnsweredBy is null && !(alarm.End < from))
                .Select(alarm => new FalseAlarm(body.Id, alarm.Prompts[0].From, alarm.End, EntryTested.Names(alarm.Prompts))));
        }

        return new(rulebook.Id, from, to,
            [.. entries.OrderBy(entry => entry.NotBefore).ThenBy(entry => entry.Body, StringComparer.Ordinal)],
            [.. alarms.OrderBy(alarm => alarm.PromptedOn).ThenBy(alarm => alarm.Body, StringComparer.Ordinal)], undated);
    }

    // What was only decided here is no entry that the rules could be held against; its own prompts may have led to it.
    private static bool IsPublished(Stay stay) => stay.Entry.Claims.SelectMany(claim => claim.Evidence).Any(source => source is { Decided: null } or { Provenance.PublishedOn: not null });
}

/// <summary>What is needed of a body.</summary>
public sealed record BodyPast(string Id, Signals Signals, IReadOnlyList<Stay> Stays);

/// <summary>An entry into Engage, and whether an alarm came before it.</summary>
/// <param name="Body">Whose.</param>
/// <param name="NotBefore">The first day on which it can have been.</param>
/// <param name="EnteredOn">As precisely as known; null where sources have nothing in common.</param>
/// <param name="Prompted">Did a prompt stand on the day before? Nobody can tell where that differs between the days on which it can have been.</param>
/// <param name="PromptedOn">Since when the oldest prompt had stood on that day; null unless one surely did.</param>
/// <param name="LeadDays">How long before the first day at least.</param>
/// <param name="Rules">Which rules had prompted.</param>
/// <param name="OnTheDay">Rules that prompted on a day on which it can have been: too late, or nobody can tell.</param>
public sealed record EntryTested(
    string Body, DateOnly NotBefore, PartialDate? EnteredOn, Answer Prompted, DateOnly? PromptedOn, int? LeadDays, IReadOnlyList<string> Rules, IReadOnlyList<string> OnTheDay)
{
    internal static EntryTested Of(string body, Stay stay, IReadOnlyList<Alarm> alarms, IReadOnlyList<Standing> prompts)
    {
        var (day, answered) = (stay.Entry.Earliest, alarms.Where(alarm => ReferenceEquals(alarm.AnsweredBy, stay)).SelectMany(alarm => alarm.Prompts).ToArray());
        var prompted = Alarm.Stood(answered, stay);
        var before = prompted == Answer.Yes ? Array.FindAll(answered, prompt => prompt.StoodOn(day.AddDays(-1))) : [];
        DateOnly? since = before.Length == 0 ? null : before.Min(prompt => prompt.From);
        return new(body, day, stay.Entry.On, prompted, since, day.DayNumber - since?.DayNumber, Names(before),
            Names(prompts.Where(prompt => prompt.From >= day && prompt.From <= stay.Entry.Latest)));
    }

    internal static IReadOnlyList<string> Names(IEnumerable<Standing> prompts) =>
        [.. prompts.Select(prompt => prompt.Sign.Rule).Distinct().Order(StringComparer.Ordinal)];
}

/// <summary>An alarm that no entry answered.</summary>
/// <param name="Body">Whose.</param>
/// <param name="PromptedOn">The first day.</param>
/// <param name="ClearedOn">The first day without a prompt; null while one stands.</param>
/// <param name="Rules">Which rules prompted.</param>
public sealed record FalseAlarm(string Body, DateOnly PromptedOn, DateOnly? ClearedOn, IReadOnlyList<string> Rules);
