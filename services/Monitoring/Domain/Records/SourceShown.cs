using System.Text.Json.Serialization;
using Oversight.Core;

namespace Oversight.Monitoring.Records;

/// <summary>A source beside an answer.</summary>
/// <param name="Cited">The source as the submission cites it, mostly an address.</param>
/// <param name="Says">What it says itself, where an answer rests on sources that say different things.</param>
/// <param name="PublishedOn">When it was published; null where nobody says.</param>
/// <param name="DecidedOn">When it says that the decision was taken.</param>
/// <param name="Reason">Why, as it sums it up.</param>
/// <param name="Submission">The submission that brought it.</param>
/// <param name="Line">The line of the submission.</param>
/// <param name="ClaimId">The claim.</param>
/// <param name="FactId">The fact that it is about; what is settled, corrected or proposed on names it.</param>
/// <param name="RecordedAt">Since when this system has it.</param>
/// <param name="Decision">The decision that it is, where it was decided in this system; it then has no submission.</param>
public sealed record SourceShown(
    string Cited,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Says,
    PartialDate? PublishedOn,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PartialDate? DecidedOn,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reason,
    string Submission, int Line, Guid ClaimId, string FactId, DateTimeOffset RecordedAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Decision = null)
{
    /// <summary>The source that says when its report came out, where it does not itself.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? DatedBy { get; init; }

    /// <summary>True where the page cited tells of later days than that of its publication, which is then another source's that nobody cites.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool PageIsLater { get; init; }

    /// <summary>What its publisher was called when it was published, where that is on record.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Publisher => Publishers.NameThen(Cited, PublishedOn);

    /// <summary>The sources of several values, the earliest published first, whatever order they came in.</summary>
    public static IReadOnlyList<SourceShown> Of<T>(IEnumerable<Seen<T>> seen, Func<T, string?> says)
        where T : notnull =>
        [.. seen.SelectMany(value => value.Evidence.Select(source => From(source, says(value.Value))))
            .OrderBy(source => source.PublishedOn is null).ThenBy(source => source.PublishedOn)
            .ThenBy(source => source.Cited, StringComparer.Ordinal).ThenBy(source => source.Line).ThenBy(source => source.ClaimId)];

    private static SourceShown From(Evidence source, string? says) => new(
        source.Provenance.Cited, says, source.Provenance.PublishedOn, source.DecidedOn, source.Reason,
        source.Provenance.Submission, source.Provenance.Line, source.Provenance.ClaimId, source.Provenance.FactId, source.RecordedAt, source.Decided?.Id) { DatedBy = source.DatedBy?.Cited, PageIsLater = source.IsOlderThanItsPage };
}
