namespace Oversight.Contracts.Ingestion.V1;

/// <summary>A source reports a step of an investigation by the police complaints body. It never changes the phase or the grades of the force.</summary>
/// <param name="Body">The force.</param>
/// <param name="Case">The case's name.</param>
/// <param name="Step"><c>referred</c>, <c>assessed</c>, <c>form</c>, <c>form-changed</c>, <c>combined</c>, <c>split</c>, <c>concluded</c>, <c>review</c>, <c>proceedings</c> or <c>outcome</c>.</param>
/// <param name="On">When it was taken, as precisely as the source says.</param>
/// <param name="Value">In which way, such as <c>mandatory</c>, <c>independent</c>, <c>file-to-cps</c> or <c>hearing</c>.</param>
/// <param name="With">The other case, where cases are combined or split.</param>
/// <param name="Note">More about it; may be empty.</param>
/// <param name="Source">Where it was read.</param>
[WireName("ingestion.investigation-step-reported.v1")]
public sealed record InvestigationStepReported(
    string Body, string Case, string Step, string On, string? Value, string? With, string Note, Source Source) : IContract;
