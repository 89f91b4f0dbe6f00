using System.Text.Json.Serialization;
using Oversight.Core;
using Oversight.Grading.Audits;
using Oversight.Grading.Judgments;
using Oversight.Grading.Programmes;

namespace Oversight.Grading;

/// <summary>One source of an answer.</summary>
public sealed record SourceAnswer(
    string Cited, string? PublishedOn, string Submission, int Line, Guid ClaimId, string FactId, DateTimeOffset RecordedAt, long Sequence)
{
    /// <summary>The source that says when its report came out, where it does not itself.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? DatedBy { get; init; }

    /// <summary>What its publisher was called when it was published, where that is on record.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Publisher => Publishers.NameThen(Cited, PublishedOn is { } on ? PartialDate.Parse(on) : null);

    internal static SourceAnswer[] Of(IEnumerable<IClaim> claims) =>
    [
        .. claims.Select(claim => new SourceAnswer(
            claim.Source.Cited, claim.Source.PublishedOn?.ToString(), claim.Source.Submission, claim.Source.Line,
            claim.Source.ClaimId, claim.Source.FactId, claim.RecordedAt, claim.Sequence) { DatedBy = (claim as JudgmentClaim)?.DatedBy?.Cited }),
    ];
}

/// <summary>Whether a programme may be compared with another.</summary>
public sealed record ComparisonAnswer(string Id, Answer Comparable, string Because);

/// <summary>A programme, its scale from best to worst, and what it compares with.</summary>
public sealed record ProgrammeAnswer(
    string Id, string Name, ProgrammeKind Kind, string? ScaleName, IReadOnlyList<string> Scale, IReadOnlyList<string> Areas, string AreasGraded,
    string? Method, string PublishedFrom, string PublishedTo, string PublishedBasis, IReadOnlyList<ComparisonAnswer> ComparableWith)
{
    internal static ProgrammeAnswer Of(Programme programme) => new(
        programme.Id, programme.Name, programme.Kind, programme.Scale?.Name, programme.Scale?.Grades ?? [], programme.Areas, programme.AreasGraded,
        programme.Method, programme.Published.First.ToString(), programme.Published.Last.ToString(), programme.Published.Basis,
        [
            .. Catalogue.Programmes.Where(other => other.Kind == programme.Kind && other.Id != programme.Id)
                .Select(other => (other.Id, Of: Comparability.Of(programme, other)))
                .Select(compared => new ComparisonAnswer(compared.Id, compared.Of.Comparable, compared.Of.Because)),
        ]);
}

/// <summary>A grade and who says so.</summary>
public sealed record GradeSideAnswer(string Grade, string? Since, IReadOnlyList<SourceAnswer> Sources)
{
    internal static GradeSideAnswer Of(GradeSide side) => new(side.Grade, side.Since?.ToString(), SourceAnswer.Of(side.Claims));
}

/// <summary>What a body holds for one area: a grade, or null with the sides of a conflict or with what it may be.</summary>
public sealed record GradeAnswer(
    string Area, string? Grade, Verdict Verdict, string? Since, IReadOnlyList<string> Marks, IReadOnlyList<SourceAnswer> Sources,
    IReadOnlyList<GradeSideAnswer> Sides, IReadOnlyList<GradeSideAnswer> Earlier, IReadOnlyList<GradeSideAnswer> Overruled, IReadOnlyList<TrailStep> Trail)
{
    internal static GradeAnswer Of(AreaJudgment area) => new(
        area.Area, area.Grade, area.Verdict, area.Since?.ToString(), Remarks(area.Marks, area.Support), SourceAnswer.Of(area.Sides.SelectMany(side => side.Claims)),
        area.Verdict == Verdict.Stands ? [] : [.. area.Sides.Select(GradeSideAnswer.Of)], [.. area.Earlier.Select(GradeSideAnswer.Of)],
        [.. area.Overruled.Select(GradeSideAnswer.Of)], area.Trail.Steps);

    internal static IReadOnlyList<string> Remarks(IEnumerable<Mark> marks, Support? support) => support is null ? marks.InWords : [.. marks.InWords, support.InWords];
}

/// <summary>A figure and who says so. The level of a published half-width is unknown; a computed interval is ours and says so.</summary>
public sealed record FigureAnswer(
    decimal Percent, decimal? HalfWidth, string? HalfWidthLevel, int? Sample, ComputedInterval? Computed, bool TinyDenominator,
    IReadOnlyList<string> Inspections, IReadOnlyList<SourceAnswer> Sources)
{
    internal static FigureAnswer Of(FigureSide side) => new(
        side.Percent, side.HalfWidth, side.HalfWidth is null ? null : "unknown", side.Sample, side.Computed, side.HasTinyDenominator,
        [.. side.Claims.Select(claim => claim.Figure.Inspection).Distinct()], SourceAnswer.Of(side.Claims));
}

/// <summary>What an audit found: a figure, or null with the sides of a conflict or with what it may be.</summary>
public sealed record AuditAnswer(
    string Body, string Kind, string Programme, string Category, string Method, Verdict Verdict, FigureAnswer? Figure,
    IReadOnlyList<string> Marks, IReadOnlyList<FigureAnswer> Sides, IReadOnlyList<FigureAnswer> Overruled, IReadOnlyList<TrailStep> Trail)
{
    internal static AuditAnswer Of(string body, AuditStanding audit) => new(
        body, audit.Kind.Text, audit.Programme, audit.Category, audit.Method, audit.Verdict,
        audit.Verdict == Verdict.Stands ? FigureAnswer.Of(audit.Sides[0]) : null, GradeAnswer.Remarks(audit.Marks, audit.Support),
        audit.Verdict == Verdict.Stands ? [] : [.. audit.Sides.Select(FigureAnswer.Of)],
        [.. audit.Overruled.Select(FigureAnswer.Of)], audit.Trail.Steps);
}
