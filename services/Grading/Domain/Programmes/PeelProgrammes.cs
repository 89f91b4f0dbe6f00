using System.Collections.Immutable;
using static Oversight.Core.PartialDate;

namespace Oversight.Grading.Programmes;

internal static class PeelProgrammes
{
    private const string AYearAtMost = "The year of its name to the end of the next: the legitimacy report of 2015 came out on 11 February 2016.";

    private static readonly ImmutableArray<string> Pillars = ["Effectiveness", "Efficiency", "Legitimacy"];

    public static ImmutableArray<Programme> All { get; } =
    [
        YearOfPeel(2014),
        YearOfPeel(2015),
        YearOfPeel(2016),
        YearOfPeel(2017),
        new("peel-2018-19", "PEEL 2018/19", ProgrammeKind.Peel, Scale.FourTier,
            new(Parse("2019-05-02"), Parse("2020-02-07"), "Three groups of reports: 2 May 2019, 27 September 2019 and 7 February 2020."))
        {
            Areas = Pillars,
            AreasGraded = "three pillars over ten questions; a question not inspected keeps an older grade",
            ComparableWith = ["peel-2017"],
            ComparableBecause = "PEEL 2018/19 keeps the pillars and the scale of 2017 so that a force can be compared with itself.",
        },
        new("peel-2021-22", "PEEL 2021/22", ProgrammeKind.Peel, Scale.FiveTier,
            new(Parse("2021-05"), Parse("2023-09"), "From the first judgments in the three pilot forces, May 2021, to the last sections added to a report, September 2023."))
        {
            Areas =
            [
                "Recording data about crime", "Supporting victims", "Treatment of the public", "Preventing crime", "Responding to the public",
                "Investigating crime", "Protecting vulnerable people", "Managing offenders", "Disrupting serious organised crime",
                "Developing a positive workplace", "Good use of resources", "Vetting and counter-corruption",
            ],
            AreasGraded = "8 to 13 areas assessed, most of them graded; no pillars and no overall grade",
            ApartBecause = "PEEL 2021/22 grades on five tiers against the characteristics of good performance: "
                + "a drop from good to adequate need not mean worse performance, and adequate has no equivalent before.",
        },
        new("peel-2023-25", "PEEL 2023-25", ProgrammeKind.Peel, Scale.FiveTier,
            new(Parse("2023-10"), Parse("2025-12"), "From the first dated report, October 2023, to the end of its name; the last dated report is of July 2025."))
        {
            Areas =
            [
                "Recording data about crime", "Police powers and public treatment", "Preventing crime", "Responding to the public",
                "Investigating crime", "Protecting vulnerable people", "Managing offenders", "Disrupting serious organised crime",
                "Developing a positive workplace", "Leadership and force management",
            ],
            AreasGraded = "9 or 10 areas, 8 or 9 of them graded; the others are reported separately",
            ApartBecause = "PEEL 2023-25 changed what is assessed; the inspectorate says its grades cannot be compared with those of the programmes before.",
        },
        new("peel-2025-27", "PEEL 2025-27", ProgrammeKind.Peel, Scale.FiveTier,
            new(Parse("2025-04"), Parse("2027-12"), "From its framework, 11 April 2025, to the end of its name; no report of it is in the record yet."))
        {
            Areas = ["Leadership and force management"],
            AreasGraded = "not known yet; its first question is leadership and force management",
        },
    ];

    private static Programme YearOfPeel(int year) =>
        new($"peel-{year}", $"PEEL {year}", ProgrammeKind.Peel, Scale.FourTier, new(Parse($"{year}"), Parse($"{year + 1}"), AYearAtMost))
        {
            Areas = year == 2014 ? ["Effectiveness", "Efficiency"] : Pillars,
            AreasGraded = "a report for each pillar, graded one by one",
            ComparableWith = [.. Enumerable.Range(2014, year - 2014).Select(before => $"peel-{before}")],
            ComparableBecause = "PEEL 2014 to 2017 were made to be compared from year to year, but for a pillar inspected for the first time (legitimacy in 2015).",
        };
}
