using Oversight.Core;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.Rulebooks;
using System.Collections.Immutable;
using static Oversight.Monitoring.Bodies.BodyEvent;

namespace Oversight.Monitoring.Prompts;

/// <summary>The prompts that stand for one body, and what rules look at.</summary>
public sealed record Reviewed(Signals Signals, ImmutableSortedDictionary<Guid, PromptRaised> Standing)
{
    public static readonly Reviewed Nothing = new(Signals.None, ImmutableSortedDictionary<Guid, PromptRaised>.Empty);

    /// <summary>What a review raises and clears; nothing when nothing has changed since the last.</summary>
    public BodyEvent[] Decide(BodyCommand.Review review)
    {
        var signs = review.Rulebook.Signs(Known.Ever(Signals).By(review.Today));
        var standing = Standing.Values.ToLookup(prompt => (prompt.Rulebook, prompt.Key));
        var seen = signs.Select(sign => (review.Rulebook.Id, sign.Key)).ToHashSet();
        return
        [
            .. Standing.Values.Where(prompt => !seen.Contains((prompt.Rulebook, prompt.Key))).Select(prompt => new PromptCleared(prompt.PromptId, review.Today,
                prompt.Rulebook == review.Rulebook.Id ? "What it rested on no longer holds." : $"Rulebook {review.Rulebook.Id} is in effect instead of {prompt.Rulebook}.")),
            .. signs.Where(sign => !standing.Contains((review.Rulebook.Id, sign.Key))).Select(sign => new PromptRaised(
                NameBasedId.Of(review.Rulebook.Id, sign.Key, review.Today.ToString("O", null)),
                review.Rulebook.Id, sign.Rule, sign.Key, review.Today, sign.Because, sign.Clears, sign.Evidence)),
        ];
    }

    /// <summary>After one more event of the body.</summary>
    public Reviewed With(BodyEvent @event) => @event switch
    {
        PromptRaised raised => this with { Standing = Standing.SetItem(raised.PromptId, raised) },
        PromptCleared cleared => this with { Standing = Standing.Remove(cleared.PromptId) },
        _ => Signals.With(@event) is var signals && ReferenceEquals(signals, Signals) ? this : this with { Signals = signals },
    };
}
