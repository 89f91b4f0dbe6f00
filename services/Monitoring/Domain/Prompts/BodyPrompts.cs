using Oversight.Core;
using Oversight.Monitoring.Rulebooks;
using static Oversight.Monitoring.Bodies.BodyEvent;

namespace Oversight.Monitoring.Prompts;

/// <summary>The prompts that were raised for one body, oldest first.</summary>
public sealed record BodyPrompts(string Id, IReadOnlyList<Prompt> Prompts)
{
    public static BodyPrompts Evolve(BodyPrompts prompts, Bodies.BodyEvent @event, DateTimeOffset recordedAt) => @event switch
    {
        PromptRaised e => prompts with
        {
            Prompts = [.. prompts.Prompts, new(e.PromptId, e.Rulebook, e.Rule, e.On, e.Because, e.Clears, e.Evidence, recordedAt, null)],
        },
        PromptCleared e => prompts with
        {
            Prompts = [.. prompts.Prompts.Select(prompt => prompt.PromptId == e.PromptId && prompt.Cleared is null ? prompt with { Cleared = new(e.On, e.Because, recordedAt) } : prompt)],
        },
        _ => prompts,
    };

    /// <summary>Those that had been raised, as they stood then.</summary>
    public IEnumerable<Prompt> Seen(Viewpoint viewpoint) =>
        Prompts.Where(prompt => prompt.RaisedOn <= viewpoint.AsOf && viewpoint.HasRecorded(prompt.RecordedAt)
                && prompt.Evidence.All(evidence => viewpoint.Knew(evidence.PublishedOn, null) != Answer.No))
            .Select(prompt => prompt.Cleared is { } cleared && (cleared.On > viewpoint.AsOf || !viewpoint.HasRecorded(cleared.RecordedAt))
                ? prompt with { Cleared = null } : prompt);
}

/// <summary>A rule's suggestion that a body needs a closer look.</summary>
/// <param name="PromptId">Its id.</param>
/// <param name="Rulebook">By which rulebook.</param>
/// <param name="Rule">By which of its rules.</param>
/// <param name="RaisedOn">On which day.</param>
/// <param name="Because">Why, in a sentence.</param>
/// <param name="Clears">What would clear it.</param>
/// <param name="Evidence">What it rests on.</param>
/// <param name="RecordedAt">Since when this system has it.</param>
/// <param name="Cleared">When and why it no longer stood; null while it stands.</param>
public sealed record Prompt(
    Guid PromptId, string Rulebook, string Rule, DateOnly RaisedOn, string Because, string Clears, IReadOnlyList<SignEvidence> Evidence,
    DateTimeOffset RecordedAt, PromptEnd? Cleared);

/// <summary>How a prompt ended.</summary>
public sealed record PromptEnd(DateOnly On, string Because, DateTimeOffset RecordedAt);
