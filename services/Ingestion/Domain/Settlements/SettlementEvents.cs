using Oversight.Core;

namespace Oversight.Ingestion.Facts;

public abstract partial record FactEvent
{
    /// <summary>A rule or a person says which side of a conflict counts; all sides are kept.</summary>
    [EventName("ingestion.conflict-settled.v1")]
    public sealed record ConflictSettled(string Body, string About, Settling Settling) : FactEvent;

    /// <summary>What a rule had settled it can settle no longer: its best sources disagree by now.</summary>
    [EventName("ingestion.conflict-reopened.v1")]
    public sealed record ConflictReopened(string Body, string About, Settling Settling) : FactEvent;
}
