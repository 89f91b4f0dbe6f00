using System.Text.Json;
using Oversight.Contracts.Delivery.V1;

namespace Oversight.Hosting;

/// <summary>A chunk that contradicts itself can never be taken in, however often it is tried.</summary>
internal sealed class MalformedException(string because) : Exception(because)
{
    /// <summary>What is wrong with a chunk that came where <paramref name="source"/> should speak; null where nothing is.</summary>
    public static string? WrongWith(Chunk chunk, string source)
    {
        if (chunk.Source != source)
        {
            return $"It is of {chunk.Source ?? "nobody"} and came where {source} speaks.";
        }

        if (chunk.Store == Guid.Empty)
        {
            return "It does not name its store.";
        }

        if (chunk.PreviousSequence < 0 || chunk.Sequence < chunk.PreviousSequence)
        {
            return $"It runs from {chunk.PreviousSequence} to {chunk.Sequence}.";
        }

        if (chunk.Entries is null)
        {
            return "It has no list of entries.";
        }

        var before = chunk.PreviousSequence + 1;
        foreach (var entry in chunk.Entries)
        {
            if (entry is not { Type: not null, Body: not null, Data.ValueKind: JsonValueKind.Object } || entry.Id == Guid.Empty)
            {
                return $"An entry after {before - 1} is not whole.";
            }

            if (entry.Sequence < before || entry.Sequence > chunk.Sequence)
            {
                return $"It runs from {chunk.PreviousSequence} to {chunk.Sequence}, and its entry at {entry.Sequence} lies outside or out of order.";
            }

            before = entry.Sequence;
        }

        return null;
    }
}
