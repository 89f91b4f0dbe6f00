using System.Globalization;
using Oversight.Core;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.Decisions;
using Oversight.Monitoring.Findings;
using Oversight.Monitoring.Phases;
using Oversight.Monitoring.Records;

namespace Oversight.Monitoring.Histories;

/// <summary>A grade that sources give for one area of a programme.</summary>
public sealed record Judgment(string Programme, string Area, string Grade);

/// <summary>A figure that sources give for one audit.</summary>
public sealed record AuditFigure(
    string Audit, string Programme, string Inspection, string Category, string Method, decimal Percent, decimal? HalfWidth, int? Sample) : IWorded<AuditFigure>
{
    AuditFigure IWorded<AuditFigure>.Read(Wording words) => this with { Inspection = words.OfName(Inspection) };

    /// <summary>As a conflict names it.</summary>
    internal string InWords() => string.Create(CultureInfo.InvariantCulture, $"{Percent}%{(HalfWidth is null ? "" : $" ± {HalfWidth}")}{(Sample is null ? "" : $" of {Sample}")}");
}

/// <summary>Something that happened to or around the body.</summary>
public sealed record Happening(PartialDate OccurredOn, string Kind, string Summary) : IWorded<Happening>
{
    Happening IWorded<Happening>.Read(Wording words) => this with { Summary = words.Of(Summary) };
}

/// <summary>What a body's stream notes for its timeline: each thing once, with everybody who says so.</summary>
internal static class Noted
{
    public static IReadOnlyList<Backed<MoveDate>> Moves(IEnumerable<Recorded> events) => All(events, recorded => recorded.Event switch
    {
        BodyEvent.MovedToEngage e => (new MoveDate(Phase.Engage, e.EffectiveOn), recorded.Said(e.Provenance, e.DecidedOn, e.Reason)),
        BodyEvent.ReturnedToScan e => (new MoveDate(Phase.Scan, e.EffectiveOn), recorded.Said(e.Provenance, e.DecidedOn, e.Reason)),
        _ => DecidedMove.Of(recorded),
    });

    public static IReadOnlyList<Backed<QuotedLabel>> Labels(IEnumerable<Recorded> events) => All(events, recorded =>
        recorded.Event is BodyEvent.PhaseQuoted e
            ? (new QuotedLabel(e.Label, e.From, e.Until), recorded.Said(e.Provenance, null, e.Reason)) : Nothing<QuotedLabel>());

    public static IEnumerable<Seen<Judgment>> Judgments(IEnumerable<Recorded> events, Viewpoint viewpoint) =>
        Known(viewpoint, judgment => EarliestDay(judgment.Programme), ReportDates.Dated(events, All(events, recorded => recorded.Event is BodyEvent.GradeNoted e
            ? (new Judgment(e.Programme, e.Area, e.Grade), recorded.Said(e.Provenance)) : Nothing<Judgment>())))
        .Where(seen => seen.PublishedOn is not null || EarliestDay(seen.Value.Programme) is not { } earliest || earliest <= viewpoint.AsOf);

    public static IEnumerable<Seen<AuditFigure>> Audits(IEnumerable<Recorded> events, Viewpoint viewpoint) =>
        Known(viewpoint, audit => EarliestDay(audit.Inspection), All(events, recorded => recorded.Event is BodyEvent.AuditNoted e
            ? (new AuditFigure(e.Audit, e.Programme, e.Inspection, e.Category, e.Method, e.Percent, e.HalfWidth, e.Sample), recorded.Said(e.Provenance))
            : Nothing<AuditFigure>()))
        .Where(seen => seen.PublishedOn is not null || EarliestDay(seen.Whole.Inspection) is not { } earliest || earliest <= viewpoint.AsOf);

    public static IEnumerable<Seen<Happening>> Happenings(IEnumerable<Recorded> events, Viewpoint viewpoint) =>
        Known(viewpoint, happening => happening.OccurredOn.First, Retold.Dated(events, All(events, recorded => recorded.Event is BodyEvent.TimelineNoted e
            ? (new Happening(e.OccurredOn, e.Kind, e.Summary), recorded.Said(e.Provenance)) : Nothing<Happening>())));

    public static IEnumerable<Seen<Practice>> Practices(IEnumerable<Recorded> events, Viewpoint viewpoint) =>
        Known(viewpoint, practice => EarliestDay(practice.Programme), All(events, recorded => recorded.Event is BodyEvent.PracticeNoted e
            ? (new Practice(e.Practice, e.Label, e.Inspection, e.Programme), recorded.Said(e.Provenance)) : Nothing<Practice>()));

    public static IEnumerable<Seen<Finding>> Findings(IEnumerable<Recorded> events, Viewpoint viewpoint) =>
        Known(viewpoint, finding => EarliestDay(finding.Programme), All(events, recorded => recorded.Event is BodyEvent.FindingNoted e
            ? (new Finding(e.Inspection, e.Programme, e.Topic, e.Standard, e.Count, e.OutOf, e.Percent, e.Text), recorded.Said(e.Provenance)) : Nothing<Finding>()));

    private static (T Value, Evidence Source)? Nothing<T>() => null;

    private static IReadOnlyList<Backed<T>> All<T>(IEnumerable<Recorded> events, Func<Recorded, (T Value, Evidence Source)?> read)
        where T : notnull =>
        [.. events.Select(read).Where(said => said is not null).Select(said => said!.Value).GroupBy(said => said.Value)
            .Select(same => new Backed<T>(same.Key, [.. same.Select(said => said.Source).DistinctBy(source => source.Provenance.ClaimId)]))];

    private static IEnumerable<Seen<T>> Known<T>(Viewpoint viewpoint, Func<T, DateOnly?> earliest, IEnumerable<Backed<T>> noted)
        where T : notnull =>
        noted.Select(backed => Seen<T>.From(viewpoint, backed, earliest(backed.Value))).OfType<Seen<T>>();

    // "PEEL 2021/22" cannot have reported before 2021; a name without a year says nothing.
    internal static DateOnly? EarliestDay(string programme)
    {
        for (var i = 0; i + 4 <= programme.Length; i++)
        {
            if ((i == 0 || !char.IsAsciiDigit(programme[i - 1])) && PartialDate.TryParse(programme[i..(i + 4)], out var year)
                && (i + 4 == programme.Length || !char.IsAsciiDigit(programme[i + 4])))
            {
                return year.First;
            }
        }

        return null;
    }
}
