using System.Text.Json;
using Oversight.Core;
using Xunit;

namespace Oversight.Specs;

/// <summary>Given a history, when a command comes, then exactly these events or this refusal.</summary>
public abstract class Spec<TState, TCommand, TEvent>(Decider<TState, TCommand, TEvent> decider)
    where TEvent : notnull
{
    private TState _state = decider.Initial;
    private TCommand? _command;

    protected Spec<TState, TCommand, TEvent> Given(params TEvent[] history)
    {
        _state = history.Aggregate(_state, decider.Evolve);
        return this;
    }

    public Spec<TState, TCommand, TEvent> When(TCommand command)
    {
        _command = command;
        return this;
    }

    /// <summary>Exactly these events; and the same command a second time adds nothing.</summary>
    public void Then(params TEvent[] expected)
    {
        var decided = decider.Decide(_command!, _state);
        Assert.Equal(expected.Select(AsStored), decided.Select(AsStored));
        Assert.Empty(DecidedAgain(decided.Aggregate(_state, decider.Evolve)));
    }

    public void ThenNothing() => Then();

    public void ThenRejected(string rule) =>
        Assert.Equal(rule, Assert.Throws<RejectedException>(() => { decider.Decide(_command!, _state); }).Rule);

    // Records that hold lists are equal by reference only; as stored they are equal by content.
    private static string AsStored(TEvent @event) => @event.GetType().Name + JsonSerializer.Serialize(@event, @event.GetType(), EventJson.Options);

    private TEvent[] DecidedAgain(TState state)
    {
        try
        {
            return decider.Decide(_command!, state);
        }
        catch (RejectedException)
        {
            return [];
        }
    }
}
