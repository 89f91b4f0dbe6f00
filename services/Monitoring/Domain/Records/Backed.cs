using System.Text.Json.Serialization;
using Oversight.Core;

namespace Oversight.Monitoring.Records;

/// <summary>One source that says so, and since when this system has it.</summary>
public sealed record Evidence(
    Provenance Provenance, DateTimeOffset RecordedAt, long Version, PartialDate? DecidedOn = null, string? Reason = null)
{
    /// <summary>The decision that it is, where it was decided in this system and not reported to it.</summary>
    public DecidedHere? Decided { get; init; }

    /// <summary>The source that says when its report came out, where its own does not; found at each read.</summary>
    [JsonIgnore]
    public Provenance? DatedBy { get; init; }

    /// <summary>Is its day of publication older than the page that it cites can be? Then somebody else said so first; found at each read.</summary>
    [JsonIgnore]
    public bool IsOlderThanItsPage { get; init; }
}

/// <summary>A decision of this system as the source of a move.</summary>
/// <param name="Id">The decision.</param>
/// <param name="On">The day on which it was confirmed; nobody knew of it before.</param>
/// <param name="Replaces">The claim that stood for it before it was published.</param>
public sealed record DecidedHere(string Id, DateOnly On, Guid? Replaces);

/// <summary>Something that one or more sources say alike.</summary>
/// <param name="Value">What they say.</param>
/// <param name="Evidence">In the order they were recorded: the first ones, and every one that changes when it could have been known.</param>
/// <param name="FurtherSince">When the first source came that is not listed; null when all are.</param>
public sealed record Backed<T>(T Value, IReadOnlyList<Evidence> Evidence, DateTimeOffset? FurtherSince = null)
    where T : notnull
{
    /// <summary>Adds a source, or, where <paramref name="most"/> are listed and it brings no earlier publication, only that there are more.</summary>
    public Backed<T> With(Evidence source, int most)
    {
        if (Evidence.Any(known => known.Provenance.ClaimId == source.Provenance.ClaimId))
        {
            return this;
        }

        return Evidence.Count < most || source.Decided is not null || Tells(source)
            ? this with { Evidence = [.. Evidence, source] }
            : this with { FurtherSince = FurtherSince ?? source.RecordedAt };
    }

    // Whether something was known depends on the earliest day it surely was, the earliest it may have been, and whether a source has no date.
    private bool Tells(Evidence source)
    {
        var dated = Evidence.Select(known => known.Provenance.PublishedOn).OfType<PartialDate>().ToArray();
        return source.Provenance.PublishedOn is { } on
            ? Array.TrueForAll(dated, known => on.Last < known.Last) || Array.TrueForAll(dated, known => on.First < known.First)
            : dated.Length == Evidence.Count;
    }
}

/// <summary>Something that sources say, with words beside it that the keeper of this record wrote.</summary>
internal interface IWorded<out T>
{
    /// <summary>The same in words that somebody with less knowledge may read.</summary>
    T Read(Wording words);
}

/// <summary>What of a <see cref="Backed{T}"/> can be seen from a viewpoint.</summary>
/// <param name="Value">What the sources say.</param>
/// <param name="Evidence">Those that had been recorded and may have been published; never empty.</param>
/// <param name="Published">Yes when one of them surely was published, else cannot tell.</param>
/// <param name="Further">Are there sources that are not listed?</param>
public sealed record Seen<T>(T Value, IReadOnlyList<Evidence> Evidence, Answer Published, bool Further)
    where T : notnull
{
    /// <summary>What they say before anything is left out of it; nobody is told it, and ids follow from it.</summary>
    public T Whole { get; init; } = Value;

    /// <summary>Are words left out that were written with knowledge of what came later?</summary>
    public bool IsAbridged { get; init; }

    /// <summary>The earliest publication that a source gives.</summary>
    public PartialDate? PublishedOn => Evidence.Min(source => source.Provenance.PublishedOn);

    /// <summary>What to say about its publication and its words.</summary>
    public IEnumerable<Mark> Marks => Abridged.Concat(OfPublication);

    /// <summary>Is there nothing to say about its publication?</summary>
    public bool IsPlainlyPublished => OfPublication.Length == 0;

    /// <summary>What to say about its words.</summary>
    public IEnumerable<Mark> Abridged => IsAbridged ? [Mark.LaterWordsLeftOut] : [];

    private Mark[] OfPublication => Published == Answer.Yes ? Further || Evidence.Any(source => source is { DatedBy: null, IsOlderThanItsPage: false }) ? [] : [Mark.PublicationDayByAnotherSource]
        : Evidence.Any(source => source is { Provenance.PublishedOn: null, Decided: null }) ? [Mark.PublicationDateUnknown]
        : Evidence.Any(source => source.Provenance.PublishedOn is null) ? [Mark.NotPublished] : [Mark.PublicationDateImprecise];

    /// <summary>What of <paramref name="backed"/> could be known; null when nothing.</summary>
    /// <param name="viewpoint">From where.</param>
    /// <param name="backed">A value and its sources.</param>
    /// <param name="happened">The first day on which there was something to know.</param>
    public static Seen<T>? From(Viewpoint viewpoint, Backed<T> backed, DateOnly? happened)
    {
        var recorded = backed.Evidence.Where(source => viewpoint.HasRecorded(source.RecordedAt)).ToArray();
        var known = recorded.Where(source => !Array.Exists(recorded, other => other.Decided?.Replaces == source.Provenance.ClaimId))
            .Select(source => (Source: source, Knew: viewpoint.Knew(source.Provenance.PublishedOn, source.Decided?.On ?? happened)))
            .Where(seen => seen.Knew != Answer.No).ToArray();
        return known.Length == 0 ? null : Worded(backed.Value, new(viewpoint.KnownAt, DateOnly.FromDateTime(recorded.Min(source => source.RecordedAt).UtcDateTime)), new(
            backed.Value, Array.ConvertAll(known, seen => seen.Source), known.Max(seen => seen.Knew),
            backed.FurtherSince is { } since && viewpoint.HasRecorded(since)));
    }

    // Every text of a read comes by here.
    private static Seen<T> Worded(T whole, Wording words, Seen<T> seen)
    {
        if (words.KnownAt >= words.WrittenOn)
        {
            return seen;
        }

        var value = whole is IWorded<T> worded ? worded.Read(words) : whole;
        var evidence = seen.Evidence.Select(source => source.Reason is { } reason ? source with { Reason = whole is IBeginning { Begins: true } ? words.OfBeginning(reason) : words.Of(reason) } : source).ToArray();
        return value.Equals(whole) && evidence.Select(source => source.Reason).SequenceEqual(seen.Evidence.Select(source => source.Reason)) ? seen
            : seen with { Value = value, Whole = whole, Evidence = evidence, IsAbridged = true };
    }
}

/// <summary>Something of which the reasons beside it may tell how it went on.</summary>
internal interface IBeginning
{
    bool Begins { get; }
}
