namespace Oversight.Portal.Api;

/// <summary>The answer of /api/v1/investigations, and of a body's own.</summary>
public sealed record Investigations([property: System.Text.Json.Serialization.JsonPropertyName("investigations")] IReadOnlyList<Investigation> All);

/// <summary>An investigation of the police complaints body.</summary>
public sealed record Investigation(string? Body, string? Name, string Id, string Case, string? Stage, string? Route, string? Form, IReadOnlyList<string> Conclusions, IReadOnlyList<string> CombinedWith,
    IReadOnlyList<InvestigationStep> Steps, IReadOnlyList<TrailStep>? Trail = null);

/// <summary>Something that happened in it.</summary>
public sealed record InvestigationStep(string Step, string? On, string? Value, string? Note, IReadOnlyList<Source> Sources, IReadOnlyList<string> Marks);
