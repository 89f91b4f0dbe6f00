using Oversight.Core;
using Oversight.Grading.Audits;

namespace Oversight.Grading.ProgrammeRecords;

/// <summary>What may be asked of a programme record. How a claim stands to the others is decided here and not taken over from its sender,
/// for claims that were set aside here count there.</summary>
public abstract partial record GradingCommand
{
    private GradingCommand()
    {
    }

    /// <summary>Take in a reported grade, or that there is none.</summary>
    public sealed record Judge(string Body, string Programme, string Area, string Grade, Provenance Source) : GradingCommand, IBringsClaim;

    /// <summary>Take in a reported audit figure.</summary>
    public sealed record Assess(string Body, string Programme, AuditFigure Figure, Provenance Source) : GradingCommand, IBringsClaim;
}

/// <summary>Asks to take in one claim, and once only.</summary>
internal interface IBringsClaim
{
    /// <summary>The claim.</summary>
    Provenance Source { get; }
}
