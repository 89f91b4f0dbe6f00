namespace Oversight.Contracts.Ingestion.V1;

/// <summary>A source reports a step around or inside a stay in Engage.</summary>
/// <param name="Body">Its id.</param>
/// <param name="Step">Such as <c>recommended</c>, <c>decided</c>, <c>letter-sent</c>, <c>milestone-plan</c>, <c>ppog</c> or <c>cause-added</c>.</param>
/// <param name="On">When it was taken, as precisely as the source says.</param>
/// <param name="By">Who took it, where the source says.</param>
/// <param name="Detail">More about it; may be empty.</param>
/// <param name="Cause">The cause of concern that was added or closed.</param>
/// <param name="Source">Where it was read.</param>
[WireName("ingestion.engage-step-reported.v1")]
public sealed record EngageStepReported(string Body, string Step, string On, string? By, string Detail, string? Cause, Source Source) : IContract;
