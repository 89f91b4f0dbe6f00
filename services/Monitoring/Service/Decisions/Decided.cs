using Oversight.Contracts;
using Oversight.Contracts.Monitoring.V1;
using Oversight.Core;
using Oversight.Monitoring.Bodies;

namespace Oversight.Monitoring.Decisions;

/// <summary>What of a decision is others' business: that it stands, and that it is public. What is only proposed is not.</summary>
internal static class Decided
{
    public static IEnumerable<IContract> Contracts(string body, BodyEvent @event) => @event switch
    {
        BodyEvent.MoveConfirmed e =>
        [
            new DecisionConfirmed(
                body, e.Decision, e.Phase, e.EffectiveOn.ToString(), e.DecidedOn.ToString(), e.PublishedOn?.ToString(), e.Reason, Person(e.ProposedBy), Person(e.By), e.At),
        ],
        BodyEvent.MovePublished e => [new DecisionPublished(body, e.Decision, e.Phase, e.EffectiveOn.ToString(), e.PublishedOn.ToString())],
        _ => [],
    };

    private static Person Person(Actor actor) => new(actor.Subject, actor.Name, actor.Role!.Value.Word);
}
