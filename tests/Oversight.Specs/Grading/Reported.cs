using Oversight.Core;
using Oversight.Grading.Audits;
using Oversight.Grading.Judgments;
using Oversight.Grading.Programmes;

namespace Oversight.Specs.Grading;

/// <summary>Claims for the specs: named by what tells them apart, and the same every time.</summary>
internal static class Reported
{
    public static readonly DateTimeOffset Imported = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    public static readonly Programme Peel2021 = Catalogue.Find("PEEL 2021/22")!;

    public static readonly Programme Peel2018 = Catalogue.Find("PEEL 2018/19")!;

    public static Provenance Source(string cited = "https://example.org/report", string? published = "2022-04-13") => new(
        NameBasedId.Of(cited, published), "fact", 1, cited, "submission", 2, published is null ? null : PartialDate.Parse(published));

    public static JudgmentClaim Grade(string area, string grade, string? published, string cited = "https://example.org/report") =>
        new(area, grade, Source(cited, published) with { ClaimId = NameBasedId.Of(area, grade, published, cited) }, Imported, 1);

    public static AuditClaim Rate(decimal percent, string? published = "2022-09-22", int? sample = null, decimal? halfWidth = null,
        string inspection = "PEEL 2021/22", string category = "violent", AuditKind kind = AuditKind.Recording, string cited = "https://example.org/report")
    {
        var figure = new AuditFigure(kind, inspection, category, percent, halfWidth, sample);
        var source = Source(cited, published) with { ClaimId = NameBasedId.Of(figure.ToString(), published, cited) };
        return new(inspection.Split(" (")[0], figure, Catalogue.MethodOf(kind, inspection), source, Imported, 1);
    }

    public static Viewpoint Now => From("2026-11-23");

    public static Viewpoint From(string asOf, string knownAt = "2026-11-23", bool strict = false) =>
        new(DateOnly.Parse(asOf, null), DateOnly.Parse(knownAt, null), null, strict);
}
