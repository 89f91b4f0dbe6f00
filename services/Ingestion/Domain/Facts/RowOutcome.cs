using Oversight.Core;
using static Oversight.Ingestion.Facts.FactEvent;

namespace Oversight.Ingestion.Facts;

/// <summary>What became of a row whose claims were taken.</summary>
public enum RowOutcome
{
    /// <summary>The record had it from the same source already.</summary>
    Unchanged,

    /// <summary>It added something.</summary>
    Accepted,

    /// <summary>It added something that another source contradicts.</summary>
    Conflicting,
}

/// <summary>Sums up what a row's claims led to.</summary>
public static class RowOutcomes
{
    /// <summary>A row that adds several claims counts once, as the most notable of them.</summary>
    public static RowOutcome Of(IReadOnlyCollection<FactEvent> decided) =>
        decided.Any(IsConflict) ? RowOutcome.Conflicting : decided.Count > 0 ? RowOutcome.Accepted : RowOutcome.Unchanged;

    private static bool IsConflict(FactEvent @event) => @event switch
    {
        ConflictFound => true,
        GradeClaimed e => e.Standing == Standing.Differs,
        RecordingAuditClaimed e => e.Standing == Standing.Differs,
        StopSearchAuditClaimed e => e.Standing == Standing.Differs,
        PhaseMoveClaimed e => e.Standing == Standing.Differs,
        CauseClaimed e => e.Standing == Standing.Differs,
        CauseStepClaimed e => e.Standing == Standing.Differs,
        PracticeAdoptionClaimed e => e.Standing == Standing.Differs,
        FindingClaimed e => e.Standing == Standing.Differs,
        BodySucceeded e => e.Standing == Standing.Differs,
        BodyRenamed e => e.Standing == Standing.Differs,
        BodiesInspectedJointly e => e.Standing == Standing.Differs,
        _ => false,
    };
}
