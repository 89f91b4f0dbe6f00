namespace Oversight.Portal.Api;

/// <summary>The answer of /api/v1/decisions, and of a body's own.</summary>
public sealed record DecisionList(IReadOnlyList<Decision> Decisions);

/// <summary>A move that somebody proposed, and what became of it.</summary>
public sealed record Decision(string Id, string Body, string To, string State, string EffectiveOn, string? DecidedOn, string? PublishedOn, string Reason, IReadOnlyList<string> Evidence, string ExpiresAt,
    string? SupersededBy, IReadOnlyList<DecisionAct> Acts)
{
    /// <summary>Whether somebody can still decide on it.</summary>
    public bool IsOpen => State is "Proposed" or "OnHold";
}

/// <summary>Who did what about it, when and why.</summary>
public sealed record DecisionAct(string What, Actor By, string At, string? Why);

/// <summary>The answer of /api/v1/attempts, and of /api/v1/attempts/mine.</summary>
/// <param name="Missing">The services that do not answer.</param>
public sealed record AttemptList(IReadOnlyList<Attempt> Attempts, IReadOnlyList<string>? Missing = null);

/// <summary>What somebody tried and was refused.</summary>
public sealed record Attempt(string At, string Subject, string Name, IReadOnlyList<string> Roles, string Act, string Target, string Rule, string Because);

/// <summary>The answer of /api/v1/prompts.</summary>
public sealed record PromptList(IReadOnlyList<PromptLine> Prompts);

/// <summary>A rule's suggestion to look closer at a body.</summary>
public sealed record PromptLine(string Body, string Name, string Phase, bool Standing, Prompt Prompt);

/// <summary>What it says and on what it rests.</summary>
public sealed record Prompt(string PromptId, string Rulebook, string Rule, string RaisedOn, string Because, string Clears, IReadOnlyList<PromptEvidence> Evidence);

/// <summary>A claim on which it rests.</summary>
public sealed record PromptEvidence(string FactId, string ClaimId, string Says, string Cited, string? PublishedOn);
