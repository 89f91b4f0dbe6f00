using Oversight.Core;

namespace Oversight.Grading.ProgrammeRecords;

public abstract partial record GradingCommand
{
    /// <summary>Note how a conflict about one of its facts was settled, or that it is open again.</summary>
    public sealed record NoteSettlement(string Body, Settling Settling) : GradingCommand;

    /// <summary>Note that something about one of its facts was corrected, withdrawn or disputed.</summary>
    public sealed record NoteAnnotation(string Body, Annotation Annotation) : GradingCommand;
}

public abstract partial record GradingEvent
{
    /// <summary>A conflict was settled, or is open again; every side is kept.</summary>
    [EventName("grading.settlement-noted.v1")]
    public sealed record SettlementNoted(string Body, Settling Settling) : GradingEvent;

    /// <summary>Something was corrected, withdrawn or disputed; the finding is left as it was.</summary>
    [EventName("grading.annotation-noted.v1")]
    public sealed record AnnotationNoted(string Body, Annotation Annotation) : GradingEvent;
}

public sealed partial record ProgrammeRecord
{
    private GradingEvent[] Note(GradingCommand.NoteSettlement c) => Taken.Contains(Key(c.Settling)) ? [] : [new GradingEvent.SettlementNoted(c.Body, c.Settling)];

    private GradingEvent[] Note(GradingCommand.NoteAnnotation c) =>
        Taken.Contains(c.Annotation.Provenance.ClaimId) ? [] : [new GradingEvent.AnnotationNoted(c.Body, c.Annotation)];

    private static Guid Key(Settling settling) => NameBasedId.Of("settled", settling.FactId, $"{settling.Round}");
}
