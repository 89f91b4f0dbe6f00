using Oversight.Monitoring.Backtests;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.Phases;
using Oversight.Monitoring.Records;
using Oversight.Monitoring.Rulebooks;
using Oversight.Monitoring.Rulebooks.Rules;
using static Oversight.Monitoring.Bodies.BodyEvent;

namespace Oversight.Specs.Monitoring.Rulebooks;

/// <summary>Signals and rulebooks in few words.</summary>
internal static class Signalling
{
    public static readonly InadequateWhereItProtects Inadequate = new(["Responding to the public", "Investigating crime"], 24);

    public static GradeNoted Grade(string area, string grade, string? published, string programme = "PEEL 2021/22") => Claims.Grade(programme, area, grade, published);

    public static AuditNoted Recording(decimal percent, decimal? halfWidth, string? published, string method = "rolling-2016-2020", string category = "all crime") =>
        Audit("recording", $"CDI {published}", category, method, percent, halfWidth, published);

    public static AuditNoted StopSearch(decimal percent, string programme, string? published) =>
        Audit("stop-search", programme, "records with reasonable grounds", $"stop-search-{programme}", percent, null, published);

    public static Rulebook Book(params Rule[] rules) => new("test", "Under test", new(2018, 1, 1), null, rules);

    public static Signals Of(params IEnumerable<BodyEvent> events) => events.Aggregate(Signals.None, (signals, e) => signals.With(e));

    public static IReadOnlyList<Sign> Sees(this Rule rule, Signals signals, string day) => Book(rule).Signs(Known.Ever(signals).By(Day(day)));

    /// <summary>Every prompt as "rule from/until".</summary>
    public static IEnumerable<string> Prompts(this Rule rule, params IEnumerable<BodyEvent> events) =>
        Standing.All(Book(rule), Of(events), new(2030, 1, 1)).Select(prompt => $"{prompt.From:yyyy-MM-dd}/{prompt.Until:yyyy-MM-dd}");

    public static BodyPast Past(string id, params BodyEvent[] events) => new(id, Of(events),
        Stay.All(Moves.Known(BodyRecords.Fold(id, Claims.Recorded(events)), Claims.On("2026-01-01")), Day("2026-01-01")));

    public static DateOnly Day(string text) => DateOnly.Parse(text, null);

    private static AuditNoted Audit(string audit, string programme, string category, string method, decimal percent, decimal? halfWidth, string? published) =>
        new(audit, programme, programme, category, method, percent, halfWidth, null, Oversight.Core.Standing.First, Claims.From($"{programme} {percent}", published, $"{audit}/{programme}"));
}
