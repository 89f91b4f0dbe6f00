using System.Collections.Immutable;
using System.Diagnostics;
using Oversight.Core;
using Oversight.Ingestion.Facts;
using static Oversight.Ingestion.Facts.FactEvent;
using static Oversight.Ingestion.Settlements.SettlementCommand;

namespace Oversight.Ingestion.Settlements;

/// <summary>Settles the conflicts in a stream of facts; a door of its own to that stream, so that taking claims in waits for nothing.</summary>
public static class Settlement
{
    public static readonly Decider<Fact, SettlementCommand, FactEvent> Decider = new(Fact.Initial, Decide, Fact.Evolve);

    public static FactEvent[] Decide(SettlementCommand command, Fact fact) => command switch
    {
        SettleByPrecedence c => [.. fact.Contentions.Select(found => ByPrecedence(c, fact, found.Key, found.Value)).OfType<FactEvent>()],
        SettleByPerson c => ByPerson(c, fact),
        _ => throw new UnreachableException(),
    };

    private static FactEvent? ByPrecedence(SettleByPrecedence command, Fact fact, string factId, Contention found)
    {
        var (precedence, sayings) = (command.Precedence, fact.Facts.GetValueOrDefault(factId, []));
        if (found.Last?.By == SettledBy.Person)
        {
            return null;
        }

        var side = precedence.Pick(sayings) is var (picked, publisher) ? SideOf(picked, precedence.Speaker(picked), sayings) : null;
        return (side, found.Last?.Side) switch
        {
            (null, null) => null,
            (null, _) => new ConflictReopened(found.Body, found.About, Step(null, "The weightiest publishers that speak say different things.")),
            ({ } now, { } before) when now.Value == before.Value => null,
            _ => new ConflictSettled(found.Body, found.About, Step(side, $"Of the publishers that differ, the weightiest are of the class {precedence.Pick(sayings)!.Value.Class}, and say this alone.")),
        };

        Settling Step(SettledSide? side, string reason) => new(factId, found.Rounds + 1, side, SettledBy.Precedence, precedence.Version, null, reason, command.On);
    }

    private static FactEvent[] ByPerson(SettleByPerson command, Fact fact)
    {
        var (factId, claimId, who, reason, seen, on) = command;
        if (fact.Contentions.GetValueOrDefault(factId) is not { } found)
        {
            throw new RejectedException("conflict.unknown", $"No sources disagree about '{factId}', so there is nothing to settle.");
        }

        var sayings = fact.Facts.GetValueOrDefault(factId, []);
        if (sayings.FirstOrDefault(saying => saying.IsContradicted && saying.By.Any(by => by.ClaimId == claimId)) is not { } side)
        {
            throw new RejectedException("conflict.no-such-side", $"Claim {claimId} is on no side of the conflict about '{factId}'.");
        }

        if (found.Last is { By: SettledBy.Person } last && (last.Side?.ClaimId, last.Who, last.Reason) == (claimId, who, reason))
        {
            return [];
        }

        if (!Act.IsReason(reason))
        {
            throw new RejectedException("conflict.reason-missing", "Whoever settles a conflict says why.");
        }

        if (reason.Length > Act.LongestReason)
        {
            throw new RejectedException("conflict.reason-too-long", $"A reason has at most {Act.LongestReason} characters.");
        }

        if (seen is not null && seen != found.Revision)
        {
            throw new RejectedException("conflict.lost-race", $"The conflict about '{factId}' has changed since you saw it: it is at revision {found.Revision}, not {seen}. Look again.");
        }

        return [new ConflictSettled(found.Body, found.About, new(
            factId, found.Rounds + 1, SideOf(side, side.By.First(by => by.ClaimId == claimId), sayings), SettledBy.Person, null, who, reason, on))];
    }

    private static SettledSide SideOf(Saying side, Provenance speaker, ImmutableArray<Saying> sayings)
    {
        var others = sayings.Where(saying => saying.IsContradicted && saying != side)
            .ToLookup(saying => side.Statement.Contradicts(saying.Statement), saying => saying.Statement.InWords);
        return new(side.Statement.InWords, speaker.ClaimId, speaker.Cited, Sorted(others[false]), Sorted(others[true].Except(others[false])));
    }

    private static string[] Sorted(IEnumerable<string> values) => [.. values.Distinct().Order(StringComparer.Ordinal).Take(Fact.MostSides)];
}
