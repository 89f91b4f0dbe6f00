namespace Oversight.Portal.Api;

/// <summary>The answer of /api/v1/status.</summary>
public sealed record StatusBoard(string AsOf, string KnownAt, IReadOnlyList<StatusLine> Bodies);

/// <summary>A body's phase.</summary>
public sealed record StatusLine(string Id, string Name, string Service, string Phase, string? Since, IReadOnlyList<Source> Sources, IReadOnlyList<string> Marks, IReadOnlyList<TrailStep> Trail, string? Because, IReadOnlyList<Ahead>? Ahead = null);

/// <summary>A move that is still to come.</summary>
public sealed record Ahead(string To, string? On, IReadOnlyList<Source> Sources, IReadOnlyList<string> Marks)
{
    /// <summary>As its entry in the timeline is called once it is there.</summary>
    public string Id => $"{To.ToLowerInvariant()}/{On}";

    /// <summary>To move to Engage on 28 June 2022.</summary>
    public string InWords => $"{(To == "Engage" ? "to move to Engage" : "to return to Scan")} on {Words.Dates.Day(On)}";
}

/// <summary>The answer of /api/v1/engage.</summary>
public sealed record EngageStays(IReadOnlyList<StayOfBody> Stays);

/// <summary>A stay and whose it is.</summary>
public sealed record StayOfBody(string Id, string Name, string Service, Stay Stay);

/// <summary>A stay in Engage.</summary>
public sealed record Stay(StayEnd Entry, StayEnd? Exit, string Open, Span Days, string Duration, IReadOnlyList<string> Reasons, IReadOnlyList<string> Marks, bool NoExitFound = false)
{
    /// <summary>How one without an exit stands; that no exit was found is not the same as open.</summary>
    public string WithoutExit => Open == "CannotTell" ? "cannot tell" : NoExitFound ? "no exit found" : "open";
}

/// <summary>How a stay began or ended.</summary>
public sealed record StayEnd(string? On, string Earliest, string Latest, IReadOnlyList<Source> Sources, IReadOnlyList<string> Marks, IReadOnlyList<TrailStep> Trail);
