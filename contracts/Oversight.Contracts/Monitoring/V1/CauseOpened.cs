using Oversight.Contracts.Ingestion.V1;

namespace Oversight.Contracts.Monitoring.V1;

/// <summary>A source says that a body has a cause of concern.</summary>
/// <param name="Body">Its id.</param>
/// <param name="Cause">The cause's own id; the same title under a later inspection is another one.</param>
/// <param name="Title">Its subject.</param>
/// <param name="Inspection">Under which it was raised.</param>
/// <param name="RaisedOn">When the body was told, as precisely as the source says; null where it does not.</param>
/// <param name="Accelerated"><c>yes</c> only where the source says so, else <c>no</c> or <c>unknown</c>.</param>
/// <param name="Recommendations">How many go with it; null where not published.</param>
/// <param name="Source">The claim it rests on.</param>
[WireName("monitoring.cause-opened.v1")]
public sealed record CauseOpened(
    string Body, string Cause, string Title, string Inspection, string? RaisedOn, string Accelerated, int? Recommendations, Source Source) : IContract;
