namespace Oversight.Contracts.Ingestion.V1;

/// <summary>A source reports the grade of a body for one area of a programme.</summary>
/// <param name="Body">Its id.</param>
/// <param name="Programme">As printed, such as <c>PEEL 2021/22</c>.</param>
/// <param name="Area">As printed, such as <c>Responding to the public</c>.</param>
/// <param name="Grade"><c>outstanding</c>, <c>good</c>, <c>adequate</c>, <c>requires-improvement</c>, <c>inadequate</c>, <c>not-graded</c> or <c>not-inspected</c>.</param>
/// <param name="Source">Where it was read.</param>
[WireName("ingestion.grade-reported.v1")]
public sealed record GradeReported(string Body, string Programme, string Area, string Grade, Source Source) : IContract;
