using System.Text.Json.Serialization;
using Oversight.Portal.Words;

namespace Oversight.Portal.Api;

/// <summary>The answer of /api/v1/bodies/{id}.</summary>
public sealed record BodyProfile(string Id, string Name, string NameThen, string Service, string? Country, string? OnsCode, IReadOnlyList<BodyName> Names, BodyStatus Status, IReadOnlyList<Stay> Stays,
    IReadOnlyList<Conflict> Conflicts, Lineage? Lineage, IReadOnlyList<ProgrammeGrades>? Grades, IReadOnlyList<Audit>? Audits, IReadOnlyList<string> Missing);

/// <summary>What a body is or was called.</summary>
public sealed record BodyName(string Name, string Kind, string? From, string? To, string? Cited)
{
    /// <summary>In which language it is, where that is not English, as a page says it.</summary>
    [JsonIgnore]
    public string? Language => Kind == "welsh" ? "cy" : null;

    /// <summary>How it is meant, for people.</summary>
    [JsonIgnore]
    public string Means => Kind switch
    {
        "alias" => "in general use",
        "former" => "once its name",
        "press" => "in the press",
        "welsh" => "in Welsh",
        _ => Kind,
    };
}

/// <summary>Its phase.</summary>
public sealed record BodyStatus(string Phase, string? Since, IReadOnlyList<Source> Sources, IReadOnlyList<string> Marks, IReadOnlyList<TrailStep> Trail, string? Because, IReadOnlyList<Ahead>? Ahead = null);

/// <summary>Where sources disagree.</summary>
public sealed record Conflict(string FactId, string About, string State, string? Value, IReadOnlyList<ConflictSide> Sides, IReadOnlyList<string> Marks, IReadOnlyList<TrailStep> Trail);

/// <summary>One of its sides.</summary>
public sealed record ConflictSide(string Value, string Stands, IReadOnlyList<Source>? Sources);

/// <summary>Where a body comes from and what became of it.</summary>
public sealed record Lineage(string Existed, string? Because, IReadOnlyList<string> NameInLaw, IReadOnlyList<string> NameInUse);

/// <summary>A body's grades in one programme.</summary>
public sealed record ProgrammeGrades(Programme Programme, IReadOnlyList<Grade> Grades, int Graded, int Of, int CannotTell)
{
    /// <summary>Every area of the programme in its order, with the grade where one is on record.</summary>
    public IEnumerable<(string Area, Grade? Grade)> ByArea => Programme.With(Grades.Select(grade => grade.Area)).Select(area => (area, Grades.FirstOrDefault(grade => grade.Area == area)));

    /// <summary>4 of 11 areas graded; 7 not on record.</summary>
    public string InWords => Programme.Share(Graded, CannotTell, Grades.Count, ByArea.Count());
}

/// <summary>A programme of inspections.</summary>
public sealed record Programme(string Id, string Name, string Kind, string? ScaleName, IReadOnlyList<string> Scale, IReadOnlyList<string> Areas, string AreasGraded, string? Method, string? PublishedFrom, string? PublishedTo,
    IReadOnlyList<Comparable>? ComparableWith)
{
    /// <summary>Its areas, and what else sources speak of.</summary>
    public IEnumerable<string> With(IEnumerable<string> others) => Areas.Union(others);

    /// <summary>How many of all areas are graded, and of how many nothing is on record, which is not to say that they were not graded.</summary>
    internal static string Share(int graded, int cannotTell, int onRecord, int of) =>
        $"{graded} of {Say.Count(of, "area")} graded{(cannotTell > 0 ? $"; {cannotTell} cannot be told" : "")}{(of > onRecord ? $"; {of - onRecord} not on record" : "")}";
}

/// <summary>Whether another programme's grades may be put beside this one's: Yes, No or CannotTell.</summary>
public sealed record Comparable(string Id, [property: JsonPropertyName("comparable")] string Answer, string Because);

/// <summary>A judgment.</summary>
public sealed record Grade(string Area, [property: JsonPropertyName("grade")] string? Awarded, string Verdict, string? Since, IReadOnlyList<string> Marks, IReadOnlyList<Source> Sources,
    IReadOnlyList<GradeSide> Sides, IReadOnlyList<TrailStep> Trail);

/// <summary>A grade that some source says.</summary>
public sealed record GradeSide([property: JsonPropertyName("grade")] string? Awarded, IReadOnlyList<Source>? Sources);

/// <summary>An audit's result.</summary>
public sealed record Audit(string Body, string Kind, string Programme, string Category, string Method, string Verdict, Figure? Figure, IReadOnlyList<string> Marks, IReadOnlyList<Figure> Sides);

/// <summary>A share as published.</summary>
public sealed record Figure(decimal Percent, decimal? HalfWidth, string? HalfWidthLevel, int? Sample, Computed? Computed, bool TinyDenominator, IReadOnlyList<string> Inspections, IReadOnlyList<Source> Sources);

/// <summary>An interval that nobody published, worked out from the counts that somebody did.</summary>
public sealed record Computed(string Method, decimal Level, decimal Low, decimal High, int Count, int Of);

/// <summary>The answer of /api/v1/bodies/{id}/history.</summary>
public sealed record History(string Id, string Name, int Total, IReadOnlyList<HistoryEntry> Entries, string? Next);

/// <summary>An entry of a timeline.</summary>
public sealed record HistoryEntry(string Id, string? On, string? Until, string Kind, string Title, string? Detail, IReadOnlyList<Source> Sources, IReadOnlyList<string> Marks, IReadOnlyList<EntryLink> Links,
    IReadOnlyList<ToldToo>? Tells = null, IReadOnlyList<TrailStep>? Trail = null)
{
    /// <summary>Its kind, and those of what it tells too.</summary>
    [JsonIgnore]
    public IEnumerable<string> Kinds => (Tells ?? []).Select(told => told.Kind).Prepend(Kind).Distinct();

    /// <summary>Whether it says the same as another: in its words, its marks, its sources and what was said later of it.</summary>
    public bool ReadsAs(HistoryEntry other) => other is not null && (Title, Detail, On) == (other.Title, other.Detail, other.On) && Marks.SequenceEqual(other.Marks)
        && Sources.Select(source => (source.ClaimId, source.Cited)).SequenceEqual(other.Sources.Select(source => (source.ClaimId, source.Cited))) && (Trail ?? []).SequenceEqual(other.Trail ?? []);
}

/// <summary>What else an entry tells, as it is of the same day and from the same page.</summary>
public sealed record ToldToo(string Id, string Kind, string Title, string? Detail, IReadOnlyList<Source>? Sources = null);

/// <summary>What an entry has to do with another.</summary>
public sealed record EntryLink(string Relation, string Id, string? On, string Title, IReadOnlyList<string> Cited);

/// <summary>The answer of /api/v1/search.</summary>
public sealed record SearchResult(string Words, int Total, IReadOnlyList<FoundEntry> Found, string? Next);

/// <summary>An entry of a timeline, and whose it is.</summary>
public sealed record FoundEntry(string Body, string Name, HistoryEntry Entry);

/// <summary>The answer of /api/v1/bodies.</summary>
public sealed record Register(IReadOnlyList<RegisteredBody> Bodies);

/// <summary>A body and everything else it is or was called.</summary>
public sealed record RegisteredBody(string Id, IReadOnlyList<BodyName> Names);
