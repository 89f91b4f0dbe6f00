using System.Diagnostics;
using System.Globalization;
using Oversight.Core;
using Oversight.Grading.ProgrammeRecords;
using static Oversight.Grading.ProgrammeRecords.GradingEvent;

namespace Oversight.Grading.Findings;

/// <summary>A practice as one source tells of it.</summary>
public sealed record PracticeClaim(
    string Practice, string? Label, string Inspection, Provenance Source, DateTimeOffset RecordedAt, long Sequence, DateTimeOffset? MoreSince = null) : IClaim
{
    public string Key => NameBasedId.Slug(Practice);

    public bool Repeats(IClaim other) => other is PracticeClaim same && (Key, Label, Source.PublishedOn) == (same.Key, same.Label, same.Source.PublishedOn);
}

/// <summary>That another body took it over, as one source tells of it.</summary>
public sealed record AdoptionClaim(
    string Practice, string AdoptedBy, PartialDate? On, Provenance Source, DateTimeOffset RecordedAt, long Sequence, DateTimeOffset? MoreSince = null) : IClaim
{
    public string Key => NameBasedId.Slug(Practice);

    public bool Repeats(IClaim other) =>
        other is AdoptionClaim same && (Key, AdoptedBy, On, Source.PublishedOn) == (same.Key, same.AdoptedBy, same.On, same.Source.PublishedOn);
}

/// <summary>What was counted, of how many, and the published share.</summary>
public sealed record FindingFigure(int? Count, int? OutOf, decimal? Percent)
{
    /// <summary>Do both say the same where both say something?</summary>
    public bool AgreesWith(FindingFigure other) =>
        (Count ?? other.Count) == (other.Count ?? Count) && (OutOf ?? other.OutOf) == (other.OutOf ?? OutOf) && (Percent ?? other.Percent) == (other.Percent ?? Percent)
        && (Said == 3 || other.Said == 3 || Share.Fits(Count ?? other.Count, OutOf ?? other.OutOf, Percent ?? other.Percent));

    /// <summary>Does it say all that the other says, and more?</summary>
    public bool SaysMoreThan(FindingFigure other) => AgreesWith(other) && Said > other.Said;

    /// <summary>As a conflict names it.</summary>
    internal string InWords() => string.Create(CultureInfo.InvariantCulture,
        $"{Count}{(OutOf is null ? "" : $" of {OutOf}")}{(Percent is null ? "" : Count is null ? $"{Percent}%" : $", {Percent}%")}") is { Length: > 0 } words ? words : "in words";

    private int Said => (Count is null ? 0 : 1) + (OutOf is null ? 0 : 1) + (Percent is null ? 0 : 1);
}

/// <summary>A finding as one source tells of it.</summary>
public sealed record FindingClaim(
    string Inspection, string Topic, string? Standard, FindingFigure Figure, string Text,
    Provenance Source, DateTimeOffset RecordedAt, long Sequence, DateTimeOffset? MoreSince = null) : IClaim
{
    string IClaim.InWords => Figure.InWords();

    public bool Repeats(IClaim other) => other is FindingClaim same && Source.FactId == same.Source.FactId
        && (Figure, Text, Source.PublishedOn) == (same.Figure, same.Text, same.Source.PublishedOn);
}

/// <summary>What one body's inspection found without grading it: it grows with what differs, not with who repeats it.</summary>
/// <param name="Id">The stream, such as <c>metropolitan/peel-2021-22</c>.</param>
/// <param name="Body">The body.</param>
/// <param name="Programme">As its first source prints it.</param>
/// <param name="Practices">Praised practices.</param>
/// <param name="Adoptions">Who took one over.</param>
/// <param name="Findings">In words or numbers.</param>
public sealed record ProgrammeFindings(
    string Id, string Body, string Programme, IReadOnlyList<PracticeClaim> Practices, IReadOnlyList<AdoptionClaim> Adoptions, IReadOnlyList<FindingClaim> Findings)
{
    /// <summary>After one more finding, recorded at that time and position.</summary>
    public static ProgrammeFindings Evolve(ProgrammeFindings? known, string id, IFinding finding, DateTimeOffset recordedAt, long sequence)
    {
        var so = known ?? new(id, finding.Body, finding.Programme, [], [], []);
        return finding switch
        {
            PracticeRecorded e => so with
            {
                Practices = so.Practices.With(new(e.Practice, e.Label, e.Inspection, e.Source, recordedAt, sequence), full => full with { MoreSince = recordedAt }),
            },
            PracticeAdopted e => so with
            {
                Adoptions = so.Adoptions.With(new(e.Practice, e.AdoptedBy, e.On, e.Source, recordedAt, sequence), full => full with { MoreSince = recordedAt }),
            },
            FindingRecorded e => so with
            {
                Findings = so.Findings.With(new(e.Inspection, e.Topic, e.Standard, new(e.Count, e.OutOf, e.Percent), e.Text, e.Source, recordedAt, sequence),
                    full => full with { MoreSince = recordedAt }),
            },
            _ => throw new UnreachableException(),
        };
    }
}
