namespace Oversight.Portal.Api;

/// <summary>The answer of /api/v1/changes.</summary>
public sealed record ChangeList(long After, long Position, string? Since, int BodiesChanged, IReadOnlyList<BodyChanges> Bodies);

/// <summary>What reads otherwise of one body.</summary>
public sealed record BodyChanges(string Id, string Name, string LastAt, int Total, IReadOnlyList<Change> Changes);

/// <summary>An entry of its timeline: new, changed or gone.</summary>
public sealed record Change(string What, string Id, string? On, string Kind, string Title, string? Before, IReadOnlyList<string> Marks, IReadOnlyList<Source> Sources, string? Reason, string? Detail = null);

/// <summary>The answer of /api/v1/changes/position.</summary>
public sealed record ChangePosition(long Position, long Changes);
