namespace Oversight.Portal.Api;

/// <summary>The answer of /api/v1/rulebooks.</summary>
public sealed record Rulebooks([property: System.Text.Json.Serialization.JsonPropertyName("rulebooks")] IReadOnlyList<Rulebook> All);

/// <summary>A version of the rules.</summary>
public sealed record Rulebook(string Id, string Title, string? From, string? Until, bool InEffect, IReadOnlyList<RuleWithSettings> Rules);

/// <summary>A rule and whichever settings it has.</summary>
public sealed record RuleWithSettings(string Rule, int LapsesAfterMonths, IReadOnlyList<string>? Areas, int? AtLeast, decimal? Points);

/// <summary>The answer of /api/v1/rulebooks/{id}/backtest.</summary>
public sealed record Backtest(string Rulebook, string Title, string From, string To, IReadOnlyList<EntryTested> Entries, IReadOnlyList<FalseAlarm> FalseAlarms, int Hits, int Misses, double? Precision, double? Recall, int Undated);

/// <summary>An entry into Engage and what had been prompted before.</summary>
public sealed record EntryTested(string Body, string NotBefore, string EnteredOn, string? PromptedOn, int? LeadDays, IReadOnlyList<string> Rules, IReadOnlyList<string> OnTheDay);

/// <summary>A prompt that no entry followed.</summary>
public sealed record FalseAlarm(string Body, string PromptedOn, string? ClearedOn, IReadOnlyList<string> Rules);
