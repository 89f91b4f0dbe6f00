using System.Collections.Immutable;

namespace Oversight.Grading.Programmes;

/// <summary>The words a programme grades with, best first.</summary>
/// <param name="Name">Such as <c>four-tier</c>.</param>
/// <param name="Grades">Best first.</param>
public sealed record Scale(string Name, ImmutableArray<string> Grades)
{
    /// <summary>PEEL to 2018/19, crime data integrity 2016 to 2020, fire to 2021/22.</summary>
    public static readonly Scale FourTier = new("four-tier", ["outstanding", "good", "requires-improvement", "inadequate"]);

    /// <summary>PEEL from 2021/22, fire from 2023. Its "adequate" has no equivalent on the older scale.</summary>
    public static readonly Scale FiveTier = new("five-tier", ["outstanding", "good", "adequate", "requires-improvement", "inadequate"]);

    /// <summary>Said of an area that was looked at without a grade, or not looked at; no grade of another programme takes its place.</summary>
    public static readonly ImmutableArray<string> Ungraded = ["not-graded", "not-inspected"];
}
