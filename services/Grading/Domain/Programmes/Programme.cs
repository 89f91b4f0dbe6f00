using System.Collections.Immutable;
using Oversight.Core;

namespace Oversight.Grading.Programmes;

/// <summary>What a programme inspects; programmes of two kinds never compare.</summary>
public enum ProgrammeKind
{
    /// <summary>Police effectiveness, efficiency and legitimacy.</summary>
    Peel,

    /// <summary>Fire and rescue services.</summary>
    Fire,

    /// <summary>Crime data integrity: whether reported crime gets recorded.</summary>
    CrimeRecording,

    /// <summary>Whether the record of a stop and search shows reasonable grounds.</summary>
    StopSearch,
}

/// <summary>When the reports of a programme came out. A report without a date was out by neither before its first day nor certainly before its last.</summary>
/// <param name="First">No report is older.</param>
/// <param name="Last">No report is younger.</param>
/// <param name="Basis">Where the two dates come from.</param>
public sealed record PublicationWindow(PartialDate First, PartialDate Last, string Basis);

/// <summary>A round of inspections with its own scale.</summary>
/// <param name="Id">The slug of its name.</param>
/// <param name="Name">As the inspectorate prints it.</param>
/// <param name="Kind">What it inspects.</param>
/// <param name="Scale">Null where it publishes figures and no grades.</param>
/// <param name="Published">When its reports came out.</param>
public sealed record Programme(string Id, string Name, ProgrammeKind Kind, Scale? Scale, PublicationWindow Published)
{
    /// <summary>The areas known by name, in the order of the reports; a report may have more.</summary>
    public ImmutableArray<string> Areas { get; init; } = [];

    /// <summary>How many areas a body is graded on, in words; the denominator is only ever what was graded for that body.</summary>
    public required string AreasGraded { get; init; }

    /// <summary>The generation of method of its audits; figures of two generations do not compare.</summary>
    public string? Method { get; init; }

    /// <summary>The programmes before it that it was made to be compared with.</summary>
    public ImmutableArray<string> ComparableWith { get; init; } = [];

    /// <summary>Why it compares with <see cref="ComparableWith"/>.</summary>
    public string? ComparableBecause { get; init; }

    /// <summary>Why it compares with nothing before it; null where that is not said.</summary>
    public string? ApartBecause { get; init; }

    /// <summary>Can it award <paramref name="grade"/>, or leave an area with it?</summary>
    public bool Knows(string grade) => Scale is not null && (Scale.Grades.Contains(grade) || Scale.Ungraded.Contains(grade));
}
