using Oversight.Contracts.Ingestion.V1;

namespace Oversight.Contracts.Grading.V1;

/// <summary>A later report of the same programme gives an area a grade anew.</summary>
/// <param name="Body">Its id.</param>
/// <param name="Programme">Such as <c>PEEL 2021/22</c>.</param>
/// <param name="Area">Such as <c>Responding to the public</c>.</param>
/// <param name="Grade">On the programme's own scale, or <c>not-graded</c> or <c>not-inspected</c>.</param>
/// <param name="Source">The claim it rests on.</param>
[WireName("grading.grade-revised.v1")]
public sealed record GradeRevised(string Body, string Programme, string Area, string Grade, Source Source) : IContract;
