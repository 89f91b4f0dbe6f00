using System.Collections.Immutable;
using System.Diagnostics;
using Oversight.Core;
using Oversight.Ingestion.Lineage;
using Oversight.Ingestion.Settlements;
using static Oversight.Ingestion.Facts.FactCommand;
using static Oversight.Ingestion.Facts.FactEvent;

namespace Oversight.Ingestion.Facts;

/// <summary>Everything claimed in a stream of facts. That of a body's moves between phases holds several facts: each move is one.</summary>
/// <param name="Facts">What is said about each fact, by its id.</param>
/// <param name="Known">The ids of all claims made.</param>
public sealed partial record Fact(ImmutableSortedDictionary<string, ImmutableArray<Saying>> Facts, ImmutableHashSet<Guid> Known)
{
    /// <summary>A conflict names no more sides than this; further claims are kept without naming them all again.</summary>
    public const int MostSides = 100;

    /// <summary>What sources disagree about, by the fact, and how that was settled.</summary>
    public ImmutableSortedDictionary<string, Contention> Contentions { get; init; } = ImmutableSortedDictionary.Create<string, Contention>(StringComparer.Ordinal);

    public static Fact Initial { get; } = new(ImmutableSortedDictionary.Create<string, ImmutableArray<Saying>>(StringComparer.Ordinal), []);

    public static readonly Decider<Fact, FactCommand, FactEvent> Decider = new(Initial, Decide, Evolve);

    public static FactEvent[] Decide(FactCommand command, Fact fact) => command switch
    {
        ClaimGrade c => fact.Keep(c, c.Stream, $"{c.Programme}: {c.Area}", new Statement.IsGrade(c.Grade, c.From.PublishedOn),
            FactIds.Claim(c.Stream, c.From, Grades.Text(c.Grade)),
            (source, standing) => new GradeClaimed(c.Body, c.Programme, c.Area, c.Grade, source, standing)),

        ClaimRecordingAudit c => fact.Keep(c, c.Stream, $"{FactIds.Programme(c.Inspection)}: {c.Category}", new Statement.IsRate(c.Percent, c.HalfWidth, c.Sample),
            FactIds.Claim(c.Stream, c.From, FactIds.Number(c.Percent), FactIds.Number(c.HalfWidth), FactIds.Number(c.Sample)),
            (source, standing) => new RecordingAuditClaimed(
                c.Body, c.Inspection, FactIds.Programme(c.Inspection), c.Category, c.Percent, c.HalfWidth, c.Sample, source, standing)),

        ClaimStopSearchAudit c => fact.Keep(c, c.Stream, $"{FactIds.Programme(c.Inspection)}: stop and search records with reasonable grounds",
            new Statement.IsRate(c.Percent, null, c.Records),
            FactIds.Claim(c.Stream, c.From, FactIds.Number(c.Percent), FactIds.Number(c.Records)),
            (source, standing) => new StopSearchAuditClaimed(
                c.Body, c.Inspection, FactIds.Programme(c.Inspection), c.Percent, c.Records, source, standing)),

        ClaimPhaseMove c => fact.Keep(c, fact.Move(c), c.Phase is null ? c.Label : $"Move to {c.Phase}",
            new Statement.IsMove(c.EffectiveOn, c.Until, c.DecidedOn),
            FactIds.Claim(FactIds.MovesInto(c.Body, c.Phase, c.Label), c.From,
                c.Label, c.EffectiveOn.ToString(), c.Until?.ToString(), c.DecidedOn?.ToString(), c.Reason),
            (source, standing) => new PhaseMoveClaimed(c.Body, c.Phase, c.Label, c.EffectiveOn, c.Until, c.DecidedOn, c.Reason, source, standing)),

        ClaimTimelineEntry c => fact.Keep(c, c.Stream, c.Summary, new Statement.Happened(), FactIds.Claim(c.Stream, c.From),
            (source, standing) => new TimelineEntryClaimed(c.Body, c.OccurredOn, c.Kind, c.Summary, source, standing)),

        ClaimCause c => CauseFacts.Keep(c, fact),
        ClaimCauseStep c => CauseFacts.Keep(c, fact),
        ClaimPractice c => FindingFacts.Keep(c, fact),
        ClaimPracticeAdoption c => FindingFacts.Keep(c, fact),
        ClaimFinding c => FindingFacts.Keep(c, fact),

        ClaimEngageStep c => fact.Keep(c),
        ClaimReportResponse c => fact.Keep(c),
        ClaimInvestigationStep c => fact.Keep(c),
        ClaimLink c => fact.Keep(c),
        ClaimSuccession c => LineageFacts.Keep(c, fact),
        ClaimRename c => LineageFacts.Keep(c, fact),
        ClaimJointInspection c => LineageFacts.Keep(c, fact),
        Annotate c => fact.Keep(c),
        _ => throw new UnreachableException(),
    };

    public static Fact Evolve(Fact fact, FactEvent @event) => @event switch
    {
        GradeClaimed e => fact.With(new Statement.IsGrade(e.Grade, e.Provenance.PublishedOn), e.Provenance),
        RecordingAuditClaimed e => fact.With(new Statement.IsRate(e.Percent, e.HalfWidth, e.Sample), e.Provenance),
        StopSearchAuditClaimed e => fact.With(new Statement.IsRate(e.Percent, null, e.Records), e.Provenance),
        PhaseMoveClaimed e => fact.With(new Statement.IsMove(e.EffectiveOn, e.Until, e.DecidedOn), e.Provenance),
        TimelineEntryClaimed e => fact.With(new Statement.Happened(), e.Provenance),
        CauseClaimed e => fact.With(new Statement.IsCause(e.RaisedOn, e.Accelerated, e.Recommendations), e.Provenance),
        CauseStepClaimed { Step: CauseStep.StillOpen, On: { } on } e => fact.With(new Statement.IsCauseStep(on, e.Due), e.Provenance).Heard(CauseFacts.Closing(e.Cause), new Statement.IsStillOpen(on), e.Provenance),
        CauseStepClaimed e => fact.With(new Statement.IsCauseStep(e.On, e.Due), e.Provenance),
        PracticeClaimed e => fact.With(new Statement.Happened(), e.Provenance),
        PracticeAdoptionClaimed e => fact.With(new Statement.IsCauseStep(e.On, null), e.Provenance),
        FindingClaimed e => fact.With(new Statement.IsFinding(e.Count, e.OutOf, e.Percent), e.Provenance),
        EngageStepClaimed e => fact.With(new Statement.IsStep(e.On, null), e.Provenance),
        ReportResponseClaimed e => fact.With(new Statement.IsStep(e.On, null), e.Provenance),
        InvestigationStepClaimed e => fact.With(Investigations.Statement(e), e.Provenance),
        LinkClaimed e => fact.With(new Statement.Happened(), e.Provenance),
        BodySucceeded e => fact.With(new Statement.IsChange(e.LawOn, e.InUseOn), e.Provenance),
        BodyRenamed e => fact.With(new Statement.IsChange(e.LawOn, e.InUseOn), e.Provenance),
        BodiesInspectedJointly e => fact.With(new Statement.IsChange(e.On, null), e.Provenance),
        ConflictFound e => fact.With(e),
        ConflictSettled e => fact.With(e.Settling),
        ConflictReopened e => fact.With(e.Settling),
        FactAnnotated e => fact with { Known = fact.Known.Add(e.Annotation.Provenance.ClaimId) },
        _ => throw new UnreachableException(),
    };

    internal FactEvent[] Keep(
        FactCommand command, string factId, string about, Statement statement, Guid claimId, Func<Provenance, Standing, FactEvent> claimed)
    {
        if (Known.Contains(claimId))
        {
            return [];
        }

        var from = command.From;
        var provenance = new Provenance(claimId, factId, Known.Count + 1, from.Cited, from.Submission, from.Line, from.PublishedOn);
        var earlier = Facts.GetValueOrDefault(factId, []);
        var kept = claimed(provenance, Saying.StandingOf(statement, [.. earlier.Where(saying => saying.Statement is not Statement.IsStillOpen)]));
        return ConflictAbout(factId, command.Body, about, statement, provenance) is { } conflict ? [kept, conflict] : [kept];
    }

    /// <summary>The conflict that a statement about a fact joins or starts; null of none.</summary>
    internal ConflictFound? ConflictAbout(string factId, string body, string about, Statement statement, Provenance provenance) =>
        Saying.SidesAgainst(statement, Facts.GetValueOrDefault(factId, [])) is { } sides ? new(body, factId, about, [.. sides, new(statement.InWords, provenance)]) : null;

    private string Move(ClaimPhaseMove claim)
    {
        var into = FactIds.MovesInto(claim.Body, claim.Phase, claim.Label);
        return Moves.Nearest(Facts.Where(fact => fact.Key.StartsWith(into, StringComparison.Ordinal)), claim.EffectiveOn) ?? into + claim.EffectiveOn;
    }

    private Fact With(Statement statement, Provenance provenance) =>
        Heard(provenance.FactId, statement, provenance) with { Known = Known.Add(provenance.ClaimId) };

    private Fact Heard(string factId, Statement statement, Provenance provenance) =>
        this with { Facts = Facts.SetItem(factId, Saying.Add(Facts.GetValueOrDefault(factId, []), statement, provenance)) };
}
