using Oversight.Portal.Words;

namespace Oversight.Portal.Api;

/// <summary>The answer of /api/v1/section-55.</summary>
public sealed record ReportResponses(IReadOnlyList<ReportResponse> Reports);

/// <summary>A report, who has to answer it in public, by when, and whether that was done.</summary>
public sealed record ReportResponse(string Body, string Name, string Report, string? Owner, string? OwnerKind, string? PublishedOn, string? EarliestLastDay, string? LastDay, string? AnsweredOn, string State, string Overdue,
    string? SameFindingsAs, string? MissNotedOn, IReadOnlyList<ResponseStep> Steps, IReadOnlyList<string> Marks, string? CountedFrom, IReadOnlyList<TrailStep>? Trail = null)
{
    /// <summary>By when it has to be answered, no more surely than its day is known.</summary>
    public string DueInWords => this switch
    {
        { LastDay: null, State: "NoTerm" } => "no term applies",
        { LastDay: null, State: "Covered" } => "no own answer needed",
        { LastDay: { } last, EarliestLastDay: { } first } when first != last => $"between {Dates.Day(first)} and {Dates.Day(last)}",
        _ => Dates.Day(LastDay),
    };
}

/// <summary>Something that happened to it.</summary>
public sealed record ResponseStep(string Step, string? On, string? By, IReadOnlyList<Source> Sources);
