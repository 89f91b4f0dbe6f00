using Oversight.Contracts.Ingestion.V1;

namespace Oversight.Contracts.Monitoring.V1;

/// <summary>A source says that a cause of concern was closed, which changes neither grade nor phase.</summary>
/// <param name="Body">The id of the body that has it.</param>
/// <param name="Cause">The cause's own id.</param>
/// <param name="Title">Its subject.</param>
/// <param name="Inspection">Under which it was raised.</param>
/// <param name="ClosedOn">As precisely as the source says; null where it does not.</param>
/// <param name="By">A letter or a report, where the source says.</param>
/// <param name="Source">The claim it rests on.</param>
[WireName("monitoring.cause-closed.v1")]
public sealed record CauseClosed(string Body, string Cause, string Title, string Inspection, string? ClosedOn, string? By, Source Source) : IContract;
