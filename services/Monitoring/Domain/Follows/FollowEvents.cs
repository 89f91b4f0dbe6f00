using Oversight.Core;

namespace Oversight.Monitoring.Follows;

/// <summary>What is kept of what one person follows. Their mailbox is only named: its address lies where it can be forgotten.</summary>
public abstract record FollowEvent
{
    private FollowEvent() { }

    /// <summary>Somebody begins to follow changes.</summary>
    /// <param name="Follow">Its id.</param>
    /// <param name="Name">What they call it.</param>
    /// <param name="Filter">Which changes.</param>
    /// <param name="Mail">How they are mailed; missing where they look for themselves.</param>
    /// <param name="Position">Where the record stood: what came before is no news.</param>
    [EventName("monitoring.follow-started.v1")]
    public sealed record FollowStarted(string Follow, string Name, FollowFilter Filter, Mailing? Mail, long Position, Actor By, DateTimeOffset At) : FollowEvent;

    /// <summary>They follow other changes, or want to hear of them in another way.</summary>
    /// <param name="Follow">Its id.</param>
    /// <param name="Name">What they call it.</param>
    /// <param name="Filter">Which changes.</param>
    /// <param name="Mail">How they are mailed; missing where they look for themselves.</param>
    /// <param name="Told">The position from which on mails tell.</param>
    [EventName("monitoring.follow-changed.v1")]
    public sealed record FollowChanged(string Follow, string Name, FollowFilter Filter, Mailing? Mail, long Told, DateTimeOffset At) : FollowEvent;

    /// <summary>They follow it no more.</summary>
    /// <param name="Follow">Its id.</param>
    /// <param name="How">Signed in, or by the link in a mail.</param>
    [EventName("monitoring.follow-ended.v1")]
    public sealed record FollowEnded(string Follow, EndedHow How, DateTimeOffset At) : FollowEvent;

    /// <summary>They have looked at what changed.</summary>
    /// <param name="Follow">Its id.</param>
    /// <param name="Position">Up to where.</param>
    [EventName("monitoring.follow-seen.v1")]
    public sealed record FollowSeen(string Follow, long Position, DateTimeOffset At) : FollowEvent;

    /// <summary>A mail is about to go; should that not be known to have come off, the same mail goes again.</summary>
    /// <param name="Follow">The id of the follow.</param>
    /// <param name="After">The position after which it tells.</param>
    /// <param name="Upto">The position up to which it tells.</param>
    [EventName("monitoring.follow-digest-begun.v1")]
    public sealed record DigestBegun(string Follow, long After, long Upto, DateTimeOffset At) : FollowEvent;

    /// <summary>A mail server took the mail.</summary>
    /// <param name="Follow">The id of the follow.</param>
    /// <param name="Upto">The position up to which it tells.</param>
    [EventName("monitoring.follow-digest-sent.v1")]
    public sealed record DigestSent(string Follow, long Upto, DateTimeOffset At) : FollowEvent;

    /// <summary>A mail server refuses the mailbox for good; nothing more goes there until its owner has changed something.</summary>
    /// <param name="Follow">The id of the follow.</param>
    /// <param name="Mailbox">Which mailbox.</param>
    /// <param name="Because">What the server said.</param>
    [EventName("monitoring.follow-mailbox-refused.v1")]
    public sealed record MailboxRefused(string Follow, Guid Mailbox, string Because, DateTimeOffset At) : FollowEvent;
}

/// <summary>How somebody is mailed.</summary>
/// <param name="Often">How often.</param>
/// <param name="Mailbox">Where to; another address is another mailbox.</param>
public sealed record Mailing(MailFrequency Often, Guid Mailbox);

/// <summary>How often mails come.</summary>
public enum MailFrequency
{
    /// <summary>As soon as something has changed.</summary>
    Immediate,

    /// <summary>Every morning on which there is something to tell.</summary>
    Daily,

    /// <summary>Every Monday morning on which there is something to tell.</summary>
    Weekly,
}

/// <summary>How a follow came to its end.</summary>
public enum EndedHow
{
    SignedIn,
    ByMail,
}
