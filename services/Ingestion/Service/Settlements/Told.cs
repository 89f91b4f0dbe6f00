using Oversight.Core;
using Oversight.Ingestion.Facts;
using Said = Oversight.Contracts.Ingestion.V1;

namespace Oversight.Ingestion.Settlements;

/// <summary>How settlements are told to others.</summary>
internal static class Told
{
    public static Said.ConflictSettled Settled(FactEvent.ConflictSettled e)
    {
        var (settling, side) = (e.Settling, e.Settling.Side!);
        return new(
            e.Body, settling.FactId, e.About, settling.Round, side.Value, side.ClaimId, side.Cited, side.Agrees, side.Overruled,
            settling.By.ToString().ToLowerInvariant(), settling.Precedence, settling.Who, settling.Reason, Day(settling));
    }

    public static Said.ConflictReopened Reopened(FactEvent.ConflictReopened e) =>
        new(e.Body, e.Settling.FactId, e.About, e.Settling.Round, e.Settling.Precedence, e.Settling.Reason, Day(e.Settling));

    private static string Day(Settling settling) => PartialDate.On(settling.On).ToString();
}
