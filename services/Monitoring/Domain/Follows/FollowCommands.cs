using Oversight.Core;

namespace Oversight.Monitoring.Follows;

/// <summary>What may be asked of what one person follows.</summary>
public abstract record FollowCommand
{
    private FollowCommand() { }

    /// <param name="Follow">An id that nothing else has.</param>
    /// <param name="Position">Where the record stands.</param>
    public sealed record StartFollow(string Follow, string Name, FollowFilter Filter, Mailing? Mail, long Position, Actor By, DateTimeOffset At) : FollowCommand;

    /// <param name="Position">Where the record stands.</param>
    public sealed record ChangeFollow(string Follow, string Name, FollowFilter Filter, Mailing? Mail, long Position, DateTimeOffset At) : FollowCommand;

    public sealed record EndFollow(string Follow, EndedHow How, DateTimeOffset At) : FollowCommand;

    public sealed record SeeFollow(string Follow, long Position, DateTimeOffset At) : FollowCommand;

    public sealed record BeginDigest(string Follow, long After, long Upto, DateTimeOffset At) : FollowCommand;

    public sealed record SendDigest(string Follow, long Upto, DateTimeOffset At) : FollowCommand;

    public sealed record RefuseMailbox(string Follow, Guid Mailbox, string Because, DateTimeOffset At) : FollowCommand;
}
