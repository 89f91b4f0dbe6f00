using System.Text.Json;

namespace Oversight.Contracts.Delivery.V1;

/// <summary>What one service said between two positions of its event store, in order: all after the first, up to and with the second.</summary>
/// <param name="Source">The service that says it: <c>ingestion</c>, <c>grading</c> or <c>monitoring</c>.</param>
/// <param name="Store">The event store that the positions are of; the same number means another event in another store.</param>
/// <param name="PreviousSequence">The end of the chunk before this one; a reader that stands before it has missed something.</param>
/// <param name="Sequence">The end of this chunk, whether or not it holds an entry of that very position.</param>
/// <param name="Entries">By position; may be empty.</param>
[WireName("delivery.chunk.v1")]
public sealed record Chunk(string Source, Guid Store, long PreviousSequence, long Sequence, IReadOnlyList<Entry> Entries);

/// <summary>One contract.</summary>
/// <param name="Sequence">The position of its event in the source's store.</param>
/// <param name="Id">The same however often it is delivered.</param>
/// <param name="Type">The contract's wire name, such as <c>ingestion.grade-reported.v1</c>.</param>
/// <param name="Body">The body it is about; order is kept per body.</param>
/// <param name="RecordedAt">When the source recorded it.</param>
/// <param name="TraceParent">W3C trace context of the request that caused it.</param>
/// <param name="Data">The contract itself.</param>
public sealed record Entry(long Sequence, Guid Id, string Type, string Body, DateTimeOffset RecordedAt, string? TraceParent, JsonElement Data);
