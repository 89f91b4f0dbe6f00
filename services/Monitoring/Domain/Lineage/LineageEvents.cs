using Oversight.Core;

namespace Oversight.Monitoring.Bodies;

public abstract partial record BodyEvent
{
    /// <summary>A source says that one body became, or became part of, another; noted by both.</summary>
    /// <param name="Predecessor">The earlier body.</param>
    /// <param name="Successor">The later one.</param>
    /// <param name="Formed">Was the later one new? Otherwise it took the earlier one over.</param>
    /// <param name="LawOn">When it was so in law.</param>
    /// <param name="InUseOn">When it was so in daily use, where a source gives that day.</param>
    /// <param name="Note">What else the source says.</param>
    /// <param name="Provenance">Where it was read.</param>
    [EventName("monitoring.succession-noted.v1")]
    public sealed record SuccessionNoted(
        string Predecessor, string Successor, bool Formed, PartialDate LawOn, PartialDate? InUseOn, string Note, Provenance Provenance) : BodyEvent, IClaimed;

    /// <summary>A source says that it got another name.</summary>
    /// <param name="FormerName">The name before; none where the source does not say.</param>
    /// <param name="Name">The name after.</param>
    /// <param name="LawOn">When it was so in law.</param>
    /// <param name="InUseOn">When it was so in daily use, where a source gives that day.</param>
    /// <param name="Note">What else the source says.</param>
    /// <param name="Provenance">Where it was read.</param>
    [EventName("monitoring.rename-noted.v1")]
    public sealed record RenameNoted(
        string? FormerName, string Name, PartialDate? LawOn, PartialDate? InUseOn, string Note, Provenance Provenance) : BodyEvent, IClaimed;

    /// <summary>A source says that it was inspected as one with another body; noted by both.</summary>
    /// <param name="With">The other body.</param>
    /// <param name="Inspection">Which inspection.</param>
    /// <param name="On">When, or when it was reported.</param>
    /// <param name="Note">What else the source says.</param>
    /// <param name="Provenance">Where it was read.</param>
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
