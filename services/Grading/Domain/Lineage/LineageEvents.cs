using Oversight.Core;

namespace Oversight.Grading.ProgrammeRecords;

public abstract partial record GradingCommand
{
    /// <summary>Note from which body another one came.</summary>
    public sealed record NotePredecessor(string Body, string Predecessor, bool Formed, PartialDate LawOn, Provenance Source) : GradingCommand, IBringsClaim;
}

public abstract partial record GradingEvent
{
    /// <summary>A source says from which body this one came, so that grades given before it existed in law can be told.</summary>
    /// <param name="Body">The later body.</param>
    /// <param name="Predecessor">The earlier body.</param>
    /// <param name="Formed">Was the later one new? Otherwise it took the earlier one over.</param>
    /// <param name="LawOn">When it was so in law.</param>
    /// <param name="Source">Where it was read.</param>
    [EventName("grading.predecessor-noted.v1")]
    public sealed record PredecessorNoted(string Body, string Predecessor, bool Formed, PartialDate LawOn, Provenance Source) : GradingEvent;
}
