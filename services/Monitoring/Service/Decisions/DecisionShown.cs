using Oversight.Core;
using Oversight.Hosting;

namespace Oversight.Monitoring.Decisions;

/// <summary>A proposed move, and what became of it.</summary>
/// <param name="Id">Its id, by which people act on it.</param>
/// <param name="Body">The body that is to move.</param>
/// <param name="To"><c>engage</c> or <c>scan</c>.</param>
/// <param name="State">How it stands.</param>
/// <param name="EffectiveOn">From when the move is to hold.</param>
/// <param name="DecidedOn">When it was decided.</param>
/// <param name="PublishedOn">When it was made public; null while it is not.</param>
/// <param name="Reason">Why it was proposed.</param>
/// <param name="Evidence">The facts and claims it rests on.</param>
/// <param name="ExpiresAt">When it runs out if nobody decides.</param>
/// <param name="SupersededBy">The newer proposal that took its place.</param>
/// <param name="Acts">Who did what, when and why, oldest first.</param>
public sealed record DecisionShown(
    string Id, string Body, string To, DecisionState State, PartialDate EffectiveOn, PartialDate? DecidedOn, PartialDate? PublishedOn,
    string Reason, IReadOnlyList<string> Evidence, DateTimeOffset ExpiresAt, string? SupersededBy, IReadOnlyList<ActShown> Acts)
{
    internal static DecisionShown Of(DecisionRead read) => new(
        read.Id, read.Body, read.Proposal.Phase, read.State, read.Proposal.EffectiveOn, read.DecidedOn, read.PublishedOn,
        read.Proposal.Reason, read.Proposal.Evidence, read.Proposal.ExpiresAt, read.SupersededBy, [.. read.Acts.Select(ActShown.Of)]);
}

/// <summary>One act.</summary>
/// <param name="What">proposed, confirmed, published, declined, withdrawn, interrupted, resumed, superseded or expired.</param>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
/// <param name="Why">Why, in their words.</param>
/// <param name="RecordedAt">Since when this system has it.</param>
public sealed record ActShown(string What, ActorShown By, DateTimeOffset At, string? Why, DateTimeOffset RecordedAt)
{
    internal static ActShown Of(ActNoted act) => new(act.What, new(act.By.Subject, act.By.Name, act.By.Role?.Word), act.At, act.Why, act.RecordedAt);
}

/// <summary>Who acted.</summary>
/// <param name="Subject">As the identity provider knows them.</param>
/// <param name="Name">Their name.</param>
/// <param name="Role">The role that let them; null for the clock of this system.</param>
public sealed record ActorShown(string Subject, string Name, string? Role);

/// <summary>Decisions, newest first.</summary>
public sealed record DecisionList(DateOnly AsOf, DateOnly KnownAt, DateTimeOffset RecordedAt, bool Strict, IReadOnlyList<DecisionShown> Decisions)
{
    internal static DecisionList Of(IEnumerable<DecisionRead> decisions, Moment moment) =>
        new(moment.AsOf, moment.KnownAt, moment.Until, moment.Strict, [.. decisions.Select(DecisionShown.Of)]);
}
