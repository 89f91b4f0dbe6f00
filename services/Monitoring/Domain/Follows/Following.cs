using System.Collections.Immutable;
using System.Diagnostics;
using Oversight.Core;
using static Oversight.Monitoring.Follows.FollowCommand;
using static Oversight.Monitoring.Follows.FollowEvent;

namespace Oversight.Monitoring.Follows;

/// <summary>Changes that somebody follows.</summary>
/// <param name="Told">The position up to which mails have told.</param>
/// <param name="Seen">The position up to which they have looked.</param>
public sealed record Follow(string Id, string Name, FollowFilter Filter, Mailing? Mail, long Told, long Seen, DateTimeOffset StartedAt)
{
    /// <summary>A mail of which nobody knows yet whether it went.</summary>
    public DigestBegun? Pending { get; init; }

    /// <summary>Why nothing goes to the mailbox.</summary>
    public MailboxRefused? Refused { get; init; }

    public DateTimeOffset? LastSentAt { get; init; }
}

/// <summary>What one person follows.</summary>
/// <param name="All">In the order in which it began.</param>
/// <param name="Ended">The ids of what they follow no more.</param>
public sealed record Following(ImmutableList<Follow> All, ImmutableHashSet<string> Ended)
{
    public const int Most = 50, LongestName = 100;

    public static readonly Following Nothing = new([], []);

    public static readonly Decider<Following, FollowCommand, FollowEvent> Decider = new(Nothing, Decide, Evolve);

    public Follow? Find(string id) => All.Find(follow => follow.Id == id);

    public static FollowEvent[] Decide(FollowCommand command, Following following) => command switch
    {
        StartFollow c => following.Start(c),
        ChangeFollow c => following.Change(c),
        EndFollow c => following.Ended.Contains(c.Follow) ? [] : [new FollowEnded(following.Known(c.Follow).Id, c.How, c.At)],
        SeeFollow c => c.Position <= following.Known(c.Follow).Seen ? [] : [new FollowSeen(c.Follow, c.Position, c.At)],
        BeginDigest c => following.Known(c.Follow) is { Mail: not null, Refused: null, Pending: null } follow && follow.Told == c.After && c.Upto > c.After
            ? [new DigestBegun(c.Follow, c.After, c.Upto, c.At)] : [],
        SendDigest c => following.Known(c.Follow).Pending?.Upto == c.Upto ? [new DigestSent(c.Follow, c.Upto, c.At)] : [],
        RefuseMailbox c => following.Known(c.Follow) is { Refused: null, Mail: { } mail } && mail.Mailbox == c.Mailbox
            ? [new MailboxRefused(c.Follow, c.Mailbox, c.Because, c.At)] : [],
        _ => throw new UnreachableException(),
    };

    public static Following Evolve(Following following, FollowEvent @event) => @event switch
    {
        FollowStarted e => following with { All = following.All.Add(new(e.Follow, e.Name, e.Filter, e.Mail, e.Position, e.Position, e.At)) },
        FollowEnded e => new(following.All.RemoveAll(follow => follow.Id == e.Follow), following.Ended.Add(e.Follow)),
        FollowChanged e => following.With(e.Follow, follow => follow with
        {
            Name = e.Name, Filter = e.Filter, Mail = e.Mail, Told = e.Told,
            Pending = e.Told == follow.Told && e.Mail is not null ? follow.Pending : null,
            Refused = e.Mail?.Mailbox == follow.Mail?.Mailbox ? follow.Refused : null,
        }),
        FollowSeen e => following.With(e.Follow, follow => follow with { Seen = e.Position }),
        DigestBegun e => following.With(e.Follow, follow => follow with { Pending = e }),
        DigestSent e => following.With(e.Follow, follow => follow with { Pending = null, Told = e.Upto, LastSentAt = e.At }),
        MailboxRefused e => following.With(e.Follow, follow => follow with { Refused = e }),
        _ => throw new UnreachableException(),
    };

    private FollowEvent[] Start(StartFollow c)
    {
        if (Find(c.Follow) is not null || Ended.Contains(c.Follow))
        {
            return [];
        }

        Check(c.Follow, c.Name, c.Filter);
        Insist(All.Count < Most, "follow.too-many", $"You follow {Most} things already, which is the most; stop one first.");
        return [new FollowStarted(c.Follow, c.Name.Trim(), Normal(c.Filter), c.Mail, c.Position, c.By, c.At)];
    }

    private FollowEvent[] Change(ChangeFollow c)
    {
        var (before, name, filter) = (Known(c.Follow), c.Name.Trim(), Normal(c.Filter));
        if (before.Name == name && before.Mail == c.Mail && before.Filter.IsSameAs(filter))
        {
            return [];
        }

        Check(c.Follow, name, filter);

        // What somebody did not follow before, or was not mailed, is news from now on only.
        var goesOn = before.Filter.IsSameAs(filter) && before.Mail is not null;
        return [new FollowChanged(c.Follow, name, filter, c.Mail, goesOn ? before.Told : Math.Max(c.Position, before.Told), c.At)];
    }

    private void Check(string id, string name, FollowFilter filter)
    {
        Insist(Act.IsReason(name), "follow.name-missing", "Give it a name by which you know it again.");
        Insist(name.Trim().Length <= LongestName, "follow.name-too-long", $"A name has at most {LongestName} characters.");
        Insist(!name.Any(char.IsControl), "follow.name-malformed", "A name is one line.");
        Normal(filter).Check();
        if (All.Find(other => other.Id != id && other.Filter.IsSameAs(Normal(filter))) is { } same)
        {
            throw new RejectedException("follow.duplicate", $"You follow exactly that already, as '{same.Name}'.");
        }
    }

    private Follow Known(string id) => Find(id) ?? throw new RejectedException("follow.unknown", "You follow nothing of that id.");

    private Following With(string id, Func<Follow, Follow> change) =>
        All.FindIndex(follow => follow.Id == id) is >= 0 and var at ? this with { All = All.SetItem(at, change(All[at])) } : this;

    private static FollowFilter Normal(FollowFilter filter) => FollowFilter.Of(filter.Bodies, filter.Kinds, filter.Service);

    private static void Insist(bool holds, string rule, string because)
    {
        if (!holds)
        {
            throw new RejectedException(rule, because);
        }
    }
}
