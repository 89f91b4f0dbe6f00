using Oversight.Portal.Api;

namespace Oversight.Portal.Words;

/// <summary>Which areas of a body went up or down between its two latest inspections that may be compared; grades of others are never put beside each other.</summary>
/// <param name="From">The earlier programme.</param>
/// <param name="To">The later one.</param>
/// <param name="Up">Areas with a better grade, each with both.</param>
/// <param name="Down">Areas with a worse one.</param>
/// <param name="Same">How many kept theirs.</param>
/// <param name="Untold">How many have no grade that stands in one of the two.</param>
public sealed record Movement(string From, string To, IReadOnlyList<string> Up, IReadOnlyList<string> Down, int Same, int Untold)
{
    /// <summary>In words, so that no colour has to say it.</summary>
    public string InWords => $"{From} to {To}: {string.Join("; ", new[]
    {
        Up.Count == 0 ? null : $"up: {string.Join(", ", Up)}", Down.Count == 0 ? null : $"down: {string.Join(", ", Down)}", Same == 0 ? null : $"{Say.Count(Same, "area")} the same",
        Untold == 0 ? null : $"{Say.Count(Untold, "area")} cannot be told",
    }.OfType<string>())}";

    /// <summary>Of one body; null where no two of its inspections on record compare.</summary>
    public static Movement? Of(string body, IEnumerable<GradeMatrix> matrices)
    {
        var held = matrices.Select(matrix => (matrix.Programme, Grades: matrix.Bodies.FirstOrDefault(row => row.Id == body)?.Grades ?? [])).Where(one => one.Grades.Count > 0)
            .OrderByDescending(one => one.Programme.PublishedFrom, StringComparer.Ordinal).ToList();
        var pairs = held.SelectMany((later, at) => held.Skip(at + 1).Select(earlier => (Later: later, Earlier: earlier)))
            .Where(pair => pair.Later.Programme.ComparableWith?.Any(with => with.Id == pair.Earlier.Programme.Id && with.Answer == "Yes") == true && pair.Later.Programme.Scale.SequenceEqual(pair.Earlier.Programme.Scale)).ToList();
        return pairs.Count == 0 ? null : Between(pairs[0].Earlier.Programme, pairs[0].Earlier.Grades, pairs[0].Later.Programme, pairs[0].Later.Grades);
    }

    private static Movement Between(Programme earlier, IReadOnlyList<Grade> before, Programme later, IReadOnlyList<Grade> after)
    {
        var (up, down, same, untold) = (new List<string>(), new List<string>(), 0, 0);
        foreach (var area in later.Areas.Union(earlier.Areas).Union(after.Select(grade => grade.Area)).Union(before.Select(grade => grade.Area)))
        {
            var (was, now) = (before.FirstOrDefault(grade => grade.Area == area), after.FirstOrDefault(grade => grade.Area == area));
            if (was is null && now is null)
            {
                continue;
            }

            var (from, to) = (Step(was, later.Scale), Step(now, later.Scale));
            if (from is null || to is null)
            {
                untold++;
            }
            else if (from == to)
            {
                same++;
            }
            else
            {
                (to < from ? up : down).Add($"{area} ({Say.Grade(was!.Awarded)} to {Say.Grade(now!.Awarded)})");
            }
        }

        return new(earlier.Name, later.Name, up, down, same, untold);
    }

    // The scale goes from best to worst.
    private static int? Step(Grade? grade, IReadOnlyList<string> scale) => grade is { Verdict: "Stands", Awarded: { } awarded } && scale.ToList().IndexOf(awarded) is >= 0 and var at ? at : null;
}
