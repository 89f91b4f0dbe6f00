using System.Text.Json.Serialization;
using Oversight.Core;

namespace Oversight.Monitoring.Follows;

/// <summary>What somebody asks to follow.</summary>
/// <param name="Name">What they call it.</param>
/// <param name="Bodies">Ids or names of bodies; none means all.</param>
/// <param name="Kinds">Kinds of entries of a timeline; none means all.</param>
/// <param name="Service"><c>police</c> or <c>fire</c>.</param>
/// <param name="Mail"><c>never</c>, <c>immediate</c>, <c>daily</c> or <c>weekly</c>; never by default.</param>
/// <param name="Address">Where mails go.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record FollowAsked(string? Name, IReadOnlyList<string>? Bodies = null, IReadOnlyList<string>? Kinds = null, string? Service = null, string? Mail = null, string? Address = null);

/// <summary>Up to where somebody has looked.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SeenAsked(long Position);

/// <summary>What somebody follows.</summary>
/// <param name="MailGoes">Does mail leave this system? Where it does not, changes are followed here and by feed.</param>
/// <param name="Most">How many follows a person has at most.</param>
public sealed record FollowList(bool MailGoes, int Most, IReadOnlyList<FollowShown> Follows);

/// <summary>One follow.</summary>
/// <param name="Mail"><c>never</c>, <c>immediate</c>, <c>daily</c> or <c>weekly</c>.</param>
/// <param name="Address">Where mails go.</param>
/// <param name="NextAt">When the next mail is due, if there is something to tell by then.</param>
/// <param name="LastSentAt">When the last one went.</param>
/// <param name="MailboxRefused">Why nothing goes to the address any more.</param>
/// <param name="Feed">The address of its feed; whoever has it can read it.</param>
/// <param name="Seen">The position up to which they have looked.</param>
public sealed record FollowShown(
    string Id, string Name, IReadOnlyList<string> Bodies, IReadOnlyList<string> Kinds, string? Service, string Mail, string? Address,
    DateTimeOffset? NextAt, DateTimeOffset? LastSentAt, string? MailboxRefused, string Feed, DateTimeOffset StartedAt, long Seen)
{
    internal static FollowShown Of(Follow follow, string? address, string feed, DateTimeOffset now) => new(
        follow.Id, follow.Name, follow.Filter.Bodies, follow.Filter.Kinds, follow.Filter.Service, follow.Mail?.Often.Word ?? Never, address,
        follow is { Mail.Often: MailFrequency.Daily or MailFrequency.Weekly, Refused: null } ? Digests.Schedule.Next(now, follow.Mail.Often == MailFrequency.Weekly) : null,
        follow.LastSentAt, follow.Refused?.Because, $"/api/v1/feeds/{feed}", follow.StartedAt, follow.Seen);

    internal const string Never = "never";
}
