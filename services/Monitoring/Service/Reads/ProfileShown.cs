using Oversight.Core;
using Oversight.Hosting;
using Oversight.Monitoring.Lineage;
using Oversight.Monitoring.Phases;
using Oversight.Monitoring.Profiles;
using Oversight.Monitoring.Records;

namespace Oversight.Monitoring.Reads;

/// <summary>A body.</summary>
/// <param name="Name">Its name in the register.</param>
/// <param name="NameThen">Its full name on the day asked about.</param>
/// <param name="Lineage">Where it comes from and what became of it.</param>
/// <param name="Causes">Its causes of concern that were neither closed nor superseded by then, with their age.</param>
/// <param name="Withdrawn">Moves that their publisher has taken back.</param>
/// <param name="Investigations">Those of the police complaints body; they stand beside its status and never change it.</param>
/// <param name="Section55">The reports that its local policing body had to answer.</param>
/// <param name="Labels">What it was called that is no phase of the present scheme.</param>
public sealed record ProfileShown(
    DateOnly AsOf, DateOnly KnownAt, DateTimeOffset RecordedAt, bool Strict,
    string Id, string Name, string NameThen, string? Service, string? Country, string? OnsCode, IReadOnlyList<NameShown> Names,
    PhaseShown Status, IReadOnlyList<StayShown> Stays, IReadOnlyList<WithdrawnShown> Withdrawn, IReadOnlyList<LabelShown> Labels,
    IReadOnlyList<ConflictShown> Conflicts, LineageShown Lineage, IReadOnlyList<CauseShown> Causes, InvestigationTally Investigations, ReportResponseTally Section55)
{
    internal static ProfileShown Of(
        BodyProfile profile, Moment moment, LineageShown lineage, IEnumerable<CauseShown> causes, InvestigationTally investigations, ReportResponseTally section55) => new(
        moment.AsOf, moment.KnownAt, moment.Until, moment.Strict,
        profile.Id, profile.Registered?.Name ?? profile.Id, lineage is { Renames.Count: > 0, NameInLaw: [var inLaw] } ? inLaw : profile.NameThen,
        profile.Registered?.Service, profile.Registered?.Country, profile.Registered?.OnsCode,
        [.. profile.Names.Select(name => new NameShown(name.Name, name.Kind, name.From, name.To, name.Cited))],
        new(profile.Status.Phase, profile.Status.Since, profile.Status.Claims.Sources(), profile.Status.Claims.HasMore(), profile.Status.Marks.InWords, profile.Status.Trail, profile.Status.Because, AheadShown.Of(profile.Status)),
        [.. profile.Stays.Select(StayShown.Of)],
        [.. profile.Withdrawn.Select(WithdrawnShown.Of)],
        [.. profile.Labels.Select(label => new LabelShown(
            label.Said.Value.Label, label.Said.Value.From, label.Said.Value.Until, SourceShown.Of([label.Said], _ => null), label.Marks.InWords, label.Trail.Steps))],
        [.. profile.Conflicts.Select(conflict => new ConflictShown(
            conflict.FactId, conflict.About, conflict.Settled is null ? "unsettled" : "settled", conflict.Settled?.Value,
            [.. conflict.Sides.Select(side => new SideShown(
                side.Value.Value, conflict.Settled?.Says(side.Value.Value) ?? Answer.CannotTell, SourceShown.Of([side], _ => null)))],
            conflict.Marks.InWords, conflict.Trail.Steps))],
        lineage, [.. causes], investigations, section55);
}

/// <summary>Another name; <paramref name="To"/> is the first day on which it no longer was one.</summary>
public sealed record NameShown(string Name, string Kind, PartialDate? From, PartialDate? To, string? Cited);

/// <summary>A phase, since when, and who says so; because says why it is none, where the sources of its moves are not the reason; ahead are moves that were known on that day to be still to come.</summary>
public sealed record PhaseShown(
    Phase Phase, PartialDate? Since, IReadOnlyList<SourceShown> Sources, bool MoreSources, IReadOnlyList<string> Marks, IReadOnlyList<TrailStep> Trail, string? Because, IReadOnlyList<AheadShown> Ahead);

/// <summary>A label as printed.</summary>
public sealed record LabelShown(
    string Label, PartialDate From, PartialDate? Until, IReadOnlyList<SourceShown> Sources, IReadOnlyList<string> Marks, IReadOnlyList<TrailStep> Trail);

/// <summary>A fact on which sources disagree.</summary>
/// <param name="State"><c>settled</c> or <c>unsettled</c>.</param>
/// <param name="Value">What the side says that counts.</param>
/// <param name="Trail">Who settled, corrected, withdrew or disputed it, when, why and by which source.</param>
public sealed record ConflictShown(
    string FactId, string About, string State, string? Value, IReadOnlyList<SideShown> Sides, IReadOnlyList<string> Marks, IReadOnlyList<TrailStep> Trail);

/// <summary>What one side says; whether it stands nobody can tell while the conflict is open.</summary>
public sealed record SideShown(string Value, Answer Stands, IReadOnlyList<SourceShown> Sources);
