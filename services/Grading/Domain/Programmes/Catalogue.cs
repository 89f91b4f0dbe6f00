using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics;
using Oversight.Core;
using Oversight.Grading.Audits;

namespace Oversight.Grading.Programmes;

/// <summary>The programmes this service knows. What it says of each follows the inspectorate's pages and the dates in <c>data/</c>.</summary>
public static class Catalogue
{
    /// <summary>Of an audit that belongs to no round that the catalogue knows.</summary>
    public const string UnknownMethod = "unknown";

    /// <summary>Every programme, police before fire before audits, each by age.</summary>
    public static ImmutableArray<Programme> Programmes { get; } =
        [.. PeelProgrammes.All, .. FireProgrammes.All, .. AuditRounds.CrimeRecording, .. AuditRounds.StopSearch];

    private static readonly FrozenDictionary<string, Programme> ById = Programmes.ToFrozenDictionary(programme => programme.Id);

    /// <summary>The programme that an id or a printed label means, such as <c>PEEL 2021/22</c>, <c>PEEL 2016 effectiveness</c> or
    /// <c>Crime Data Integrity re-inspection 2018</c>; null where the catalogue has none.</summary>
    public static Programme? Find(string label)
    {
        var slug = NameBasedId.Slug(label);
        return ById.GetValueOrDefault(slug)
            ?? ByAnotherName(slug)
            ?? ByYear(slug);
    }

    /// <summary>The programme whose figures an audit belongs to, by the inspection as printed; null where that cannot be told.</summary>
    public static Programme? RoundOf(AuditKind kind, string inspection)
    {
        var slug = NameBasedId.Slug(inspection);
        return kind switch
        {
            AuditKind.Recording => RecordingRound(slug, FirstYear(slug)),
            AuditKind.StopSearch => StopSearchRound(slug, FirstYear(slug)),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>The generation of method of an audit, <see cref="UnknownMethod"/> where the inspection as printed does not tell.</summary>
    public static string MethodOf(AuditKind kind, string inspection) => RoundOf(kind, inspection)?.Method ?? UnknownMethod;

    /// <summary>A label as it is written now; events keep what was written when they were recorded.</summary>
    public static string MethodNow(string recorded) => recorded == "peel-2021-" ? "peel-since-2021" : recorded;

    private static Programme? ByAnotherName(string slug) => slug switch
    {
        "fire-round-1" => ById["frs-2018-19"],
        "fire-round-2" => ById["frs-2021-22"],
        "fire-round-3" => ById["frs-2023-25"],
        _ => null,
    };

    private static Programme? ByYear(string slug) => FirstYear(slug) switch
    {
        // To 2017 each pillar had its own report: "PEEL: Police legitimacy 2015", "PEEL 2016 effectiveness".
        >= 2014 and <= 2017 and var year when slug.StartsWith("peel-", StringComparison.Ordinal) => ById[$"peel-{year}"],
        >= 2016 and <= 2020 when IsCrimeDataIntegrity(slug) => ById["crime-data-integrity-2016-2020"],
        2014 when IsCrimeDataIntegrity(slug) => ById["crime-data-integrity-2014"],
        _ => null,
    };

    private static Programme? RecordingRound(string slug, int? year) => year switch
    {
        2014 when IsCrimeDataIntegrity(slug) => ById["crime-data-integrity-2014"],
        >= 2016 and <= 2020 when IsCrimeDataIntegrity(slug) => ById["crime-data-integrity-2016-2020"],
        >= 2021 when slug.StartsWith("peel-", StringComparison.Ordinal) => ById["crime-data-integrity-in-peel"],
        _ => null,
    };

    private static Programme? StopSearchRound(string slug, int? year) =>
        slug.StartsWith("peel-", StringComparison.Ordinal) || slug.Contains("stop-and-search", StringComparison.Ordinal)
            ? AuditRounds.StopSearch.FirstOrDefault(round => FirstYear(round.Id) == year)
            : null;

    private static bool IsCrimeDataIntegrity(string slug) =>
        slug.StartsWith("crime-data-integrity-", StringComparison.Ordinal) || slug.StartsWith("crime-recording-", StringComparison.Ordinal);

    private static int? FirstYear(string slug)
    {
        foreach (var word in slug.Split('-'))
        {
            if (word.Length == 4 && word.StartsWith("20", StringComparison.Ordinal) && int.TryParse(word, out var year))
            {
                return year;
            }
        }

        return null;
    }
}
