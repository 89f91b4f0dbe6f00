namespace Oversight.Contracts.Ingestion.V1;

/// <summary>A source reports something that happened to or around a body.</summary>
/// <param name="Body">Its id.</param>
/// <param name="OccurredOn">As precisely as the source says.</param>
/// <param name="Kind">Such as <c>iopc</c>, <c>court</c> or <c>inspection</c>.</param>
/// <param name="Summary">One sentence.</param>
/// <param name="Source">Where it was read.</param>
[WireName("ingestion.timeline-entry-reported.v1")]
public sealed record TimelineEntryReported(string Body, string OccurredOn, string Kind, string Summary, Source Source) : IContract;
