using Oversight.Core;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.EntryLinks;
using Oversight.Monitoring.Investigations;
using Oversight.Monitoring.Phases;
using Oversight.Monitoring.Records;
using Oversight.Monitoring.ReportResponses;
using Oversight.Monitoring.Stays;
using static Oversight.Monitoring.Bodies.BodyEvent;

namespace Oversight.Specs.Monitoring;

/// <summary>Claims in few words, for the specs of this folder.</summary>
internal static class Claims
{
    public static readonly DateTimeOffset Start = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    public static Provenance From(string cited, string? published = null, string fact = "phase/metropolitan/engage/2022-06-28", int line = 2) =>
        new(NameBasedId.Of(fact, cited, published), fact, 1, cited, "a-submission", line, Date(published));

    public static MovedToEngage Engage(string on, string? published = "2022-01-01", string cited = "a letter") =>
        new(PartialDate.Parse(on), null, "concerns", Standing.First, From($"{cited} {on}", published, "phase/metropolitan/engage"));

    public static ReturnedToScan Scan(string on, string? published = "2022-01-01", string cited = "a letter") =>
        new(PartialDate.Parse(on), null, "progress", Standing.First, From($"{cited} {on}", published, "phase/metropolitan/scan"));

    public static GradeNoted Grade(string programme, string area, string grade, string? published, string cited = "a report") =>
        new(programme, area, grade, GradeRuling.Awarded, From($"{cited} {programme} {area} {grade}", published, $"grade/{programme}/{area}"));

    public static TimelineNoted Timeline(string on, string kind, string summary, string cited = "a newspaper") =>
        new(PartialDate.Parse(on), kind, summary, From(cited, null, $"timeline/{on}-{summary}"));

    public static EngageStepNoted Step(EngageStep step, string on, string? published = null, string? cause = null, string cited = "a letter", string detail = "") =>
        new(step, PartialDate.Parse(on), null, detail, cause, Standing.First, From($"{cited} {detail}", published, $"engage-step/{step}/{cause}/{on}"));

    public static ReportResponseNoted Answered(
        ResponseStep step, string on, string? published = null, string report = "CDI 2018", string? same = null, string cited = "a page") =>
        new(report, step, PartialDate.Parse(on), null, same, Standing.First, From(cited, published, $"section-55/{report}/{step}/{on}"));

    public static InvestigationStepNoted Case(
        InvestigationStep step, string on, string? value = null, string? with = null, string name = "Child Q", string? published = null, string cited = "a page") =>
        new(name, step, PartialDate.Parse(on), value, with, "", Standing.First, From(cited, published, $"investigation/{name}/{step}/{value}/{with}/{on}"));

    public static LinkNoted Link(string of, Relation relation, string to, string cited = "a ruling") =>
        new(of, relation, to, From(cited, null, $"link/{of}/{relation}/{to}"));

    /// <summary>Recorded one a minute, in this order.</summary>
    public static Recorded[] Recorded(params IEnumerable<BodyEvent> events) =>
        [.. events.Select((e, i) => new Recorded(e, Start.AddMinutes(i), i + 1))];

    public static BodyRecord Record(params IEnumerable<BodyEvent> events) => BodyRecords.Fold("metropolitan", Recorded(events));

    public static Viewpoint On(string asOf, string knownAt = "2026-01-01", bool strict = false) =>
        new(DateOnly.Parse(asOf, null), DateOnly.Parse(knownAt, null), null, strict);

    public static PhaseAnswer At(this BodyRecord record, string asOf, string knownAt = "2026-01-01", bool strict = false) =>
        PhaseAnswer.At(record, On(asOf, knownAt, strict));

    public static IReadOnlyList<Stay> Stays(this BodyRecord record, string asOf = "2026-01-01", string knownAt = "2026-01-01") =>
        Stay.All(Moves.Known(record, On(asOf, knownAt)), DateOnly.Parse(asOf, null));

    private static PartialDate? Date(string? text) => text is null ? null : PartialDate.Parse(text);
}
