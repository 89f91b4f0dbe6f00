using System.Collections.Immutable;
using Oversight.Core;

namespace Oversight.Grading.Judgments;

/// <summary>One grade as a source dates it; a dozen sources may say it.</summary>
/// <param name="Grade">On the programme's scale, or an ungraded state.</param>
/// <param name="PublishedOn">Null where nobody says.</param>
public readonly record struct StatedGrade(string Grade, PartialDate? PublishedOn);

/// <summary>A grade over a stretch of time.</summary>
/// <param name="Grade">The grade.</param>
/// <param name="Since">The first publication that gave it; null where none is dated.</param>
/// <param name="Statements">What it rests on.</param>
public sealed record Term(string Grade, PartialDate? Since, ImmutableArray<StatedGrade> Statements);

/// <summary>Which of the grades stated for one area stands. Only dates decide, never the order in which statements arrived.</summary>
/// <param name="Standing">One term; more than one when sources disagree and no date says which is later.</param>
/// <param name="Earlier">What stood before, oldest first: a grade and its regrades.</param>
public sealed record Settlement(ImmutableArray<Term> Standing, ImmutableArray<Term> Earlier)
{
    /// <summary>Nothing was stated.</summary>
    public static readonly Settlement Nothing = new([], []);

    /// <summary>The one grade that stands; null when there is none or more than one.</summary>
    public string? Grade => Standing is [var only] ? only.Grade : null;

    /// <summary>Settles any statements, in any order.</summary>
    public static Settlement Of(IEnumerable<StatedGrade> statements)
    {
        var all = statements.Distinct().ToArray();
        var dated = all.Where(stated => stated.PublishedOn is not null)
            .OrderBy(stated => stated.PublishedOn!.Value.Last).ThenByDescending(stated => stated.PublishedOn!.Value.Precision)
            .ThenBy(stated => stated.Grade, StringComparer.Ordinal).ToArray();

        var youngest = dated.GroupBy(stated => stated.Grade).ToDictionary(same => same.Key, same => same.Max(stated => stated.PublishedOn!.Value.First));
        var standing = new List<Term>();
        var earlier = new List<Term>();
        foreach (var stated in dated)
        {
            var superseded = youngest.Any(other => other.Key != stated.Grade && other.Value > stated.PublishedOn!.Value.Last);
            Add(superseded ? earlier : standing, stated, onlyToTheLast: superseded);
        }

        foreach (var stated in all.Where(stated => stated.PublishedOn is null).OrderBy(stated => stated.Grade, StringComparer.Ordinal))
        {
            // A source without a date that repeats a dated grade is taken to report that one, not a third.
            var repeats = !standing.Any(term => term.Grade == stated.Grade) && earlier.Any(term => term.Grade == stated.Grade);
            Add(repeats ? earlier : standing, stated, onlyToTheLast: false);
        }

        return new([.. standing.OrderBy(term => term.Grade, StringComparer.Ordinal)], [.. earlier]);
    }

    private static void Add(List<Term> terms, StatedGrade stated, bool onlyToTheLast)
    {
        var at = onlyToTheLast && terms.Count > 0 && terms[^1].Grade != stated.Grade ? -1 : terms.FindLastIndex(term => term.Grade == stated.Grade);
        if (at < 0)
        {
            terms.Add(new(stated.Grade, stated.PublishedOn, [stated]));
        }
        else
        {
            terms[at] = terms[at] with { Statements = terms[at].Statements.Add(stated) };
        }
    }
}
