using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Oversight.Core;
using Oversight.Ingestion.Documents;
using Oversight.Ingestion.Facts;
using Oversight.Ingestion.Text;
using static Oversight.Ingestion.Candidates.CandidateCommand;
using static Oversight.Ingestion.Candidates.CandidateEvent;

namespace Oversight.Ingestion.Candidates;

/// <summary>How a candidate stands.</summary>
public enum CandidateState
{
    Waiting,
    Accepted,
    Declined,
}

/// <summary>What somebody did about a candidate.</summary>
public sealed record Outcome(int Candidate, CandidateState State, Corrections? As, string? Claimed, Actor By, DateTimeOffset At, string? Why);

/// <summary>The candidates of one document, and what became of them.</summary>
/// <param name="Found">Null before the document was read.</param>
/// <param name="Outcomes">One for each candidate that waits no more.</param>
public sealed record CandidateDocument(CandidatesRead? Found, ImmutableArray<Outcome> Outcomes)
{
    /// <summary>Which state of a candidate its ETag names.</summary>
    public const int Waits = 1, IsDone = 2;

    private const string Streams = "candidates/";

    public static CandidateDocument Initial { get; } = new(null, []);

    public static readonly Decider<CandidateDocument, CandidateCommand, CandidateEvent> Decider = new(Initial, Decide, Evolve);

    /// <summary>The stream of a submission's candidates.</summary>
    public static string StreamOf(string submission) => Streams + submission;

    /// <summary>By which a candidate is asked for.</summary>
    public static string IdOf(string submission, int number) => string.Create(CultureInfo.InvariantCulture, $"{submission}-{number}");

    /// <summary>The submission and the number in it that an id names.</summary>
    /// <exception cref="RejectedException">It names none.</exception>
    public static (string Submission, int Number) In(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        var dash = id.LastIndexOf('-');
        return dash > 0 && int.TryParse(id.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && IdOf(id[..dash], number) == id
            ? (id[..dash], number) : throw Unknown(id);
    }

    /// <summary>What a document says, as candidates, and when it was published by its own words.</summary>
    public static (PartialDate? PublishedOn, IReadOnlyList<Proposal> Candidates) ReadIn(DocumentText document, Gazetteer bodies)
    {
        ArgumentNullException.ThrowIfNull(document);
        return (document.Dated ?? DocumentDate.In(document),
            [.. Extraction.Of(document, bodies).Select((found, index) => new Proposal(
                index + 1, found.Kind, found.Rule, found.Confidence, found.Start, found.End, document.Text.AsSpan(0, found.Start).Count('\n') + 1, found.Quote,
                found.Body, found.Programme, found.Area, found.Grade, found.Phase, found.Date, found.Percent, found.Speaker, found.Role, found.Count, found.OutOf))]);
    }

    public static CandidateEvent[] Decide(CandidateCommand command, CandidateDocument document) => command switch
    {
        Read c => document.Found is not null ? [] : [new CandidatesRead(c.Submission, c.Cited, c.PublishedOn, c.Candidates)],
        Accept c => document.Outcome(c.Candidate) is { State: CandidateState.Accepted } done && done.By.Subject == c.Act.By.Subject && done.As == c.As
            ? []
            : [new CandidateAccepted(c.Candidate, c.As, document.ForOneWhoSaw(c.Candidate, c.Act).Claim(c.Candidate, c.As, c.Act.Day).Stream, c.Act.By, c.Act.At, c.Act.Why)],
        Decline c => document.Outcome(c.Candidate) is { State: CandidateState.Declined } done && done.By.Subject == c.Act.By.Subject && done.Why == c.Act.Why
            ? []
            : [new CandidateDeclined(c.Candidate, c.Act.By, c.Act.At, document.Reason(c))],
        _ => throw new UnreachableException(),
    };

    public static CandidateDocument Evolve(CandidateDocument document, CandidateEvent @event) => @event switch
    {
        CandidatesRead e => document with { Found = e },
        CandidateAccepted e => document with { Outcomes = document.Outcomes.Add(new(e.Candidate, CandidateState.Accepted, e.As, e.Claimed, e.By, e.At, e.Why)) },
        CandidateDeclined e => document with { Outcomes = document.Outcomes.Add(new(e.Candidate, CandidateState.Declined, null, null, e.By, e.At, e.Why)) },
        _ => throw new UnreachableException(),
    };

    /// <summary>The claim that a candidate becomes.</summary>
    /// <exception cref="RejectedException">There is no such candidate, or too little is known for a claim.</exception>
    public FactCommand Claim(int number, Corrections corrections, DateOnly today) => Claims.Of(Proposed(number), corrections, Found!, today);

    /// <summary>What became of it; null while it waits.</summary>
    public Outcome? Outcome(int number) => Outcomes.FirstOrDefault(outcome => outcome.Candidate == number);

    /// <summary>How it stands.</summary>
    public CandidateState StateOf(int number) => Outcome(number)?.State ?? CandidateState.Waiting;

    private Proposal Proposed(int number) => Found?.Candidates.FirstOrDefault(candidate => candidate.Number == number)
        ?? throw Unknown(Found is null ? $"{number}" : IdOf(Found.Submission, number));

    private CandidateDocument ForOneWhoSaw(int number, Act act)
    {
        _ = Proposed(number);
        if (act.Why is { Length: > Act.LongestReason })
        {
            throw new RejectedException("candidate.reason-too-long", $"A reason has at most {Act.LongestReason} characters.");
        }

        var done = Outcome(number);
        return act.Seen != (done is null ? Waits : IsDone)
            ? throw new RejectedException("candidate.lost-race", done is null
                ? "What you have seen is not how the candidate stands; read it again."
                : $"{done.By.Name} has {Word(done.State)} the candidate meanwhile; read it again.")
            : done is not null
                ? throw new RejectedException("candidate.done", $"The candidate waits no more: {done.By.Name} has {Word(done.State)} it.")
                : string.IsNullOrWhiteSpace(act.Why) ? throw new RejectedException("candidate.reason-missing", "Say why: reason; it is kept with the act.")
                : this;
    }

    private string Reason(Decline declined)
    {
        _ = ForOneWhoSaw(declined.Candidate, declined.Act);
        return declined.Act.Why!;
    }

    private static string Word(CandidateState state) => state.ToString().ToLowerInvariant();

    private static RejectedException Unknown(string id) => new("candidate.unknown", $"There is no candidate {Shown.Of(id)}.");
}
