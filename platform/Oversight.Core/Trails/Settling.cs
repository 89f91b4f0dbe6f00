namespace Oversight.Core;

/// <summary>What settles a conflict.</summary>
public enum SettledBy
{
    /// <summary>The order of publishers.</summary>
    Precedence,

    /// <summary>Somebody who looked at the sides.</summary>
    Person,
}

/// <summary>The side that counts.</summary>
/// <param name="Value">What it says, in words.</param>
/// <param name="ClaimId">A claim that says so.</param>
/// <param name="Cited">The source of that claim.</param>
/// <param name="Agrees">The sides that can be right together with it.</param>
/// <param name="Overruled">The sides that it contradicts. A side in neither list came later.</param>
public sealed record SettledSide(string Value, Guid ClaimId, string Cited, IReadOnlyList<string> Agrees, IReadOnlyList<string> Overruled)
{
    /// <summary>Does a side that says <paramref name="value"/> count? Nobody can tell of one that came later.</summary>
    public Answer Says(string value) => value == Value || Agrees.Contains(value) ? Answer.Yes : Overruled.Contains(value) ? Answer.No : Answer.CannotTell;
}

/// <summary>One step in settling what sources disagree about; the last one counts.</summary>
/// <param name="FactId">The fact.</param>
/// <param name="Round">1 for the first step about this fact.</param>
/// <param name="Side">The side that counts from then on; null where it is open again.</param>
/// <param name="By">What settled it.</param>
/// <param name="Precedence">The version of the order of publishers.</param>
/// <param name="Who">The person: their name, and in brackets what the identity provider knows them by.</param>
/// <param name="Reason">Why.</param>
/// <param name="On">The day.</param>
public sealed record Settling(string FactId, int Round, SettledSide? Side, SettledBy By, string? Precedence, string? Who, string Reason, DateOnly On);
