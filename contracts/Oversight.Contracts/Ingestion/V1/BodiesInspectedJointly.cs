namespace Oversight.Contracts.Ingestion.V1;

/// <summary>A source reports that two bodies were inspected as one. Said of both, under one claim.</summary>
/// <param name="Body">The one of the two that it is said of.</param>
/// <param name="With">The other one.</param>
/// <param name="Inspection">Which inspection.</param>
/// <param name="On">When, or when it was reported, as precisely as known.</param>
/// <param name="Note">What else the source says.</param>
/// <param name="Source">Where it was read.</param>
[WireName("ingestion.bodies-inspected-jointly.v1")]
public sealed record BodiesInspectedJointly(string Body, string With, string Inspection, string On, string Note, Source Source) : IContract;
