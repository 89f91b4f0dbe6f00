using Oversight.Core;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.Records;

namespace Oversight.Monitoring.Histories;

/// <summary>A grade that sources give for one area of a programme.</summary>
public sealed record Judgment(string Programme, string Area, string Grade);

/// <summary>A figure that sources give for one audit.</summary>
public sealed record AuditFigure(
    string Audit, string Programme, string Inspection, string Category, string Method, decimal Percent, decimal? HalfWidth, int? Sample);

/// <summary>Something that happened to or around the body.</summary>
public sealed record Happening(PartialDate OccurredOn, string Kind, string Summary);

/// <summary>What a body's stream notes for its timeline: each thing once, with everybody who says so.</summary>
internal static class Noted
{
    public static IEnumerable<Seen<Judgment>> Judgments(IEnumerable<Recorded> events, Viewpoint viewpoint) =>
        Said<Judgment>(events, viewpoint, judgment => EarliestDay(judgment.Programme), @event => @event is BodyEvent.GradeNoted e
            ? (new Judgment(e.Programme, e.Area, e.Grade), e.Provenance) : null)
        .Where(seen => seen.PublishedOn is not null || EarliestDay(seen.Value.Programme) is not { } earliest || earliest <= viewpoint.AsOf);

    public static IEnumerable<Seen<AuditFigure>> Audits(IEnumerable<Recorded> events, Viewpoint viewpoint) =>
        Said<AuditFigure>(events, viewpoint, _ => null, @event => @event is BodyEvent.AuditNoted e
            ? (new AuditFigure(e.Audit, e.Programme, e.Inspection, e.Category, e.Method, e.Percent, e.HalfWidth, e.Sample), e.Provenance) : null);

    public static IEnumerable<Seen<Happening>> Happenings(IEnumerable<Recorded> events, Viewpoint viewpoint) =>
        Said<Happening>(events, viewpoint, happening => happening.OccurredOn.First, @event => @event is BodyEvent.TimelineNoted e
            ? (new Happening(e.OccurredOn, e.Kind, e.Summary), e.Provenance) : null);

    private static IEnumerable<Seen<T>> Said<T>(
        IEnumerable<Recorded> events, Viewpoint viewpoint, Func<T, DateOnly?> earliest, Func<BodyEvent, (T Value, Provenance Source)?> read)
        where T : notnull => events
        .Select(recorded => (Said: read(recorded.Event), Recorded: recorded)).Where(noted => noted.Said is not null)
        .GroupBy(noted => noted.Said!.Value.Value)
        .Select(same => new Backed<T>(same.Key,
            [.. same.Select(noted => new Evidence(noted.Said!.Value.Source, noted.Recorded.RecordedAt, noted.Recorded.Version))]))
        .Select(backed => Seen<T>.From(viewpoint, backed, earliest(backed.Value))).OfType<Seen<T>>();

    // "PEEL 2021/22" cannot have reported before 2021; a name without a year says nothing.
    private static DateOnly? EarliestDay(string programme)
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
