namespace Oversight.Ingestion.Settlements;

/// <summary>What may be asked of the conflicts in a stream of facts.</summary>
public abstract record SettlementCommand
{
    private SettlementCommand()
    {
    }

    /// <summary>Settle by the order of publishers whatever it can settle; what a person settled stays as it is.</summary>
    public sealed record SettleByPrecedence(Precedence Precedence, DateOnly On) : SettlementCommand;

    /// <summary>Settle one conflict as a person has judged it.</summary>
    /// <param name="FactId">The fact.</param>
    /// <param name="ClaimId">A claim on the side that is to count.</param>
    /// <param name="Who">The person.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="Seen">The revision of the conflict that the person has seen; null where they do not say.</param>
    /// <param name="On">The day.</param>
    public sealed record SettleByPerson(string FactId, Guid ClaimId, string Who, string Reason, int? Seen, DateOnly On) : SettlementCommand;
}
