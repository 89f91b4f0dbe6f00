using System.Collections.Immutable;
using Oversight.Core;
using Oversight.Grading.Lineage;
using Oversight.Grading.Programmes;
using Oversight.Grading.Reports;
using Oversight.Grading.Trails;

namespace Oversight.Grading.Judgments;

/// <summary>Reads the judgments of one body in one programme. Pure: the same claims in any order give the same answer, and no overall is ever made from parts.</summary>
public static class JudgmentReading
{
    /// <summary>The areas of which anything is known from that viewpoint, in the order of the programme's reports.</summary>
    /// <param name="claims">What was stated.</param>
    /// <param name="programme">The programme.</param>
    /// <param name="view">From where.</param>
    /// <param name="trail">What was settled and said later.</param>
    /// <param name="begun">The first day on which the body can have existed in law; null where it is not known to have been new.</param>
    public static ImmutableArray<AreaJudgment> Stand(IEnumerable<JudgmentClaim> claims, Programme programme, Viewpoint view, Trail? trail = null, DateOnly? begun = null) =>
    [
        .. Shown<JudgmentClaim>.From(claims, _ => programme.Published, view)
            .GroupBy(shown => NameBasedId.Slug(shown.Claim.Area))
            .Select(area => Area(NameOf(area, programme), [.. area], view, FactTrails.Of(trail, area, view)))
            .Select(area => area with
            {
                Marks = [.. area.Marks, .. ReportDates.Marks(area.Sides), .. Predecessors.Marks(begun, area.Sides.SelectMany(side => side.Claims), programme.Published)],
            })
            .OrderBy(area => programme.Areas.IndexOf(area.Area) is var at and >= 0 ? at : int.MaxValue)
            .ThenBy(area => area.Area, StringComparer.Ordinal),
    ];

    /// <summary>What was set aside, seen from that viewpoint.</summary>
    public static ImmutableArray<SetAsideClaim> SetAside(IEnumerable<SetAsideClaim> claims, Programme? programme, Viewpoint view) =>
        [.. Shown<SetAsideClaim>.From(claims, _ => programme?.Published, view).Select(shown => shown.Claim)];

    private static AreaJudgment Area(string name, Shown<JudgmentClaim>[] shown, Viewpoint view, FactTrail trail)
    {
        var left = trail.Left(shown, view.AsOf);
        if (left.Length == 0)
        {
            var was = Settlement.Of(shown.Select(Statement));
            return new(name, Verdict.Withdrawn, Sides(was.Standing, shown), Sides(was.Earlier, shown), [.. trail.Marks]) { Trail = trail };
        }

        var judged = Judged(name, left, view);
        var area = judged with { Marks = [.. judged.Marks, .. trail.Marks], Trail = trail };
        if (area.Verdict != Verdict.Conflicting || trail.Pick(area.Sides, side => side.Claims.Cast<IClaim>(), (side, value) => side.Grade == value) is not { } counts)
        {
            return area;
        }

        ImmutableArray<GradeSide> overruled = [.. area.Sides.Where(side => side != counts)];
        var since = overruled.Any(side => trail.Settled!.Says(side.Grade) == Answer.CannotTell);
        return area with
        {
            Verdict = Verdict.Stands, Sides = [counts], Overruled = overruled, Support = Support.Of(counts.Claims, view),
            Marks = [.. area.Marks.Where(mark => since || mark != Mark.Conflicting), Mark.Settled],
        };
    }

    private static AreaJudgment Judged(string name, Shown<JudgmentClaim>[] shown, Viewpoint view)
    {
        var certain = Settlement.Of(shown.Where(it => it.Holds == Answer.Yes).Select(Statement));
        var possible = Settlement.Of(shown.Select(Statement));
        if (!Grades(certain).SequenceEqual(Grades(possible)))
        {
            var mayStand = certain.Standing.Concat(possible.Standing.Where(term => !Grades(certain).Contains(term.Grade)));
            return new(name, Verdict.CannotTell, Sides(mayStand, shown), Sides(certain.Earlier, shown), [Mark.CannotTell, .. Undated(mayStand, shown)]);
        }

        var standing = Sides(possible.Standing, shown);
        return new(name, standing.Length == 1 ? Verdict.Stands : Verdict.Conflicting, standing, Sides(possible.Earlier, shown),
        [
            .. standing.Length > 1 ? [Mark.Conflicting] : Array.Empty<Mark>(),
            .. standing.Any(side => Shown<JudgmentClaim>.NoneSurelyKnown(side.Claims, shown)) ? [Mark.CannotTell] : Array.Empty<Mark>(),
            .. Undated(possible.Standing, shown),
        ],
        standing is [var only] ? Support.Of(only.Claims, view) : null);
    }

    private static StatedGrade Statement(Shown<JudgmentClaim> shown) => new(shown.Claim.Grade, shown.Claim.Source.PublishedOn);

    private static IEnumerable<string> Grades(Settlement settlement) => settlement.Standing.Select(term => term.Grade);

    private static ImmutableArray<GradeSide> Sides(IEnumerable<Term> terms, Shown<JudgmentClaim>[] shown)
    {
        var ordered = terms.ToArray();
        var termOf = ordered.SelectMany((term, at) => term.Statements.Select(stated => (stated, at))).ToDictionary(it => it.stated, it => it.at);
        var claims = shown.Where(it => termOf.ContainsKey(Statement(it))).ToLookup(it => termOf[Statement(it)], it => it.Claim);
        return [.. ordered.Select((term, at) => new GradeSide(term.Grade, term.Since, [.. claims[at]]))];
    }

    private static Mark[] Undated(IEnumerable<Term> terms, Shown<JudgmentClaim>[] shown) =>
        Sides(terms, shown).Any(side => Shown<JudgmentClaim>.AllUndated(side.Claims)) ? [Mark.PublicationDateUnknown] : [];

    private static string NameOf(IGrouping<string, Shown<JudgmentClaim>> area, Programme programme) =>
        programme.Areas.FirstOrDefault(known => NameBasedId.Slug(known) == area.Key)
        ?? area.Select(shown => shown.Claim.Area).Min(StringComparer.Ordinal)!;
}
