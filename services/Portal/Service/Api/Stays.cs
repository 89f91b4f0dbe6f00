namespace Oversight.Portal.Api;

/// <summary>The answer of /api/v1/bodies/{id}/stays.</summary>
public sealed record StaysInFull(string Id, string Name, string Service, string? MonitoringGroup, string? OversightGroup, IReadOnlyList<StayInFull> Stays, IReadOnlyList<StayStep> StepsApart, IReadOnlyList<StayEnd> ReturnsWithoutEntry);

/// <summary>A stay with everything that happened in it.</summary>
public sealed record StayInFull(Stay Stay, IReadOnlyList<CalledAs> AlsoCalled, IReadOnlyList<StayStep> Steps);

/// <summary>What others call a stay.</summary>
public sealed record CalledAs(string Label, string By);

/// <summary>Something that happened in a stay.</summary>
public sealed record StayStep(string Step, string? On, string Title, string? Detail, IReadOnlyList<Source> Sources, IReadOnlyList<string> Marks);
