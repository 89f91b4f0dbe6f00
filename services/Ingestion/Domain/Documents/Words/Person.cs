namespace Oversight.Ingestion.Documents.Words;

/// <summary>Who speaks, and as what.</summary>
internal sealed record Person(string Name, string? Role);
