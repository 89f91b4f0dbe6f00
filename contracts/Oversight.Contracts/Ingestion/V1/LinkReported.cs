namespace Oversight.Contracts.Ingestion.V1;

/// <summary>Two entries of a body's timeline belong together. Neither changes by it.</summary>
/// <param name="Body">Its id.</param>
/// <param name="Of">The one entry: its id, or its date and words that only it has.</param>
/// <param name="Relation"><c>relates-to</c>, <c>follows-up</c> or <c>contradicts</c>.</param>
/// <param name="To">The other entry, named in the same way.</param>
/// <param name="Source">What gives the ground for it.</param>
[WireName("ingestion.link-reported.v1")]
public sealed record LinkReported(string Body, string Of, string Relation, string To, Source Source) : IContract;
