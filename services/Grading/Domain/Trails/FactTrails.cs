using Oversight.Core;

namespace Oversight.Grading.Trails;

/// <summary>What was settled and said later of the fact behind some claims.</summary>
internal static class FactTrails
{
    public static FactTrail Of<TClaim>(Trail? trail, IEnumerable<Shown<TClaim>> shown, Viewpoint view)
        where TClaim : IClaim
    {
        if (trail is null)
        {
            return FactTrail.None;
        }

        var said = shown.Select(it => it.Claim).ToArray();
        var facts = said.Select(claim => claim.Source.FactId).ToHashSet(StringComparer.Ordinal);
        var words = said.Select(claim => claim.InWords).ToHashSet(StringComparer.Ordinal);
        return trail.Of(facts.Contains, view).Among(words.Count, side => words.Contains(side.Value) || Array.Exists(said, claim => claim.Source.ClaimId == side.ClaimId));
    }

    /// <summary>What of it is left on a day: what was published after the last withdrawal, where there was one.</summary>
    public static Shown<TClaim>[] Left<TClaim>(this FactTrail trail, Shown<TClaim>[] shown, DateOnly day)
        where TClaim : IClaim
    {
        var ends = trail.Annotations.Select(noted => noted.Value)
            .Where(noted => noted.What == AnnotationKind.Withdrawn && noted.On.OnOrBefore(day) == Answer.Yes).Select(noted => noted.On.Last).ToArray();
        return ends.Length == 0 ? shown : Array.FindAll(shown, it => it.Claim.Source.PublishedOn is { } on && Array.TrueForAll(ends, end => on.First > end));
    }

    /// <summary>Which of the sides that differ counts; null where nothing is settled, or its side cannot be seen.</summary>
    public static TSide? Pick<TSide>(this FactTrail trail, IReadOnlyCollection<TSide> sides, Func<TSide, IEnumerable<IClaim>> claims, Func<TSide, string, bool> says)
        where TSide : class => trail.Settled is not { } settled ? null
        : sides.FirstOrDefault(side => claims(side).Any(claim => claim.Source.ClaimId == settled.ClaimId)) ?? sides.FirstOrDefault(side => says(side, settled.Value));
}
