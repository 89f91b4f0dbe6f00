using System.Collections.Immutable;
using Oversight.Core;
using Oversight.Grading.Lineage;
using Oversight.Grading.Programmes;
using Oversight.Grading.Trails;

namespace Oversight.Grading.Audits;

/// <summary>Reads the audits of one body in one programme. Pure: the same claims in any order give the same answer, and nothing is ever averaged.</summary>
public static class AuditReading
{
    /// <summary>The audits of which anything is known from that viewpoint.</summary>
    public static ImmutableArray<AuditStanding> Stand(IEnumerable<AuditClaim> claims, Viewpoint view, Trail? trail = null, DateOnly? begun = null) =>
    [
        .. Shown<AuditClaim>.From(claims, Window, view)
            .GroupBy(shown => (Programme: NameBasedId.Slug(shown.Claim.Programme), shown.Claim.Figure.Subject))
            .Select(audit => Settled([.. audit], view, FactTrails.Of(trail, audit, view)))
            .Select(audit => audit with { Marks = [.. audit.Marks, .. Marks(begun, [.. audit.Sides.SelectMany(side => side.Claims)])] })
            .Select(audit => Worded(audit, view))
            .OrderBy(audit => audit.Kind).ThenBy(audit => audit.Programme, StringComparer.Ordinal).ThenBy(audit => audit.Category, StringComparer.Ordinal),
    ];

    // The remark in a label is the record's own and may tell what came later.
    private static AuditStanding Worded(AuditStanding audit, Viewpoint view)
    {
        var (sides, overruled) = (Read(audit.Sides), Read(audit.Overruled));
        return Labels(sides).Concat(Labels(overruled)).SequenceEqual(Labels(audit.Sides).Concat(Labels(audit.Overruled))) ? audit
            : audit with { Sides = sides, Overruled = overruled, Marks = [.. audit.Marks, Mark.LaterWordsLeftOut] };

        ImmutableArray<FigureSide> Read(ImmutableArray<FigureSide> all) => [.. all.Select(side => side with { Claims = [.. side.Claims.Select(Known)] })];

        AuditClaim Known(AuditClaim claim) => claim with
        {
            Figure = claim.Figure with { Inspection = new Wording(view.KnownAt, DateOnly.FromDateTime(claim.RecordedAt.UtcDateTime)).OfName(claim.Figure.Inspection) },
        };

        static IEnumerable<string> Labels(ImmutableArray<FigureSide> all) => all.SelectMany(side => side.Claims).Select(claim => claim.Figure.Inspection);
    }

    private static Mark[] Marks(DateOnly? begun, AuditClaim[] claims) => Predecessors.Marks(begun, claims, Window(claims[0]));

    // The programme's own reports where the label names one, such as PEEL 2021/22; else the round of audits.
    private static PublicationWindow? Window(AuditClaim claim)
    {
        var window = (Catalogue.Find(claim.Programme) ?? Catalogue.RoundOf(claim.Figure.Kind, claim.Figure.Inspection))?.Published;
        var years = claim.Programme.Split(' ').Select(word => PartialDate.TryParse(word, out var year) ? year : default(PartialDate?)).OfType<PartialDate>();

        // An inspection of 2019 was not published before, whenever its round began.
        return window is not null && years.Select(year => (PartialDate?)year).FirstOrDefault(year => year > window.First && year < window.Last) is { } named ? window with { First = named } : window;
    }

    private static AuditStanding Settled(Shown<AuditClaim>[] shown, Viewpoint view, FactTrail trail)
    {
        var left = trail.Left(shown, view.AsOf);
        var standing = Standing(left.Length == 0 ? shown : left, view);
        var audit = standing with
        {
            Verdict = left.Length == 0 ? Verdict.Withdrawn : standing.Verdict, Marks = [.. standing.Marks, .. trail.Marks], Trail = trail,
        };
        if (audit.Verdict != Verdict.Conflicting || trail.Pick(audit.Sides, side => side.Claims.Cast<IClaim>(), Says) is not { } counts)
        {
            return audit;
        }

        ImmutableArray<FigureSide> overruled = [.. audit.Sides.Where(side => side != counts)];
        var since = overruled.Any(side => side.Claims.All(claim => trail.Settled!.Says(claim.Figure.InWords) == Answer.CannotTell));
        return audit with
        {
            Verdict = Verdict.Stands, Sides = [counts], Overruled = overruled, Support = Support.Of(counts.Claims, view),
            Marks = [.. audit.Marks.Where(mark => since || mark != Mark.Conflicting), Mark.Settled],
        };
    }

    private static bool Says(FigureSide side, string value) => side.Claims.Any(claim => claim.Figure.InWords == value);

    private static AuditStanding Standing(Shown<AuditClaim>[] shown, Viewpoint view)
    {
        var claims = shown.Select(it => it.Claim).ToArray();
        var certain = Sides([.. shown.Where(it => it.Holds == Answer.Yes).Select(it => it.Claim)]);
        var possible = Sides(claims);
        var tellable = certain.Select(Values).SequenceEqual(possible.Select(Values));
        return new(
            claims[0].Figure.Kind, Least(claims, claim => claim.Programme), Least(claims, claim => claim.Figure.Category), Method(claims),
            !tellable ? Verdict.CannotTell : possible.Length == 1 ? Verdict.Stands : Verdict.Conflicting, possible,
            [
                .. !tellable || possible.Any(side => Shown<AuditClaim>.NoneSurelyKnown(side.Claims, shown)) ? [Mark.CannotTell] : Array.Empty<Mark>(),
                .. possible.Length > 1 ? [Mark.Conflicting] : Array.Empty<Mark>(),
                .. possible.Any(side => Shown<AuditClaim>.AllUndated(side.Claims)) ? [Mark.PublicationDateUnknown] : Array.Empty<Mark>(),
                .. possible.Any(side => side.HasTinyDenominator) ? [Mark.TinyDenominator] : Array.Empty<Mark>(),
            ],
            possible is [var only] ? Support.Of(only.Claims, view) : null);
    }

    private static ImmutableArray<FigureSide> Sides(AuditClaim[] claims) =>
        [.. claims.GroupBy(claim => claim.Figure.Percent).OrderBy(same => same.Key).SelectMany(same => SidesOfOneRate([.. same]))];

    // Sources that give one rate say one thing, one perhaps more of it than another, unless their half-widths or samples differ.
    private static IEnumerable<FigureSide> SidesOfOneRate(AuditClaim[] claims)
    {
        var halfWidths = claims.Select(claim => claim.Figure.HalfWidth).OfType<decimal>().Distinct().ToArray();
        var samples = claims.Select(claim => claim.Figure.Sample).OfType<int>().Distinct().ToArray();
        return halfWidths.Length <= 1 && samples.Length <= 1
            ? [Side(claims, halfWidths is [var width] ? width : null, samples is [var sample] ? sample : null)]
            : claims.GroupBy(claim => (claim.Figure.HalfWidth, claim.Figure.Sample)).OrderBy(same => same.Key)
                .Select(same => Side([.. same], same.Key.HalfWidth, same.Key.Sample));
    }

    private static FigureSide Side(AuditClaim[] claims, decimal? halfWidth, int? sample)
    {
        var percent = claims.Select(claim => claim.Figure.Percent).MaxBy(rate => rate.Scale);
        return new(percent, halfWidth, sample, Wilson.Of(percent, sample), [.. claims]);
    }

    private static (decimal, decimal?, int?) Values(FigureSide side) => (side.Percent, side.HalfWidth, side.Sample);

    private static string Least(AuditClaim[] claims, Func<AuditClaim, string> text) => claims.Select(text).Min(StringComparer.Ordinal)!;

    private static string Method(AuditClaim[] claims) =>
        claims.Select(claim => Catalogue.MethodNow(claim.Method)).Where(method => method != Catalogue.UnknownMethod).Distinct().ToArray() is [var only] ? only : Catalogue.UnknownMethod;
}
