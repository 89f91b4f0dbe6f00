using Oversight.Core;
using Oversight.Grading.Judgments;

namespace Oversight.Grading.Reports;

/// <summary>When the report of a programme about a body came out, as one source tells of it.</summary>
public sealed record ReportDateClaim(PartialDate On, Provenance Source, DateTimeOffset RecordedAt, long Sequence, DateTimeOffset? MoreSince = null) : IClaim
{
    public bool Repeats(IClaim other) => other is ReportDateClaim same && (On, Source.PublishedOn) == (same.On, same.Source.PublishedOn);
}

/// <summary>Dates grades by the report that gave them.</summary>
public static class ReportDates
{
    /// <summary>Grades with the day of their report where no source dates the area and all sources mean one report; a date that a source gives is left alone.</summary>
    /// <remarks>When a thing was published is asked of all that is on record, whoever published that when.</remarks>
    public static IEnumerable<JudgmentClaim> Dated(IEnumerable<JudgmentClaim> judgments, IEnumerable<ReportDateClaim> dates, Viewpoint view)
    {
        var recorded = dates.Where(date => view.HasRecorded(date.RecordedAt)).ToArray();
        if (PartialDate.Common(recorded.Select(date => date.On)) is not { } on)
        {
            return judgments;
        }

        var by = recorded.Where(date => date.On == on).Select(date => date.Source).OrderBy(source => source.Cited, StringComparer.Ordinal).ThenBy(source => source.ClaimId).First();
        var all = judgments.ToArray();
        var dated = all.Where(claim => claim.Source.PublishedOn is not null && view.HasRecorded(claim.RecordedAt))
            .Select(claim => NameBasedId.Slug(claim.Area)).ToHashSet(StringComparer.Ordinal);
        return all.Select(claim => claim.Source.PublishedOn is not null || dated.Contains(NameBasedId.Slug(claim.Area)) ? claim
            : claim with { Source = claim.Source with { PublishedOn = on }, DatedBy = by });
    }

    /// <summary>What to say where a grade has its date from such a source alone.</summary>
    internal static Mark[] Marks(IEnumerable<GradeSide> sides) =>
        sides.Any(side => side.Claims.All(claim => claim.DatedBy is not null)) ? [Mark.PublicationDayByAnotherSource] : [];
}
