using Oversight.Core;
using Oversight.Monitoring.Records;

namespace Oversight.Monitoring.Profiles;

/// <summary>A grade that sources give.</summary>
/// <param name="Grade">On the programme's own scale.</param>
/// <param name="PublishedOn">The earliest publication that a source gives.</param>
/// <param name="Claims">Who says so.</param>
public sealed record GradeSaid(string Grade, PartialDate? PublishedOn, IReadOnlyList<Seen<Judgment>> Claims);

/// <summary>What a body holds for one area of a programme.</summary>
/// <param name="Area">As printed.</param>
/// <param name="Grade">On the programme's own scale; null while sources disagree.</param>
/// <param name="Said">Every grade that sources give, the one that holds first.</param>
/// <param name="Marks">What to say beside it.</param>
public sealed record AreaGrade(string Area, string? Grade, IReadOnlyList<GradeSaid> Said, IReadOnlyList<Mark> Marks)
{
    /// <summary>A later report revises an earlier one; without an order in time two grades are a conflict.</summary>
    public static AreaGrade Of(IReadOnlyCollection<Seen<Judgment>> judgments, Viewpoint viewpoint)
    {
        var said = judgments.GroupBy(judgment => judgment.Value.Grade)
            .Select(grade => new GradeSaid(grade.Key, grade.Min(judgment => judgment.PublishedOn), [.. grade]))
            .OrderByDescending(grade => grade.PublishedOn).ThenBy(grade => grade.Grade, StringComparer.Ordinal).ToArray();
        var inOrder = said.Zip(said.Skip(1)).All(pair =>
            pair is ({ PublishedOn: { } later }, { PublishedOn: { } earlier }) && !later.AgreesWith(earlier));
        var marks = said.SelectMany(MarksOf)
            .Concat(said.Length == 1 ? [] : inOrder ? [Mark.Revised] : [Mark.Conflicting])
            .Concat(said.Any(grade => grade.PublishedOn?.OnOrBefore(viewpoint.AsOf) == Answer.CannotTell) ? [Mark.DateImprecise] : []);
        return new(judgments.Min(judgment => judgment.Value.Area)!, inOrder ? said[0].Grade : null, said, [.. marks.Distinct().Order()]);
    }

    // One source that was surely published is enough.
    private static IEnumerable<Mark> MarksOf(GradeSaid said) =>
        said.Claims.Any(claim => claim.Published == Answer.Yes) ? [] : said.Claims.SelectMany(claim => claim.Marks);
}

/// <summary>How many areas hold a grade.</summary>
public sealed record GradeCount(string Grade, int Areas);

/// <summary>A body's grades in one programme. Grades of two programmes are never added up or compared here.</summary>
/// <param name="Programme">Such as <c>PEEL 2021/22</c>.</param>
/// <param name="Areas">By name.</param>
public sealed record ProgrammeGrades(string Programme, IReadOnlyList<AreaGrade> Areas)
{
    private static readonly string[] BestFirst = ["outstanding", "good", "adequate", "requires-improvement", "inadequate"];

    /// <summary>The denominator: areas that hold one of the programme's grades.</summary>
    public int Graded => Tally.Sum(count => count.Areas);

    /// <summary>How often each grade is held; what was not graded or is in dispute does not count.</summary>
    public IReadOnlyList<GradeCount> Tally =>
        [.. BestFirst.Select(grade => new GradeCount(grade, Areas.Count(area => area.Grade == grade))).Where(count => count.Areas > 0)];

    /// <summary>Every programme that could be known, by name; how a source spells it does not matter.</summary>
    public static IReadOnlyList<ProgrammeGrades> All(BodyRecord record, Viewpoint viewpoint) =>
        [.. Known(record, viewpoint)
            .GroupBy(seen => NameBasedId.Slug(seen.Value.Programme)).OrderBy(programme => programme.Key, StringComparer.Ordinal)
            .Select(programme => new ProgrammeGrades(programme.Min(seen => seen.Value.Programme)!,
                [.. programme.GroupBy(seen => NameBasedId.Slug(seen.Value.Area)).OrderBy(area => area.Key, StringComparer.Ordinal)
                    .Select(area => AreaGrade.Of([.. area], viewpoint))]))];

    /// <summary>Every judgment that could be known and had, or may have, been passed.</summary>
    public static IEnumerable<Seen<Judgment>> Known(BodyRecord record, Viewpoint viewpoint) => record.Judgments
        .Select(backed => (Seen: Seen<Judgment>.From(viewpoint, backed, Inspections.EarliestDay(backed.Value.Programme)), backed.Value.Programme))
        .Where(judgment => judgment.Seen is { } seen && Inspections.HeldBy(viewpoint.AsOf, seen.PublishedOn, judgment.Programme))
        .Select(judgment => judgment.Seen!);
}

/// <summary>What the name of an inspection says about its time.</summary>
public static class Inspections
{
    /// <summary>"PEEL 2021/22" cannot have reported before 2021; a name without a year says nothing.</summary>
    public static DateOnly? EarliestDay(string programme)
    {
        for (var i = 0; i + 4 <= programme.Length; i++)
        {
            if ((i == 0 || !char.IsAsciiDigit(programme[i - 1])) && PartialDate.TryParse(programme[i..(i + 4)], out var year)
                && (i + 4 == programme.Length || !char.IsAsciiDigit(programme[i + 4])))
            {
                return year.First;
            }
        }

        return null;
    }

    /// <summary>Had it, or may it have, reported by then?</summary>
    public static bool HeldBy(DateOnly day, PartialDate? published, string programme) =>
        published is { } on ? on.OnOrBefore(day) != Answer.No : EarliestDay(programme) is not { } earliest || earliest <= day;
}
