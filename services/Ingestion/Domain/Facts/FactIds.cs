using System.Globalization;
using Oversight.Core;

namespace Oversight.Ingestion.Facts;

/// <summary>What facts and claims are called.</summary>
public static class FactIds
{
    /// <summary>A body's grade for an area of a programme.</summary>
    public static string Grade(string body, string programme, string area) => $"grade/{body}/{NameBasedId.Slug(programme)}/{NameBasedId.Slug(area)}";

    /// <summary>How much crime of a category a body recorded, by one audit.</summary>
    public static string Recording(string body, string programme, string category) =>
        $"recording/{body}/{NameBasedId.Slug(programme)}/{NameBasedId.Slug(category)}";

    /// <summary>The share of a body's stop and search records with grounds, by one audit.</summary>
    public static string StopSearch(string body, string programme) => $"stop-search/{body}/{NameBasedId.Slug(programme)}";

    /// <summary>All moves of a body between phases; each is a fact of its own within.</summary>
    public static string Phases(string body) => $"phase/{body}";

    /// <summary>The beginning of the ids of a body's moves into one phase. A label counts without a remark in brackets.</summary>
    public static string MovesInto(string body, Phase? phase, string label) => phase switch
    {
        Facts.Phase.Engage => $"phase/{body}/engage/",
        Facts.Phase.Scan => $"phase/{body}/scan/",
        _ => $"phase/{body}/{NameBasedId.Slug(Programme(label))}/",
    };

    /// <summary>Something that happened to or around a body.</summary>
    public static string Timeline(string body, PartialDate occurredOn, string kind, string summary) =>
        $"timeline/{body}/{occurredOn}-{NameBasedId.Of(kind, summary).ToString("N", CultureInfo.InvariantCulture)[..12]}";

    /// <summary>What was said of a fact after it was published. It may be heard of before the fact is.</summary>
    public static string Annotations(string factId) => $"annotation/{factId}";

    /// <summary>The streams that can hold a fact: the one called like it, and those of which it is a part.</summary>
    public static IEnumerable<string> StreamsOf(string factId)
    {
        var parts = factId.Split('/');
        return Enumerable.Range(2, Math.Max(0, parts.Length - 1)).Select(count => string.Join('/', parts.Take(count)));
    }

    /// <summary>The inspection without a remark in brackets at its end: "PEEL 2021/22 (other press rounding)" is of PEEL 2021/22.</summary>
    public static string Programme(string inspection)
    {
        ArgumentNullException.ThrowIfNull(inspection);
        if (!inspection.EndsWith(')'))
        {
            return inspection;
        }

        var (open, at) = (0, inspection.Length);
        do
        {
            at--;
            open += inspection[at] switch { ')' => 1, '(' => -1, _ => 0 };
        }
        while (at > 0 && open > 0);

        var before = inspection[..at].TrimEnd();
        return open == 0 && before != "" ? before : inspection;
    }

    /// <summary>The same statement by the same source has the same id, whichever file or line brings it.</summary>
    internal static Guid Claim(string about, ReadFrom from, params ReadOnlySpan<string?> statement) =>
        NameBasedId.Of([about, .. statement, from.Cited, from.PublishedOn?.ToString()]);

    /// <summary>A number in one written form: 89.50 is 89.5.</summary>
    internal static string? Number(decimal? number) =>
        number is { } value ? (value / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture) : null;
}
