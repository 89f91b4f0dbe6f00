using System.Globalization;
using System.Text;
using Oversight.Testing;

namespace Oversight.EndToEnd.Tests.Running;

/// <summary>A made-up record: grades and audits of every force in <c>data/</c>, each row citing an address of its own.</summary>
/// <param name="Files">Names and contents.</param>
/// <param name="Cited">What the rows cite, in their order.</param>
internal sealed record GeneratedRecord(IReadOnlyList<(string Name, string Csv)> Files, IReadOnlyList<string> Cited)
{
    private static readonly string[] Areas =
        ["Preventing crime", "Responding to the public", "Investigating crime", "Protecting vulnerable people", "Managing offenders"];

    private static readonly string[] GradesGiven = ["outstanding", "good", "adequate", "requires-improvement", "inadequate"];

    private static readonly string[] Forces =
        [.. File.ReadLines(Path.Combine(Repository.Root, "data", "forces.csv")).Skip(1).Select(line => line.Split(',')[0])];

    /// <summary>Half grades, half audits. The same number makes the same record; another number makes other claims about the same facts.</summary>
    public static GeneratedRecord Of(int number, int rows)
    {
        var random = new Random(number);
        var (grades, audits, cited) = (new StringBuilder("force,programme,area,grade,published_on,source_url\n"),
            new StringBuilder("force,inspection,published_on,category,accuracy_percent,ci_percent,sample_size,source_url\n"), new List<string>(rows));
        for (var row = 0; row < rows / 2; row++)
        {
            var (force, place, area) = (Forces[row % Forces.Length], row / Forces.Length, Areas[random.Next(Areas.Length)]);
            cited.Add($"https://record.example/{number}/grade/{row}");

            // Mostly the same grade again; now and then a regrade, and now and then, without a date, a contradiction.
            var grade = GradesGiven[random.Next(50) == 0 ? random.Next(GradesGiven.Length) : (row % Forces.Length + area.Length) % GradesGiven.Length];
            grades.Append(CultureInfo.InvariantCulture, $"{force},PEEL {(place % 2 == 0 ? "2021/22" : "2023-25")},{area},{grade},{(random.Next(40) == 0 ? "" : Date(random))},{cited[^1]}\n");
        }

        for (var row = 0; row < rows - rows / 2; row++)
        {
            var force = Forces[row % Forces.Length];
            cited.Add($"https://record.example/{number}/audit/{row}");
            var percent = 80 + row % Forces.Length / 4m + (random.Next(100) == 0 ? 1 : 0);
            audits.Append(CultureInfo.InvariantCulture, $"{force},Crime Data Integrity inspection {2016 + random.Next(4)},{Date(random)},all crime excluding fraud,{percent},,,{cited[^1]}\n");
        }

        return new([($"grades-{number}.csv", grades.ToString()), ($"audits-{number}.csv", audits.ToString())], cited);
    }

    private static string Date(Random random) => new DateOnly(2023, 1, 1).AddDays(random.Next(240)).ToString("O", CultureInfo.InvariantCulture);
}
