namespace Oversight.Portal.Api;

/// <summary>The answer of /api/v1/programmes.</summary>
public sealed record Programmes([property: System.Text.Json.Serialization.JsonPropertyName("programmes")] IReadOnlyList<Programme> All);

/// <summary>The answer of /api/v1/grades of one programme.</summary>
public sealed record GradeMatrix(Programme Programme, IReadOnlyList<string> Areas, IReadOnlyList<GradesOfBody> Bodies);

/// <summary>A row of it.</summary>
public sealed record GradesOfBody(string Id, IReadOnlyList<Grade> Grades, int Graded, int Of, int CannotTell);

/// <summary>The answer of /api/v1/audits.</summary>
public sealed record Audits([property: System.Text.Json.Serialization.JsonPropertyName("audits")] IReadOnlyList<Audit> All, string Note);

/// <summary>The answer of /api/v1/practice.</summary>
public sealed record PracticeLibrary(IReadOnlyList<Practice> Practices);

/// <summary>Something a body does well, as an inspection described it.</summary>
public sealed record Practice(string Body, [property: System.Text.Json.Serialization.JsonPropertyName("practice")] string Text, string? Label, string? Programme, string? Inspection, string? PublishedOn,
    IReadOnlyList<Adoption> AdoptedBy, IReadOnlyList<string> Marks, IReadOnlyList<Source> Sources);

/// <summary>Who took it up.</summary>
public sealed record Adoption(string By, string? On, IReadOnlyList<string> Marks, IReadOnlyList<Source> Sources);

/// <summary>The answer of /api/v1/findings.</summary>
public sealed record FindingSeries(string Note, IReadOnlyList<FindingsOfTopic> Series);

/// <summary>What was found on one topic against one standard.</summary>
public sealed record FindingsOfTopic(string Topic, string? Standard, IReadOnlyList<Finding> Findings);

/// <summary>What was found at one body.</summary>
public sealed record Finding(string Body, string? Programme, string? Inspection, string? PublishedOn, IReadOnlyList<string> Texts, string Verdict, IReadOnlyList<FindingSide> Sides, IReadOnlyList<string> Marks);

/// <summary>As one source has it, or several that agree.</summary>
public sealed record FindingSide(int? Count, int? OutOf, decimal? Percent, IReadOnlyList<Source> Sources);
