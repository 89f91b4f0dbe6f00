using Oversight.Core;

namespace Oversight.Monitoring.Histories;

/// <summary>The kinds of entries that a timeline is known to have. Any other is kept as printed and marked.</summary>
public static class TimelineKinds
{
    public static readonly IReadOnlySet<string> Known = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "incident", "iopc", "misconduct", "court", "inquiry", "review", "commission", "inspection", "monitoring", "leadership",
        "parliament", "government", "letter", "publication", "statement", "undertaking",
    };

    /// <summary>The kinds of the entries that the record itself makes.</summary>
    public static readonly IReadOnlySet<string> OfTheRecord = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "engage", "scan", "label", "grades", "audit", "name", "engage-step", "section-55", "deadline", "investigation", "cause", "area-for-improvement", "practice", "finding",
        "lineage", "joint-inspection", "settled", "reopened", "corrected", "withdrawn", "disputed", "dispute-withdrawn",
    };

    internal static Mark[] MarksOf(string kind) => Known.Contains(kind) ? [] : [Mark.KindUnknown];
}
