using Oversight.Core;

namespace Oversight.Monitoring.Bodies;

public abstract partial record BodyEvent
{
    /// <summary>A source says that one body became, or became part of, another; noted by both.</summary>
    [EventName("monitoring.succession-noted.v1")]
    public sealed record SuccessionNoted(
        string Predecessor, string Successor, bool Formed, PartialDate LawOn, PartialDate? InUseOn, string Note, Provenance Provenance) : BodyEvent, IClaimed;

    /// <summary>A source says that it got another name.</summary>
    [EventName("monitoring.rename-noted.v1")]
    public sealed record RenameNoted(
        string? FormerName, string Name, PartialDate? LawOn, PartialDate? InUseOn, string Note, Provenance Provenance) : BodyEvent, IClaimed;

    /// <summary>A source says that it was inspected as one with another body; noted by both.</summary>
    [EventName("monitoring.joint-inspection-noted.v1")]
    public sealed record JointInspectionNoted(string With, string Inspection, PartialDate On, string Note, Provenance Provenance) : BodyEvent, IClaimed;
}

public abstract partial record BodyCommand
{
    /// <param name="Formed">Was the successor new? Otherwise it took the predecessor over.</param>
    public sealed record NoteSuccession(
        string Predecessor, string Successor, bool Formed, PartialDate LawOn, PartialDate? InUseOn, string Note, Provenance Provenance) : BodyCommand;

    public sealed record NoteRename(
        string? FormerName, string Name, PartialDate? LawOn, PartialDate? InUseOn, string Note, Provenance Provenance) : BodyCommand;

    public sealed record NoteJointInspection(string With, string Inspection, PartialDate On, string Note, Provenance Provenance) : BodyCommand;
}
