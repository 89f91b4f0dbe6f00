using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Oversight.Core;
using Oversight.Grading.Programmes;

namespace Oversight.Grading.Judgments;

/// <summary>A grade as one source reports it.</summary>
/// <param name="Area">As printed.</param>
/// <param name="Grade">On the programme's scale, or an ungraded state.</param>
/// <param name="Source">Where it was read.</param>
/// <param name="RecordedAt">When it was recorded here.</param>
/// <param name="Sequence">Its position in the store.</param>
/// <param name="MoreSince">Since when there are more sources of the same than are listed.</param>
public sealed record JudgmentClaim(
    string Area, string Grade, Provenance Source, DateTimeOffset RecordedAt, long Sequence, DateTimeOffset? MoreSince = null) : IClaim
{
    /// <summary>The source that says when its report came out, where its own does not; found at each read.</summary>
    [JsonIgnore]
    public Provenance? DatedBy { get; init; }

    string IClaim.InWords => Grade;

    public bool Repeats(IClaim other) =>
        other is JudgmentClaim same && Area == same.Area && Grade == same.Grade && Source.PublishedOn == same.Source.PublishedOn;
}

/// <summary>A reported grade that cannot be a judgment of its programme.</summary>
/// <param name="Area">As printed.</param>
/// <param name="Grade">As printed.</param>
/// <param name="Rule">Why not, as a stable code.</param>
/// <param name="Because">Why not, in words.</param>
/// <param name="Source">Where it was read.</param>
/// <param name="RecordedAt">When it was recorded here.</param>
/// <param name="Sequence">Its position in the store.</param>
/// <param name="MoreSince">Since when there are more sources of the same than are listed.</param>
public sealed record SetAsideClaim(
    string Area, string Grade, string Rule, string Because, Provenance Source, DateTimeOffset RecordedAt, long Sequence, DateTimeOffset? MoreSince = null) : IClaim
{
    public bool Repeats(IClaim other) => other is SetAsideClaim same
        && (Area, Grade, Rule, Source.PublishedOn) == (same.Area, same.Grade, same.Rule, same.Source.PublishedOn);
}

/// <summary>A grade with everything it rests on.</summary>
/// <param name="Grade">The grade.</param>
/// <param name="Since">The first publication that gave it; null where none is dated.</param>
/// <param name="Claims">Dated before undated, older before younger.</param>
public sealed record GradeSide(string Grade, PartialDate? Since, ImmutableArray<JudgmentClaim> Claims);

/// <summary>What a body holds for one area, seen from a viewpoint.</summary>
/// <param name="Area">By its name in the catalogue, if it has one.</param>
/// <param name="Verdict">Whether one grade stands.</param>
/// <param name="Sides">The grade that stands; every side of a conflict; or what it may be when that cannot be told.</param>
/// <param name="Earlier">What stood before within the programme, oldest first.</param>
/// <param name="Marks">What to say beside it.</param>
/// <param name="Support">How many sources say the same; null where one does, or where they differ.</param>
public sealed record AreaJudgment(
    string Area, Verdict Verdict, ImmutableArray<GradeSide> Sides, ImmutableArray<GradeSide> Earlier, ImmutableArray<Mark> Marks, Support? Support = null)
{
    /// <summary>The sides that a settlement has set aside.</summary>
    public ImmutableArray<GradeSide> Overruled { get; init; } = [];

    /// <summary>What was settled and said of it later.</summary>
    public FactTrail Trail { get; init; } = FactTrail.None;

    /// <summary>The grade that stands, or null.</summary>
    public string? Grade => Verdict == Verdict.Stands ? Sides[0].Grade : null;

    /// <summary>Since when it stands, or null.</summary>
    public PartialDate? Since => Verdict == Verdict.Stands ? Sides[0].Since : null;

    /// <summary>Was it graded, though perhaps nobody agrees how?</summary>
    public bool IsGraded => Verdict is not (Verdict.CannotTell or Verdict.Withdrawn) && !Sides.Any(side => Scale.Ungraded.Contains(side.Grade));
}

/// <summary>The denominator: what was graded of what was reported for that body, never of what the programme might have graded.</summary>
/// <param name="Graded">Areas with a grade.</param>
/// <param name="Of">Areas reported in any way.</param>
/// <param name="CannotTell">Areas of which the dates do not tell.</param>
public sealed record Denominator(int Graded, int Of, int CannotTell)
{
    /// <summary>Counts the areas of one body.</summary>
    public static Denominator Over(IReadOnlyCollection<AreaJudgment> areas) =>
        new(areas.Count(area => area.IsGraded), areas.Count, areas.Count(area => area.Verdict == Verdict.CannotTell));
}
