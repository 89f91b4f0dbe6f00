namespace Oversight.Contracts.Ingestion.V1;

/// <summary>A source reports a cause of concern.</summary>
/// <param name="Body">The id of the body that has it.</param>
/// <param name="Cause">Its own id: one title of one body under one inspection.</param>
/// <param name="Title">Its subject.</param>
/// <param name="Inspection">Under which it was raised, as printed.</param>
/// <param name="Programme">The inspection without the remark in brackets.</param>
/// <param name="RaisedOn">When the body was told, as precisely as the source says; null where it does not.</param>
/// <param name="Accelerated"><c>yes</c> only where the source says so, else <c>no</c> or <c>unknown</c>.</param>
/// <param name="Recommendations">How many go with it; null where not published.</param>
/// <param name="Note">What else the source says.</param>
/// <param name="Source">Where it was read.</param>
[WireName("ingestion.cause-reported.v1")]
public sealed record CauseReported(
    string Body, string Cause, string Title, string Inspection, string Programme, string? RaisedOn, string Accelerated, int? Recommendations, string Note,
    Source Source) : IContract;
