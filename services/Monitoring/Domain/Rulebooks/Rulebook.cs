using System.Text.Json.Serialization;
using Oversight.Core;
using Oversight.Monitoring.Rulebooks.Rules;

namespace Oversight.Monitoring.Rulebooks;

/// <summary>One version of the rules. It never changes once it has been in effect: what is to be otherwise gets a new id.</summary>
/// <param name="Id">Such as <c>2026-1</c>.</param>
/// <param name="Title">What people call it.</param>
/// <param name="From">The first day on which it raises prompts; null for one that is only tried over the past.</param>
/// <param name="Until">The first day on which it no longer does.</param>
/// <param name="Rules">Each with its settings.</param>
public sealed record Rulebook(string Id, string Title, DateOnly? From, DateOnly? Until, IReadOnlyList<Rule> Rules)
{
    /// <summary>Does it raise prompts on that day?</summary>
    public bool IsInEffect(DateOnly day) => From <= day && !(Until <= day);

    /// <summary>What its rules see in what was known by the end of <see cref="Known.Day"/>: one sign for each key, with all that it rests on.</summary>
    public IReadOnlyList<Sign> Signs(Known known) =>
    [
        .. Rules.SelectMany(rule => rule.Signs(known)).GroupBy(sign => sign.Key)
            .Select(same => same.First() with { Evidence = [.. same.SelectMany(sign => sign.Evidence).Distinct()] })
            .OrderBy(sign => sign.Rule, StringComparer.Ordinal).ThenBy(sign => sign.Key, StringComparer.Ordinal),
    ];

    /// <summary>After how many months a rule holds what it rests on for too old; each at most once.</summary>
    public IEnumerable<int> Lapses => Rules.Select(rule => rule.LapsesAfterMonths).Distinct();
}

/// <summary>A rule and its settings. Each is one file: what it looks for, what it says, and what would clear it.</summary>
/// <param name="LapsesAfterMonths">How long what it rests on counts.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "rule")]
[JsonDerivedType(typeof(InadequateWhereItProtects), InadequateWhereItProtects.Id)]
[JsonDerivedType(typeof(CauseAccelerated), CauseAccelerated.Id)]
[JsonDerivedType(typeof(CauseReissued), CauseReissued.Id)]
[JsonDerivedType(typeof(CausesInSum), CausesInSum.Id)]
[JsonDerivedType(typeof(RecordingRateDown), RecordingRateDown.Id)]
[JsonDerivedType(typeof(StopSearchShareDown), StopSearchShareDown.Id)]
[JsonDerivedType(typeof(DeadlineWasMissed), DeadlineWasMissed.Id)]
public abstract record Rule(int LapsesAfterMonths)
{
    /// <summary>What it sees in what was known; nothing when all is well.</summary>
    public abstract IEnumerable<Sign> Signs(Known known);

    /// <summary>Does it still count on the day that is looked at?</summary>
    protected bool Counts(DateOnly since, Known known) => since.AddMonths(LapsesAfterMonths) > known.Day;
}

/// <summary>What a rule saw. It suggests a closer look and decides nothing.</summary>
/// <param name="Rule">The rule's stable id.</param>
/// <param name="Key">What it saw it in; the same as long as it is the same thing.</param>
/// <param name="Because">A sentence that a person understands.</param>
/// <param name="Clears">What would clear it.</param>
/// <param name="Evidence">What it rests on.</param>
public sealed record Sign(string Rule, string Key, string Because, string Clears, IReadOnlyList<SignEvidence> Evidence);

/// <summary>One claim that a sign rests on.</summary>
public sealed record SignEvidence(string FactId, Guid ClaimId, string Says, string Cited, PartialDate? PublishedOn)
{
    /// <summary>That of something known.</summary>
    public static SignEvidence Of<T>(Dated<T> known, string says) =>
        new(known.Source.FactId, known.Source.ClaimId, known.SaidSince is { } since ? $"{says} ({since})" : says, known.Source.Cited, known.Source.PublishedOn);
}
