using Oversight.Core;
using Oversight.Monitoring.Records;
using Oversight.Monitoring.Trails;

namespace Oversight.Monitoring.Lineage;

/// <summary>One body that became, or became part of, another.</summary>
/// <param name="Predecessor">The earlier body.</param>
/// <param name="Successor">The later one.</param>
/// <param name="Formed">Does a source say that the later one was new?</param>
/// <param name="InLaw">When it was so in law.</param>
/// <param name="InUse">When it was so in daily work; null where nobody gives another day.</param>
/// <param name="Sides">Who says so, as far as it was settled.</param>
public sealed record Succession(string Predecessor, string Successor, bool Formed, Dated InLaw, Dated? InUse, Sides<SuccessionSaid> Sides)
{
    public IReadOnlyList<Seen<SuccessionSaid>> Said => Sides.Standing;

    /// <summary>Does a source say that it was the other way about?</summary>
    public bool IsReversed { get; init; }

    public IEnumerable<Mark> Marks => LineageReading.MarksOf(Sides, InLaw, InUse).Concat(IsReversed ? [Mark.Conflicting] : []).Distinct().Order();
}

/// <summary>One renaming, in law and in use.</summary>
/// <param name="FormerName">What it was called before, where a source says so.</param>
/// <param name="Name">What it was called from then on.</param>
/// <param name="InLaw">When the law changed; null where nobody says.</param>
/// <param name="InUse">When the name came into use; null where nobody says.</param>
/// <param name="Sides">Who says so, as far as it was settled.</param>
public sealed record Rename(string? FormerName, string Name, Dated? InLaw, Dated? InUse, Sides<RenameSaid> Sides)
{
    public IReadOnlyList<Seen<RenameSaid>> Said => Sides.Standing;

    /// <summary>When it was so in law or, failing that, in use.</summary>
    public Dated When => InLaw ?? InUse!;

    public IEnumerable<Mark> Marks => LineageReading.MarksOf(Sides, InLaw, InUse);
}

/// <summary>An inspection of two bodies as one.</summary>
public sealed record JointInspection(string With, string Inspection, Dated When, Sides<JointInspectionSaid> Sides)
{
    public IReadOnlyList<Seen<JointInspectionSaid>> Said => Sides.Standing;

    public IEnumerable<Mark> Marks => LineageReading.MarksOf(Sides, When);
}

/// <summary>What could be known about where a body comes from.</summary>
/// <param name="Id">The body.</param>
/// <param name="AsOf">The day asked about.</param>
/// <param name="Existed">Did it exist in law at the end of that day?</param>
/// <param name="Begun">When it was formed; null for a body that is not known to come from another one.</param>
/// <param name="Ended">When it became part of another one; null for a body that is not known to have.</param>
/// <param name="Successions">What it became part of and what became part of it, whatever the day.</param>
/// <param name="Renames">Its renamings by date, whatever the day.</param>
/// <param name="JointInspections">Its inspections with others by date, whatever the day.</param>
public sealed record LineageReading(
    string Id, DateOnly AsOf, Answer Existed, Dated? Begun, Dated? Ended,
    IReadOnlyList<Succession> Successions, IReadOnlyList<Rename> Renames, IReadOnlyList<JointInspection> JointInspections)
{
    // A body is seldom renamed twice in a year, and sources seldom date one renaming alike.
    private const int MostDaysApart = 366;

    /// <summary>What had, or may have, become part of it by the day asked about.</summary>
    public IEnumerable<Succession> Predecessors => Successions.Where(succession => succession.Successor == Id && succession.InLaw.HappenedBy(AsOf) != Answer.No);

    /// <summary>What it had, or may have, become part of by the day asked about.</summary>
    public IEnumerable<Succession> Successors => Successions.Where(succession => succession.Predecessor == Id && succession.InLaw.HappenedBy(AsOf) != Answer.No);

    // Of a body that no source calls new nobody says since when there is one. The oldest scheme of monitoring on record, of 2009, watched those that there are.
    private static readonly DateOnly OnRecordSince = new(2009, 1, 1);

    /// <summary>Why it did not exist, or why that cannot be told; null where it did.</summary>
    public string? WhyNot =>
        Existed == Answer.Yes ? null
        : Ended?.HappenedBy(AsOf) is Answer.Yes or Answer.CannotTell ? $"It became part of {string.Join(" and ", Successors.Select(one => one.Successor).Distinct())} on {Ended}."
        : Begun is not null ? $"It was formed on {Begun}."
        : Existed == Answer.No ? "Nobody could know yet that it would be formed." : "Since when it existed is not on record.";

    public static LineageReading Of(BodyLineage lineage, Viewpoint viewpoint, Trail? trail = null)
    {
        var successions = Known(lineage.Successions, viewpoint, said => said.LawOn)
            .GroupBy(seen => (seen.Value.Predecessor, seen.Value.Successor)).OrderBy(same => same.Key.Predecessor, StringComparer.Ordinal).ThenBy(same => same.Key.Successor, StringComparer.Ordinal)
            .Select(same => Sides.Of<SuccessionSaid>([.. same], trail, viewpoint)).Select(Succeeded).ToArray();
        successions = Array.ConvertAll(successions, one => one with { IsReversed = Array.Exists(successions, other => (other.Predecessor, other.Successor) == (one.Successor, one.Predecessor)) });

        // That a body is new is not a matter of who knew it when: before anybody could know that it would be formed there was nothing to know of it.
        var formedFrom = lineage.Successions
            .Where(said => said.Value.Successor == lineage.Id && said.Value.Formed && said.Evidence.Any(source => viewpoint.HasRecorded(source.RecordedAt)))
            .Select(said => said.Value.Predecessor).ToHashSet();
        var begun = Dated.Of(successions.Where(succession => succession.Successor == lineage.Id && formedFrom.Contains(succession.Predecessor)).SelectMany(succession => succession.Said).Select(seen => seen.Value.LawOn));
        var ended = Dated.Of(successions.Where(succession => succession.Predecessor == lineage.Id).SelectMany(succession => succession.Said).Select(seen => seen.Value.LawOn));

        var renames = Clusters(Known(lineage.Renames, viewpoint, said => On(said)), said => said.Name, On).Select(same => Renamed(Sides.Of(same, trail, viewpoint)))
            .OrderBy(rename => rename.When.Earliest).ThenBy(rename => rename.Name, StringComparer.Ordinal).ToArray();
        var wasThere = viewpoint.AsOf >= OnRecordSince || Array.Exists(renames, rename => rename.When.HappenedBy(viewpoint.AsOf) == Answer.Yes);
        var exists = formedFrom.Count == 0 ? wasThere ? Answer.Yes : Answer.CannotTell : begun?.HappenedBy(viewpoint.AsOf) ?? Answer.No;
        var still = ended?.HappenedBy(viewpoint.AsOf) switch { Answer.Yes => Answer.No, Answer.CannotTell => Answer.CannotTell, _ => Answer.Yes };

        // Of two bodies that both became part of the other nobody can tell which was left.
        var existed = exists < still ? exists : still;
        return new(
            lineage.Id, viewpoint.AsOf, existed == Answer.No && Array.Exists(successions, one => one.IsReversed && one.Predecessor == lineage.Id) ? Answer.CannotTell : existed, begun, ended, successions,
            renames,
            [.. Clusters(Known(lineage.JointInspections, viewpoint, said => said.On), said => $"{said.With}/{said.Inspection}", said => said.On)
                .Select(same => Joint(Sides.Of(same, trail, viewpoint))).OrderBy(joint => joint.When.Earliest)]);
    }

    /// <summary>What it was, or may have been, called on the day asked about; null where nobody says.</summary>
    /// <param name="registered">Its name in the register.</param>
    /// <param name="date">The date of a renaming that counts: in law or in use.</param>
    public IReadOnlyList<string?> NamesThen(string registered, Func<Rename, Dated> date)
    {
        var changes = Renames.OrderBy(rename => date(rename).Earliest).ToArray();
        List<string?> names = [changes.Length == 0 ? registered : changes[0].FormerName];
        foreach (var change in changes)
        {
            switch (date(change).HappenedBy(AsOf))
            {
                case Answer.Yes:
                    names = [change.Name];
                    break;
                case Answer.CannotTell:
                    names.Add(change.Name);
                    break;
            }
        }

        return [.. names.Distinct()];
    }

    /// <summary>The date, unless it was still to come on the day asked about.</summary>
    public Dated? IfHappened(Dated? date) => date?.HappenedBy(AsOf) == Answer.No ? null : date;

    /// <summary>Does a renaming say what that former name says?</summary>
    internal bool Tells(OtherName former) => Renames.Any(rename =>
        rename.FormerName == former.Name && former.To is { } to && rename.Said.Concat(rename.Sides.Overruled).Any(seen => seen.Value.LawOn == to || seen.Value.InUseOn == to));

    internal static IEnumerable<Mark> MarksOf<T>(Sides<T> sides, params IEnumerable<Dated?> dates)
        where T : notnull =>
        (sides.Standing.Any(seen => seen.Published == Answer.Yes) ? [] : sides.Standing.SelectMany(seen => seen.Marks)).Concat(sides.Standing.SelectMany(seen => seen.Abridged)).Concat(sides.Marks)
            .Concat(dates.Any(date => date is { IsConflicting: true }) ? [Mark.Conflicting] : Array.Empty<Mark>()).Distinct().Order();

    private static PartialDate On(RenameSaid said) => said.LawOn ?? said.InUseOn!.Value;

    private static Succession Succeeded(Sides<SuccessionSaid> sides) => new(
        sides.Standing[0].Value.Predecessor, sides.Standing[0].Value.Successor, sides.Standing.Any(seen => seen.Value.Formed),
        Dated.Of(sides.Standing.Select(seen => seen.Value.LawOn))!, Dated.Of(sides.Standing.Select(seen => seen.Value.InUseOn).OfType<PartialDate>()), sides);

    private static Rename Renamed(Sides<RenameSaid> sides) => new(
        sides.Standing.Select(seen => seen.Value.FormerName).OfType<string>().Order(StringComparer.Ordinal).FirstOrDefault(), sides.Standing[0].Value.Name,
        Dated.Of(sides.Standing.Select(seen => seen.Value.LawOn).OfType<PartialDate>()), Dated.Of(sides.Standing.Select(seen => seen.Value.InUseOn).OfType<PartialDate>()), sides);

    private static JointInspection Joint(Sides<JointInspectionSaid> sides) => new(
        sides.Standing[0].Value.With, sides.Standing[0].Value.Inspection, Dated.Of(sides.Standing.Select(seen => seen.Value.On))!, sides);

    private static Seen<T>[] Known<T>(IEnumerable<Backed<T>> said, Viewpoint viewpoint, Func<T, PartialDate> on)
        where T : notnull =>
        [.. said.Select(backed => Seen<T>.From(viewpoint, backed, on(backed.Value).First)).OfType<Seen<T>>().OrderBy(seen => seen.Value.ToString(), StringComparer.Ordinal)];

    private static IEnumerable<Seen<T>[]> Clusters<T>(IEnumerable<Seen<T>> seen, Func<T, string> about, Func<T, PartialDate> on)
        where T : notnull
    {
        foreach (var alike in seen.GroupBy(one => NameBasedId.Slug(about(one.Value))))
        {
            List<Seen<T>> cluster = [];
            foreach (var one in alike.OrderBy(one => on(one.Value)))
            {
                if (cluster.Count > 0 && on(cluster[^1].Value).DaysApart(on(one.Value)) > MostDaysApart)
                {
                    yield return [.. cluster];
                    cluster = [];
                }

                cluster.Add(one);
            }

            yield return [.. cluster];
        }
    }
}
