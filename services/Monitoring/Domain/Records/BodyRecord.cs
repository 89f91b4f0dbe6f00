using Oversight.Core;
using Oversight.Monitoring.Phases;

namespace Oversight.Monitoring.Records;

/// <summary>All that is needed to answer for a body at any three times, but its timeline. Grades and audits are Grading's to answer for.</summary>
/// <remarks>It grows with what differs and not with who repeats it, so that reading it stays as fast as it was.</remarks>
/// <param name="Id">The body.</param>
public sealed record BodyRecord(
    string Id,
    IReadOnlyList<Registration> Registrations,
    IReadOnlyList<OtherName> Names,
    IReadOnlyList<Backed<MoveDate>> Moves,
    IReadOnlyList<Backed<QuotedLabel>> Labels,
    IReadOnlyList<Backed<ConflictSide>> Conflicts)
{
    public static BodyRecord Empty(string id) => new(id, [], [], [], [], []);

    /// <summary>Had anything in it been recorded?</summary>
    public bool IsRecordedBy(Viewpoint viewpoint) =>
        Registrations.Select(registration => registration.RecordedAt).Concat(Names.Select(name => name.RecordedAt))
            .Concat(Since(Moves)).Concat(Since(Labels)).Concat(Since(Conflicts))
            .Any(viewpoint.HasRecorded);

    private static IEnumerable<DateTimeOffset> Since<T>(IEnumerable<Backed<T>> values)
        where T : notnull => values.Select(value => value.Evidence[0].RecordedAt);
}

/// <summary>Its particulars in the register from then on.</summary>
public sealed record Registration(string Name, string Service, string? Country, string? OnsCode, string? Cited, DateTimeOffset RecordedAt);

/// <summary>Another name; <paramref name="To"/> is the first day on which it no longer was one.</summary>
public sealed record OtherName(string Name, string Kind, PartialDate? From, PartialDate? To, string? Cited, DateTimeOffset RecordedAt);

/// <summary>A date that sources give for a move into a phase.</summary>
public sealed record MoveDate(Phase Phase, PartialDate On) : IBeginning
{
    bool IBeginning.Begins => Phase == Phase.Engage;
}

/// <summary>A label that is no phase of the present scheme, as printed.</summary>
public sealed record QuotedLabel(string Label, PartialDate From, PartialDate? Until) : IBeginning
{
    bool IBeginning.Begins => true;
}

/// <summary>What one side of a conflict says about a fact.</summary>
public sealed record ConflictSide(string FactId, string About, string Value);
