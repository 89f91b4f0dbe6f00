using Oversight.Core;
using Oversight.Monitoring.Lineage;
using Oversight.Monitoring.Phases;
using Oversight.Monitoring.Records;

namespace Oversight.Monitoring.Profiles;

/// <summary>What the record answers about one body at three times.</summary>
/// <param name="Id">The body.</param>
/// <param name="Registered">Its particulars in the register; null while only its id is known.</param>
/// <param name="NameThen">Its full name on the day asked about.</param>
/// <param name="Names">Its other names.</param>
/// <param name="Status">The phase it was in.</param>
/// <param name="Stays">Its stays in Engage, oldest first.</param>
/// <param name="Withdrawn">Moves that their publisher has taken back.</param>
/// <param name="Labels">What it was called that is no phase of the present scheme.</param>
/// <param name="Conflicts">On what sources disagree.</param>
public sealed record BodyProfile(
    string Id,
    Registration? Registered,
    string NameThen,
    IReadOnlyList<OtherName> Names,
    PhaseAnswer Status,
    IReadOnlyList<Stay> Stays,
    IReadOnlyList<Move> Withdrawn,
    IReadOnlyList<LabelRead> Labels,
    IReadOnlyList<Conflict> Conflicts)
{
    public static BodyProfile Of(BodyRecord record, Viewpoint viewpoint, Trail? trail = null, LineageReading? lineage = null)
    {
        var registered = RegisteredBy(record, viewpoint);
        OtherName[] names = [.. record.Names.Where(name => viewpoint.HasRecorded(name.RecordedAt))
            .OrderBy(name => name.Kind, StringComparer.Ordinal).ThenBy(name => name.Name, StringComparer.Ordinal)];

        return new(
            record.Id, registered, FormerName(names, viewpoint.AsOf) ?? registered?.Name ?? record.Id, names,
            lineage is null ? PhaseAnswer.At(record, viewpoint, trail) : PhaseAnswer.Then(record, viewpoint, trail, lineage), Stay.Known(record, viewpoint, trail), Moves.Withdrawn(record, viewpoint, trail),
            [.. QuotedBy(record, viewpoint).Select(label => LabelRead.Of(label, trail, viewpoint))], Conflict.All(record, viewpoint, trail));
    }

    /// <summary>What it was called in law on the day asked about.</summary>
    public static string CalledThen(BodyRecord record, Viewpoint viewpoint, LineageReading? lineage)
    {
        var registered = RegisteredBy(record, viewpoint)?.Name ?? record.Id;
        return lineage is { Renames.Count: > 0 } && lineage.NamesThen(registered, rename => rename.InLaw ?? rename.InUse!) is [var only] ? only ?? "not known"
            : FormerName(record.Names.Where(name => viewpoint.HasRecorded(name.RecordedAt)), viewpoint.AsOf) ?? registered;
    }

    public static Registration? RegisteredBy(BodyRecord record, Viewpoint viewpoint) =>
        record.Registrations.LastOrDefault(registration => viewpoint.HasRecorded(registration.RecordedAt));

    public static IReadOnlyList<Seen<QuotedLabel>> QuotedBy(BodyRecord record, Viewpoint viewpoint) =>
        [.. record.Labels.Select(label => Seen<QuotedLabel>.From(viewpoint, label, label.Value.From.First))
            .OfType<Seen<QuotedLabel>>()
            .Where(label => label.Value.From.OnOrBefore(viewpoint.AsOf) != Answer.No)
            .OrderBy(label => label.Value.From).ThenBy(label => label.Value.Label, StringComparer.Ordinal)];

    private static string? FormerName(IEnumerable<OtherName> names, DateOnly day) => names
        .Where(name => name is { Kind: "former", To: { } end } && end.First > day && name.From?.OnOrBefore(day) != Answer.No)
        .MinBy(name => name.To)?.Name;
}

/// <summary>A label as printed, with what was said of it later.</summary>
public sealed record LabelRead(Seen<QuotedLabel> Said, FactTrail Trail)
{
    public IEnumerable<Mark> Marks => Said.Marks.Concat(Trail.Marks).Distinct().Order();

    internal static LabelRead Of(Seen<QuotedLabel> said, Trail? trail, Viewpoint viewpoint)
    {
        var facts = said.Evidence.Select(source => source.Provenance.FactId).ToHashSet();
        return new(said, trail?.Of(facts.Contains, viewpoint).Among(2, side => side.Value.StartsWith(said.Value.From.ToString(), StringComparison.Ordinal)) ?? FactTrail.None);
    }
}
