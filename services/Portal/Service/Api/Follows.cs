namespace Oversight.Portal.Api;

/// <summary>The answer of /api/v1/follows.</summary>
public sealed record FollowList(bool MailGoes, int Most, IReadOnlyList<Follow> Follows);

/// <summary>What somebody follows.</summary>
public sealed record Follow(
    string Id, string Name, IReadOnlyList<string> Bodies, IReadOnlyList<string> Kinds, string? Service, string Mail, string? Address,
    string? NextAt, string? LastSentAt, string? MailboxRefused, string Feed, string StartedAt, long Seen);

/// <summary>The answer of /api/v1/unsubscribe.</summary>
public sealed record Unsubscription(string? Name, bool Ended);
