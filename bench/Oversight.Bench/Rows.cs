using Oversight.Testing;
using System.Globalization;
using System.Text;

namespace Oversight.Bench;

/// <summary>Made-up rows about the real bodies and the real programmes. The same numbers make the same rows.</summary>
internal static class Rows
{
    private static readonly (string Name, string PublishedOn)[] Programmes =
    [
        ("PEEL 2014", "2014-11-27"), ("PEEL 2015", "2016-02-11"), ("PEEL 2016", "2017-03-02"), ("PEEL 2017", "2018-03-22"),
        ("PEEL 2018/19", "2019-09-27"), ("PEEL 2021/22", "2022-09-22"), ("PEEL 2023-25", "2024-06-14"),
    ];

    private static readonly string[] Areas =
    [
        "Investigating crime", "Responding to the public", "Protecting vulnerable people", "Preventing crime", "Developing a positive workplace",
        "Managing offenders", "Efficiency", "Legitimacy", "Effectiveness", "Recording data about crime", "Good use of resources",
        "Treatment of the public", "Leadership and force management", "Disrupting serious organised crime", "Supporting victims",
    ];

    private static readonly string[] Grades = ["outstanding", "good", "good", "requires-improvement", "inadequate"];

    private static readonly (string Name, string PublishedOn)[] Inspections =
    [
        ("Crime data integrity force report 2014", "2014-08-28"), ("Crime Data Integrity inspection 2016", "2017-02-09"),
        ("Crime Data Integrity inspection 2017", "2017-11-09"), ("Crime Data Integrity inspection 2018", "2018-08-07"),
        ("Crime Data Integrity re-inspection 2018", "2018-11-22"), ("Crime Data Integrity inspection 2019", "2019-09-26"),
        ("Crime Data Integrity re-inspection 2019", "2019-12-12"), ("Crime Data Integrity inspection 2020", "2020-07-31"),
        ("PEEL 2021/22", "2022-04-14"), ("PEEL 2023-25", "2024-05-17"),
    ];

    private static readonly string[] Categories = ["all crime excluding fraud", "violent", "sexual offences", "rape", "crimes within anti-social behaviour reports"];

    /// <summary>The register of police forces, which every name in the other rows resolves by.</summary>
    public static byte[] Register() => File.ReadAllBytes(Path.Combine(Repository.Root, "data", "forces.csv"));

    /// <summary>The files of the public record that can be read today, in the order in which they explain each other.</summary>
    public static readonly IReadOnlyList<string> PublicRecord =
    [
        .. new List<string>
        {
            "forces", "fire-services", "body-names", "peel-grades", "crime-recording-audits", "stop-search-audits", "monitoring-history", "metropolitan-timeline",
        }.Select(name => Path.Combine(Repository.Root, "data", $"{name}.csv")),
    ];

    /// <summary>Every file of the record, the registers first.</summary>
    public static readonly IReadOnlyList<string> WholeRecord =
        [.. PublicRecord.Take(3), .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "data"), "*.csv").Order(StringComparer.Ordinal).Except(PublicRecord.Take(3))];

    /// <summary>The body that a file is about which names none itself.</summary>
    public static string? BodyOf(string file) => file.EndsWith("metropolitan-timeline.csv", StringComparison.Ordinal) ? "metropolitan" : null;

    public static readonly IReadOnlyList<string> Bodies =
        [.. File.ReadLines(Path.Combine(Repository.Root, "data", "forces.csv")).Skip(1).Select(line => line.Split(',')[0]).Where(IsForce)];

    /// <summary>Grades: as many facts as <paramref name="count"/> has for each of its sources, spread evenly over bodies and programmes.</summary>
    public static byte[] OfGrades(int count, string set, int sourcesOfEach = 1)
    {
        var (rows, facts) = (new StringBuilder("force,programme,area,grade,published_on,source_url\n"), (count + sourcesOfEach - 1) / sourcesOfEach);
        for (var i = 0; i < count; i++)
        {
            var (body, rest) = Turn(i % facts, Bodies);
            var (programme, of) = Turn(rest, Programmes);
            rows.Append(CultureInfo.InvariantCulture,
                $"{body},{programme.Name},{Nth(Areas, of, "question")}{set},{Grades[(i % facts) % Grades.Length]},{programme.PublishedOn},https://example.org/{set.Trim()}/source-{i / facts}/grade-{i % facts}\n");
        }

        return Encoding.UTF8.GetBytes(rows.ToString());
    }

    /// <summary>Audits of crime recording, one fact each, spread evenly over bodies and inspections.</summary>
    public static byte[] OfAudits(int count, string set)
    {
        var rows = new StringBuilder("force,inspection,published_on,category,accuracy_percent,ci_percent,sample_size,source_url\n");
        for (var i = 0; i < count; i++)
        {
            var (body, rest) = Turn(i, Bodies);
            var (inspection, of) = Turn(rest, Inspections);
            rows.Append(CultureInfo.InvariantCulture,
                $"{body},{inspection.Name},{inspection.PublishedOn},{Nth(Categories, of, "group")}{set},{80 + (i % 199 * 0.1m)},{1 + (i % 20 * 0.1m)},{100 + (i % 900)},https://example.org/{set.Trim()}/audit-{i}\n");
        }

        return Encoding.UTF8.GetBytes(rows.ToString());
    }

    private static (T Chosen, int Left) Turn<T>(int number, IReadOnlyList<T> among) => (among[number % among.Count], number / among.Count);

    private static string Nth(string[] real, int n, string further) => n < real.Length ? real[n] : $"{real[n % real.Length]} {further} {n / real.Length}";

    // The register also lists bodies that are no territorial force.
    private static bool IsForce(string body) => body is not "british-transport-police";
}
