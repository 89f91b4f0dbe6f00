using Oversight.Core;
using Oversight.Monitoring.Records;

namespace Oversight.Monitoring.Trails;

/// <summary>What a source says of a fact, in the words in which a conflict names it as a side.</summary>
internal interface ISaid<in T>
{
    string InWords { get; }

    /// <summary>Can both not be right?</summary>
    bool Contradicts(T other);
}

/// <summary>What sources say of one fact, as far as it was settled which of them counts.</summary>
/// <param name="Standing">What counts; everything while nothing is settled.</param>
/// <param name="Overruled">What a settlement has set aside.</param>
/// <param name="IsContradictedSince">Does some of that contradict the settlement since it was made?</param>
/// <param name="Trail">What was settled and said of it later.</param>
public sealed record Sides<T>(IReadOnlyList<Seen<T>> Standing, IReadOnlyList<Seen<T>> Overruled, bool IsContradictedSince, FactTrail Trail)
    where T : notnull
{
    /// <summary>What to say of it beside what stands.</summary>
    public IEnumerable<Mark> Marks => (Overruled.Count > 0 ? [Mark.Settled] : Array.Empty<Mark>())
        .Concat(IsContradictedSince ? [Mark.Conflicting] : []).Concat(Trail.Marks);

    /// <summary>Nobody settled anything, or nothing that can be seen.</summary>
    public static Sides<T> Unsettled(IReadOnlyList<Seen<T>> said) => new(said, [], false, FactTrail.None);
}

internal static class Sides
{
    /// <summary>The same for many facts, each settled by itself.</summary>
    public static IReadOnlyList<Sides<T>> OfEach<T>(IEnumerable<Seen<T>> said, Trail? trail, Viewpoint viewpoint)
        where T : notnull, ISaid<T> =>
        [.. said.GroupBy(seen => seen.Evidence[0].Provenance.FactId).Select(same => Of<T>([.. same.OrderBy(seen => seen.Value.ToString(), StringComparer.Ordinal)], trail, viewpoint))];

    /// <summary>Sorts what is said by how it was settled; whoever cannot see the side that counts sees no settlement.</summary>
    public static Sides<T> Of<T>(IReadOnlyList<Seen<T>> said, Trail? trail, Viewpoint viewpoint)
        where T : notnull, ISaid<T>
    {
        var facts = said.SelectMany(seen => seen.Evidence).Select(source => source.Provenance.FactId).ToHashSet();
        var words = said.Select(seen => seen.Value.InWords).ToHashSet();
        var of = trail?.Of(facts.Contains, viewpoint).Among(words.Count, counts => words.Contains(counts.Value)) ?? FactTrail.None;
        var unsettled = Sides<T>.Unsettled(said) with { Trail = of };
        if (of.Settled is not { } side)
        {
            return unsettled;
        }

        var counting = said.Where(seen => side.Says(seen.Value.InWords) == Answer.Yes).ToArray();
        var overruled = counting.Length == 0 ? [] : said.Where(seen => side.Says(seen.Value.InWords) switch
        {
            Answer.Yes => false,
            Answer.No => true,
            _ => Array.Exists(counting, counts => counts.Value.Contradicts(seen.Value)),
        }).ToArray();
        return overruled.Length == 0 ? unsettled
            : new([.. said.Except(overruled)], overruled, Array.Exists(overruled, seen => side.Says(seen.Value.InWords) == Answer.CannotTell), of);
    }

    /// <summary>Do two sources give dates that cannot both be right?</summary>
    public static bool Differ(PartialDate? one, PartialDate? other) => one is { } date && other is { } on && !date.AgreesWith(on);
}
