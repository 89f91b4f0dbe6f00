using System.Collections.Immutable;
using Oversight.Core;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.Causes;
using Oversight.Monitoring.Deadlines;
using Oversight.Monitoring.Records;
using Oversight.Monitoring.ReportResponses;

namespace Oversight.Monitoring.Rulebooks;

/// <summary>What somebody had to do by a day. Whether it was missed follows from what was known on the day that is looked at, and not from when a clock noticed it.</summary>
/// <param name="Answers">Reports and the answers to them.</param>
/// <param name="Causes">Causes of concern and their recommendations.</param>
public sealed record Duties(ReportResponseRecord? Answers, BodyCauses? Causes)
{
    public static readonly Duties None = new(null, null);

    public Duties With(BodyEvent @event) => @event switch
    {
        // The name of a fact has its body in the second place, and whose duty it is follows from the body.
        BodyEvent.ReportResponseNoted e => this with { Answers = ReportResponseRecord.Evolve(Answers ?? ReportResponseRecord.Empty(e.Provenance.FactId.Split('/') is [_, var body, ..] ? body : ""), Whenever(e)) },
        BodyEvent.CauseNoted or BodyEvent.CauseStepNoted => this with { Causes = BodyCauses.Evolve(Causes ?? BodyCauses.Empty(""), Whenever(@event)) },
        _ => this,
    };

    /// <summary>Those that were surely missed before a day, as far as was known.</summary>
    public ImmutableArray<Dated<DutyMissed>> MissedBefore(DateOnly day, DateOnly knownAt) =>
    [
        .. AllDeadlines.All(new(day, knownAt), Answers, Causes).Where(deadline => deadline.IsMissedBefore(day)).Select(Missed).OfType<Dated<DutyMissed>>().Where(missed => missed.On <= knownAt)
            .OrderBy(missed => missed.On).ThenBy(missed => missed.Value.ToString(), StringComparer.Ordinal),
    ];

    /// <summary>Every day on which that may change: whatever came out, and whatever day was over.</summary>
    public IReadOnlyList<DateOnly> Days()
    {
        if (!AllDeadlines.All(new(DateOnly.MaxValue, DateOnly.MaxValue), Answers, Causes).Any())
        {
            return [];
        }

        PartialDate?[] dates =
        [
            .. (Answers?.Steps ?? []).SelectMany(step => Dates(step, step.Value.On)), .. (Causes?.Causes ?? []).SelectMany(cause => Dates(cause, cause.Value.RaisedOn)),
            .. (Causes?.Steps ?? []).SelectMany(step => Dates(step, step.Value.On)),
        ];
        var days = dates.OfType<PartialDate>().SelectMany(date => new[] { date.First, date.Last }).Distinct().ToArray();
        return [.. days.Append(DateOnly.MaxValue).SelectMany(day => AllDeadlines.All(new(DateOnly.MaxValue, day), Answers, Causes)).Select(deadline => deadline.LastDay.AddDays(1)).Concat(days).Distinct()];
    }

    // That a day had passed could be known on the next one, if what set it was public by then.
    private static Dated<DutyMissed>? Missed(Deadline deadline)
    {
        var passed = deadline.LastDay.AddDays(1);
        return deadline.PublishedOn is null && deadline.Kind != ReportResponse.Kind ? null : new(
            new(deadline.About, deadline.LastDay), deadline.PublishedOn?.Last > passed ? deadline.PublishedOn.Value.Last : passed,
            new(deadline.Claims[0], $"deadline/{deadline.Kind}/{deadline.Id}", 1, deadline.Cited, "none", 0, deadline.PublishedOn));
    }

    private static IEnumerable<PartialDate?> Dates<T>(Backed<T> said, PartialDate? on)
        where T : notnull => said.Evidence.Select(source => source.Provenance.PublishedOn).Append(on);

    // When this system heard of it says nothing of when it was known.
    private static Recorded Whenever(BodyEvent said) => new(said, DateTimeOffset.MaxValue, 0);
}
