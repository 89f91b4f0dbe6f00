using System.Collections.Immutable;
using Oversight.Core;
using Oversight.Grading.Audits;
using Oversight.Grading.Programmes;
using Oversight.Grading.Trails;

namespace Oversight.Grading.Findings;

/// <summary>That a body took a practice over.</summary>
/// <param name="By">The body.</param>
/// <param name="On">When; null where nobody says, or where sources differ.</param>
/// <param name="Claims">Who says so.</param>
/// <param name="Marks">What to say beside it.</param>
public sealed record Adoption(string By, PartialDate? On, ImmutableArray<AdoptionClaim> Claims, ImmutableArray<Mark> Marks);

/// <summary>A praised practice, seen from a viewpoint.</summary>
public sealed record PracticeStanding(
    string Practice, string? Label, string Programme, string Inspection, PartialDate? PublishedOn,
    ImmutableArray<Adoption> AdoptedBy, ImmutableArray<PracticeClaim> Claims, ImmutableArray<Mark> Marks, Support? Support)
{
    /// <summary>What was said of it later.</summary>
    public FactTrail Trail { get; init; } = FactTrail.None;
}

/// <summary>That a body took over what no source on record praises: the source may yet come, or the name be mistaken.</summary>
public sealed record StrayAdoption(string Practice, string Programme, ImmutableArray<Adoption> AdoptedBy);

/// <summary>A figure, or none where the finding is in words, and who says so.</summary>
public sealed record FindingSide(FindingFigure Figure, ImmutableArray<FindingClaim> Claims)
{
    private static readonly string[] Rounded = ["about", "around", "roughly", "approximately", "nearly", "almost", "over", "under", "some", "more", "less", "fewer"];

    /// <summary>Does what was counted contradict the published share? In words such as "about" a source may have rounded it to the next five.</summary>
    internal bool IsAtOdds => !Share.Fits(Figure.Count, Figure.OutOf, Figure.Percent)
        && !(Claims.Any(claim => claim.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Intersect(Rounded, StringComparer.OrdinalIgnoreCase).Any()) && Share.IsNear(Figure.Count, Figure.OutOf, Figure.Percent));
}

/// <summary>A finding, seen from a viewpoint.</summary>
/// <param name="Topic">What it is about.</param>
/// <param name="Standard">Against what it was measured; figures of different standards are never one series.</param>
/// <param name="Programme">The inspection without its remark.</param>
/// <param name="Inspection">As printed.</param>
/// <param name="Texts">The finding in words.</param>
/// <param name="PublishedOn">The earliest publication that a source gives.</param>
/// <param name="Verdict">Whether one figure stands.</param>
/// <param name="Sides">What stands, or every side.</param>
/// <param name="Marks">What to say beside it.</param>
/// <param name="Support">How many sources say the same.</param>
public sealed record FindingStanding(
    string Topic, string? Standard, string Programme, string Inspection, ImmutableArray<string> Texts, PartialDate? PublishedOn,
    Verdict Verdict, ImmutableArray<FindingSide> Sides, ImmutableArray<Mark> Marks, Support? Support)
{
    /// <summary>The sides that a settlement has set aside.</summary>
    public ImmutableArray<FindingSide> Overruled { get; init; } = [];

    /// <summary>What was settled and said of it later.</summary>
    public FactTrail Trail { get; init; } = FactTrail.None;
}

/// <summary>Reads findings that have no grade. Pure: the same claims in any order give the same answer, and nothing is averaged or turned into a grade.</summary>
public static class FindingReading
{
    public static ImmutableArray<PracticeStanding> Practices(ProgrammeFindings findings, Viewpoint view, Trail? trail = null)
    {
        var window = Catalogue.Find(findings.Programme)?.Published;
        return
        [
            .. Shown<PracticeClaim>.From(findings.Practices, _ => window, view).GroupBy(shown => shown.Claim.Key).Select(same => same.ToArray())
                .Select(shown => (shown, Trail: FactTrails.Of(trail, shown, view)))
                .Select(practice => Standing(practice.shown) with { Trail = practice.Trail, Marks = [.. Doubts(practice.shown), .. practice.Trail.Marks] })
                .Select(practice => practice.AdoptedBy.Any(adoption => adoption.Marks.Contains(Mark.OutOfOrder)) ? practice with { Marks = [.. practice.Marks, Mark.OutOfOrder] } : practice)
                .OrderBy(practice => practice.Practice, StringComparer.Ordinal),
        ];

        PracticeStanding Standing(Shown<PracticeClaim>[] shown)
        {
            var praised = shown.Min(it => it.Claim.Source.PublishedOn);
            return new(
                Least(shown, claim => claim.Practice), shown.Select(it => it.Claim.Label).OfType<string>().Min(StringComparer.Ordinal), findings.Programme,
                Least(shown, claim => claim.Inspection), praised, Adopted(findings, shown[0].Claim.Key, view, praised),
                [.. shown.Select(it => it.Claim)], [], Support.Of([.. shown.Select(it => it.Claim)], view));
        }
    }

    /// <summary>Adoptions that fit no practice which is shown.</summary>
    public static ImmutableArray<StrayAdoption> Strays(ProgrammeFindings findings, Viewpoint view)
    {
        var known = Practices(findings, view).Select(practice => NameBasedId.Slug(practice.Practice)).ToHashSet();
        return
        [
            .. findings.Adoptions.GroupBy(claim => claim.Key).Where(same => !known.Contains(same.Key)).OrderBy(same => same.Key, StringComparer.Ordinal)
                .Select(same => new StrayAdoption(same.Select(claim => claim.Practice).Min(StringComparer.Ordinal)!, findings.Programme, Adopted(findings, same.Key, view)))
                .Where(stray => !stray.AdoptedBy.IsEmpty),
        ];
    }

    public static ImmutableArray<FindingStanding> Findings(ProgrammeFindings findings, Viewpoint view, Trail? trail = null)
    {
        var window = Catalogue.Find(findings.Programme)?.Published;
        return
        [
            .. Shown<FindingClaim>.From(findings.Findings, _ => window, view).GroupBy(shown => shown.Claim.Source.FactId)
                .Select(same => Settled(findings.Programme, [.. same], FactTrails.Of(trail, same, view), view))
                .OrderBy(finding => finding.Topic, StringComparer.Ordinal).ThenBy(finding => finding.Standard, StringComparer.Ordinal)
                .ThenBy(finding => finding.Texts.FirstOrDefault(), StringComparer.Ordinal),
        ];
    }

    private static FindingStanding Settled(string programme, Shown<FindingClaim>[] shown, FactTrail trail, Viewpoint view)
    {
        var left = trail.Left(shown, view.AsOf);
        var standing = Standing(programme, left.Length == 0 ? shown : left, view);
        var finding = standing with { Verdict = left.Length == 0 ? Verdict.Withdrawn : standing.Verdict, Marks = [.. standing.Marks, .. trail.Marks], Trail = trail };
        if (finding.Verdict != Verdict.Conflicting || trail.Pick(finding.Sides, side => side.Claims.Cast<IClaim>(), Says) is not { } counts)
        {
            return finding;
        }

        ImmutableArray<FindingSide> overruled = [.. finding.Sides.Where(side => side != counts)];
        var since = overruled.Any(side => side.Claims.All(claim => trail.Settled!.Says(claim.Figure.InWords()) == Answer.CannotTell));
        return finding with
        {
            Verdict = Verdict.Stands, Sides = [counts], Overruled = overruled, Support = Support.Of(counts.Claims, view),
            Marks = [.. finding.Marks.Where(mark => since || mark != Mark.Conflicting), Mark.Settled],
        };
    }

    private static bool Says(FindingSide side, string value) => side.Claims.Any(claim => claim.Figure.InWords() == value);

    private static FindingStanding Standing(string programme, Shown<FindingClaim>[] shown, Viewpoint view)
    {
        FindingClaim[] claims = [.. shown.Select(it => it.Claim)];
        var texts = claims.Select(claim => new Wording(view.KnownAt, DateOnly.FromDateTime(claim.RecordedAt.UtcDateTime)).Of(claim.Text)).ToArray();
        var (possible, certain) = (Sides(claims), Sides([.. shown.Where(it => it.Holds == Answer.Yes).Select(it => it.Claim)]));
        var tellable = possible.Select(side => side.Figure).SequenceEqual(certain.Select(side => side.Figure));
        return new(
            Least(shown, claim => claim.Topic), claims.Select(claim => claim.Standard).OfType<string>().Min(StringComparer.Ordinal), programme, Least(shown, claim => claim.Inspection),
            [.. texts.Where(text => text != "").Distinct().Order(StringComparer.Ordinal)], claims.Min(claim => claim.Source.PublishedOn),
            !tellable ? Verdict.CannotTell : possible.Length == 1 ? Verdict.Stands : Verdict.Conflicting, possible,
            [
                .. Doubts(shown), .. possible.Length > 1 ? [Mark.Conflicting] : Array.Empty<Mark>(),
                .. possible.Any(side => side.Figure.OutOf < FigureSide.Tiny) ? [Mark.TinyDenominator] : Array.Empty<Mark>(),
                .. possible.Any(side => side.Figure is { Count: null, Percent: null } or { OutOf: not null }) ? Array.Empty<Mark>() : [Mark.DenominatorUnknown],
                .. possible.Any(side => side.IsAtOdds) ? [Mark.CountAndPercentDisagree] : Array.Empty<Mark>(),
                .. texts.SequenceEqual(claims.Select(claim => claim.Text)) ? Array.Empty<Mark>() : [Mark.LaterWordsLeftOut],
            ],
            possible.Length == 1 ? Support.Of(claims, view) : null);
    }

    // A source that says less agrees with whichever side it fits; it makes none of its own.
    private static ImmutableArray<FindingSide> Sides(FindingClaim[] claims)
    {
        var figures = claims.Select(claim => claim.Figure).Distinct().ToArray();
        return
        [
            .. figures.Where(figure => !figures.Any(other => other.SaysMoreThan(figure)))
                .OrderBy(figure => figure.Count).ThenBy(figure => figure.OutOf).ThenBy(figure => figure.Percent)
                .Select(figure => new FindingSide(figure, [.. claims.Where(claim => claim.Figure.AgreesWith(figure))])),
        ];
    }

    private static ImmutableArray<Adoption> Adopted(ProgrammeFindings findings, string practice, Viewpoint view, PartialDate? praised = null) =>
    [
        .. findings.Adoptions.Where(claim => claim.Key == practice && view.HasRecorded(claim.RecordedAt) && view.Knew(claim.Source.PublishedOn, claim.On?.First) != Answer.No
                && (claim.On ?? claim.Source.PublishedOn)?.OnOrBefore(view.AsOf) != Answer.No)
            .GroupBy(claim => claim.AdoptedBy).OrderBy(same => same.Key, StringComparer.Ordinal).Select(same =>
            {
                var dates = same.Select(claim => claim.On).OfType<PartialDate>().Distinct().ToArray();
                var precise = Array.FindAll(dates, date => !Array.Exists(dates, other => other.Refines(date)));
                return new Adoption(
                    same.Key, precise is [var on] ? on : null,
                    [.. same.OrderBy(claim => claim.Source.PublishedOn is null).ThenBy(claim => claim.Source.PublishedOn).ThenBy(claim => claim.Source.Cited, StringComparer.Ordinal).ThenBy(claim => claim.Source.ClaimId)],
                    [
                        .. precise.Length > 1 ? [Mark.Conflicting] : Array.Empty<Mark>(),
                        .. precise.Length == 0 ? [Mark.DateUnknown] : precise.Any(date => date.OnOrBefore(view.AsOf) == Answer.CannotTell) ? [Mark.DateImprecise] : Array.Empty<Mark>(),
                        .. same.All(claim => claim.Source.PublishedOn is null) ? [Mark.PublicationDateUnknown] : Array.Empty<Mark>(),
                        .. precise.Any(date => date.Last < praised?.First) ? [Mark.OutOfOrder] : Array.Empty<Mark>(),
                    ]);
            }),
    ];

    private static ImmutableArray<Mark> Doubts<T>(Shown<T>[] shown)
        where T : IClaim
    {
        T[] claims = [.. shown.Select(it => it.Claim)];
        return
        [
            .. shown.All(it => it.Holds != Answer.Yes) || Shown<T>.NoneSurelyKnown(claims, shown) ? [Mark.CannotTell] : Array.Empty<Mark>(),
            .. Shown<T>.AllUndated(claims) ? [Mark.PublicationDateUnknown] : Array.Empty<Mark>(),
        ];
    }

    private static string Least<T>(Shown<T>[] shown, Func<T, string> text)
        where T : IClaim => shown.Select(it => text(it.Claim)).Min(StringComparer.Ordinal)!;
}
