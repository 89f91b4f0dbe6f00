using System.Collections.Immutable;
using static Oversight.Core.PartialDate;

namespace Oversight.Grading.Programmes;

internal static class AuditRounds
{
    private const string NoGrades = "none: it publishes figures";

    public static ImmutableArray<Programme> CrimeRecording { get; } =
    [
        new("crime-data-integrity-2014", "Crime data integrity 2014", ProgrammeKind.CrimeRecording, Scale: null,
            new(Parse("2014"), Parse("2014"), "Its interim, force and national reports are all of 2014."))
        {
            AreasGraded = NoGrades,
            Method = "dip-sample-2014",
        },
        new("crime-data-integrity-2016-2020", "Crime data integrity 2016-2020", ProgrammeKind.CrimeRecording, Scale.FourTier,
            new(Parse("2016-08-25"), Parse("2020-07-31"), "The first and the last dated report in the record."))
        {
            AreasGraded = "three core questions and an overall grade that is not a function of the rate",
            Method = "rolling-2016-2020",
            ApartBecause = "The audits of 2016 to 2020 estimate a rate over six months with a limit of 24 hours; those of 2014 were small dip samples with a limit of 72.",
        },
        new("crime-data-integrity-in-peel", "Crime data integrity in PEEL", ProgrammeKind.CrimeRecording, Scale: null,
            new(Parse("2021-05-07"), Parse("2027-12"), "From the first figure published inside PEEL to the end of the programme now running."))
        {
            AreasGraded = "none of its own: recording data about crime is an area of PEEL, graded for some forces only",
            Method = "peel-since-2021",
            ApartBecause = "The audits inside PEEL since 2021 take smaller samples than those of 2016 to 2020, as part of the victim service assessment.",
        },
    ];

    public static ImmutableArray<Programme> StopSearch { get; } =
    [
        StopSearchRoundOf("2013", "2013-07-09", "2013-07-09", "Its one national report."),
        StopSearchRoundOf("2015", "2016-02-11", "2016-02-11", "Published with the legitimacy reports of 2015."),
        StopSearchRoundOf("2017", "2017-12-12", "2018", "Published with the legitimacy reports of 2017, put off to 12 December 2017."),
        StopSearchRoundOf("2018/19", "2019-05-02", "2020-02-07", "Published with the reports of PEEL 2018/19."),
        StopSearchRoundOf("2019", "2019", "2021-02-26", "From the year of the sample to the national report on it."),
        StopSearchRoundOf("2020", "2020", "2022-09-22", "From the year of the review to the report that quotes it."),
        StopSearchRoundOf("2021/22", "2021-05", "2023-09", "Published with the reports of PEEL 2021/22."),
    ];

    private static Programme StopSearchRoundOf(string name, string first, string last, string basis) =>
        new($"stop-and-search-{name.Replace('/', '-')}", $"Stop and search {name}", ProgrammeKind.StopSearch, Scale: null,
            new(Parse(first), Parse(last), basis))
        {
            AreasGraded = NoGrades,
            Method = $"stop-search-{name.Replace('/', '-')}",
        };
}
