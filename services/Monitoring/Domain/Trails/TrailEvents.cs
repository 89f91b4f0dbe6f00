using Oversight.Core;

namespace Oversight.Monitoring.Bodies;

public abstract partial record BodyCommand
{
    /// <param name="About">The fact in words.</param>
    public sealed record NoteSettlement(string About, Settling Settling) : BodyCommand;

    public sealed record NoteAnnotation(Annotation Annotation) : BodyCommand;
}

public abstract partial record BodyEvent
{
    /// <summary>A conflict was settled, or is open again; every side is kept.</summary>
    [EventName("monitoring.settlement-noted.v1")]
    public sealed record SettlementNoted(string About, Settling Settling) : BodyEvent, ISignal;

    /// <summary>Something about it was corrected, withdrawn or disputed.</summary>
    [EventName("monitoring.annotation-noted.v1")]
    public sealed record AnnotationNoted(Annotation Annotation) : BodyEvent, IClaimed, ISignal
    {
        Provenance IClaimed.Provenance => Annotation.Provenance;
    }
}
