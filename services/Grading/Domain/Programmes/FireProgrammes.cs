using System.Collections.Immutable;
using static Oversight.Core.PartialDate;

namespace Oversight.Grading.Programmes;

internal static class FireProgrammes
{
    private const string PillarsOfFire = "3 pillars and 11 questions below them; no overall grade";

    public static ImmutableArray<Programme> All { get; } =
    [
        new("frs-2018-19", "FRS 2018/19", ProgrammeKind.Fire, Scale.FourTier,
            new(Parse("2018-12"), Parse("2019-12"), "Three groups of reports, December 2018 to December 2019."))
        {
            AreasGraded = PillarsOfFire,
        },
        new("frs-2021-22", "FRS 2021/22", ProgrammeKind.Fire, Scale.FourTier,
            new(Parse("2021"), Parse("2023-01"), "The years of its name to the report on Hampshire and Isle of Wight, January 2023."))
        {
            AreasGraded = PillarsOfFire,
            ComparableWith = ["frs-2018-19"],
            ComparableBecause = "The reports of 2021/22 print the grade of 2018/19 beside the new one, on the same scale.",
        },
        new("frs-2023-25", "FRS 2023-25", ProgrammeKind.Fire, Scale.FiveTier,
            new(Parse("2023"), Parse("2025"), "The years of its name."))
        {
            AreasGraded = "11 areas without pillars; no overall grade",
            ApartBecause = "FRS 2023-25 grades on five tiers against the characteristics of a good service; adequate has no equivalent before.",
        },
    ];
}
