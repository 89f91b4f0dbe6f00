namespace Oversight.EndToEnd.Tests.Checking;

/// <summary>One event as a store has it.</summary>
/// <param name="Data">JSON, read only by whoever needs a part of it.</param>
public sealed record StoredEvent(long Sequence, string Stream, long Version, string Type, string Data);

/// <summary>Everything that one service has stored that bears on delivery.</summary>
/// <param name="Service">Its name.</param>
/// <param name="Events">In the order of the store.</param>
/// <param name="Head">The highest position there is.</param>
/// <param name="StreamEnds">The version at which each stream says it stands.</param>
/// <param name="Watermarks">How far it has taken in each source.</param>
/// <param name="Progress">How far each projection, and the relay, has come.</param>
/// <param name="Parked">What lies in the parking place or among the dead letters, in words.</param>
public sealed record StoreHistory(
    string Service, IReadOnlyList<StoredEvent> Events, long Head, IReadOnlyDictionary<string, long> StreamEnds,
    IReadOnlyDictionary<string, long> Watermarks, IReadOnlyDictionary<string, long> Progress, IReadOnlyList<string> Parked);

/// <summary>What the checker can find.</summary>
public enum Fault
{
    Lost,
    Doubled,
    OutOfOrder,
    Invented,
    Hole,
    WatermarkBeyondSource,
    Behind,
    Parked,
    ViewDiffers,
}

/// <summary>Something that must not be.</summary>
/// <param name="Fault">Of what kind.</param>
/// <param name="Service">Where.</param>
/// <param name="What">In words, with the stream and the claim.</param>
public sealed record Finding(Fault Fault, string Service, string What)
{
    public override string ToString() => $"{Fault} at {Service}: {What}";
}
