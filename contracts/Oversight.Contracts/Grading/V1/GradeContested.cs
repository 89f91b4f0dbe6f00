using Oversight.Contracts.Ingestion.V1;

namespace Oversight.Contracts.Grading.V1;

/// <summary>A source contradicts the grade that a body holds; both are kept.</summary>
/// <param name="Body">Its id.</param>
/// <param name="Programme">Such as <c>PEEL 2021/22</c>.</param>
/// <param name="Area">Such as <c>Responding to the public</c>.</param>
/// <param name="Grade">On the programme's own scale, or <c>not-graded</c> or <c>not-inspected</c>.</param>
/// <param name="Source">The claim it rests on.</param>
[WireName("grading.grade-contested.v1")]
public sealed record GradeContested(string Body, string Programme, string Area, string Grade, Source Source) : IContract;
