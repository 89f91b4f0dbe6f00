namespace Oversight.Core;

/// <summary>The pure heart of a kind of stream: what may be decided, and how its events fold into state.</summary>
/// <param name="Initial">The state of a stream without events.</param>
/// <param name="Decide">Events to append; none when it already holds; <see cref="RejectedException"/> when the state forbids it.</param>
/// <param name="Evolve">The state after one more event.</param>
public sealed record Decider<TState, TCommand, TEvent>(
    TState Initial, Func<TCommand, TState, TEvent[]> Decide, Func<TState, TEvent, TState> Evolve)
    where TEvent : notnull;
