using System.ComponentModel;
using System.Text.Json.Serialization;
using Marten;
using Oversight.Core;
using Oversight.Hosting;
using Oversight.Monitoring.Follows;
using Oversight.Monitoring.Histories;
using Oversight.Monitoring.Reads;
using Oversight.Monitoring.Records;

namespace Oversight.Monitoring.Changes;

/// <summary>What has changed in this record since a reader looked last.</summary>
/// <param name="After">The position up to which the reader had seen it.</param>
/// <param name="Position">Up to where this answer goes: what to give as <c>after</c> the next time.</param>
/// <param name="Since">When the record stood at <paramref name="After"/>; null for a reader who has seen nothing.</param>
/// <param name="BodiesChanged">How many bodies something was learned of.</param>
/// <param name="Bodies">The last of them, with what reads otherwise now.</param>
public sealed record ChangeList(
    DateOnly AsOf, DateOnly KnownAt, DateTimeOffset RecordedAt, bool Strict, long After, long Position, DateTimeOffset? Since, int BodiesChanged, IReadOnlyList<BodyChanges> Bodies);

/// <summary>What reads otherwise of one body.</summary>
/// <param name="Total">How many entries; <paramref name="Changes"/> holds the first of them.</param>
public sealed record BodyChanges(string Id, string Name, DateTimeOffset LastAt, int Total, IReadOnlyList<ChangeShown> Changes)
{
    internal const int Most = 20;
}

/// <summary>An entry of a timeline: <c>new</c>, <c>changed</c> or <c>gone</c>.</summary>
/// <param name="Reason">Why it is so, where the record says it.</param>
/// <param name="Detail">Of grades, which they are.</param>
public sealed record ChangeShown(string What, string Id, PartialDate? On, string Kind, string Title, string? Before, IReadOnlyList<string> Marks, IReadOnlyList<SourceShown> Sources,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reason = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Detail = null)
{
    /// <summary>Its title, and of grades which they are.</summary>
    internal string InFull => Detail is null ? Title : $"{Title} ({Detail})";

    internal static ChangeShown Of(Change change)
    {
        var (what, entry) = change switch
        {
            { Before: null, After: { } added } => ("new", added),
            { After: { } changed } => ("changed", changed),
            { Before: { } gone } => ("gone", gone),
            _ => throw new InvalidOperationException("A change is of something."),
        };
        return new(what, entry.Id, entry.On, entry.Kind, entry.Title, change.After is null ? null : Wording(change.Before), entry.Marks.InWords, entry.Sources, entry.Reason, entry.Kind == "grades" ? entry.Detail : null);
    }

    private static string? Wording(HistoryEntry? entry) => entry is null ? null : string.Join(", ", ((string?[])[entry.Title, entry.Detail, .. entry.Marks.InWords]).Where(part => !string.IsNullOrEmpty(part)));
}

/// <summary>Where the record stands.</summary>
/// <param name="Position">The last position that all views may be asked about.</param>
/// <param name="Changes">How many events came after the position that was asked about; what they come to is told by the list of changes.</param>
public sealed record ChangePosition(long Position, long Changes);

internal static class ChangeReads
{
    private const int Usual = 10, Most = 50;

    public static void MapChanges(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/changes", async (Moment moment, ChangeReader changes, IQuerySession session, CancellationToken ct,
            [Description("The position up to which the reader has seen the record; 0, which is everything, by default.")] string? after = null,
            [Description("In place of a position: a day, such as 2026-11-16; everything that was learned from its beginning on.")] string? since = null,
            [Description("How many bodies are told in full; 10 by default, 50 at most.")] string? limit = null,
            [Description("Only of this body, by its id or any of its names; may be given more than once.")] string[]? body = null,
            [Description("Only entries of this kind, such as engage or grades; may be given more than once.")] string[]? kind = null,
            [Description("Only of bodies of this service: police or fire.")] string? service = null) =>
            await changes.List(session, await Filter(session, body, kind, service, ct), await After(changes, after, since, ct), await changes.Position(ct), Asked.Number("limit", limit, Usual, Most), moment, ct, Ahead(moment.Viewpoint)))
        .WithName("changes").WithTags("Monitoring").InThreeTimes()
        .WithSummary("What reads otherwise than it did when a reader looked last: new, changed and gone entries, by body, the last changed body first.");

        routes.MapGet("/api/v1/changes/position", async (ChangeReader changes, CancellationToken ct,
            [Description("A position; nothing is counted without.")] string? after = null) =>
        {
            var position = await changes.Position(ct);
            return new ChangePosition(position, after is null ? 0 : await changes.Count(Position(after), position, ct));
        })
        .ProducesProblem(StatusCodes.Status400BadRequest).WithName("change-position").WithTags("Monitoring")
        .WithSummary("Where the record stands, and how much was learned since a position; made to be asked often.");
    }

    /// <summary>What was learned between two positions and is asked for.</summary>
    public static async Task<ChangeList> List(this ChangeReader changes, IQuerySession session, FollowFilter filter, long after, long upto, int most, Moment moment, CancellationToken ct, Viewpoint? from = null)
    {
        var since = await changes.InstantOf(after, ct);
        var touched = (await changes.Touched(after, upto, ct)).Where(one => filter.Admits(one.Body)).ToArray();
        var (bodies, others) = (new List<BodyChanges>(), 0);
        foreach (var one in touched)
        {
            // Without a filter every one counts, whatever can be told of it; with one, only what it admits.
            if (bodies.Count < most)
            {
                var of = await ChangeReader.Of(session, one, since, from ?? moment.Viewpoint, filter, ct);
                bodies.AddRange(of is not null && (of.Total > 0 || filter.Kinds.Count == 0) ? [of] : []);
                others += of is null ? 1 : 0;
            }
        }

        return new(moment.AsOf, moment.KnownAt, moment.Until, moment.Strict, after, upto, since, touched.Length - others, bodies);
    }

    // What is still to come is told when it is learned, for nobody would hear of it later; of a day that is past only what had happened by then.
    private static Viewpoint Ahead(Viewpoint viewpoint) => viewpoint.AsOf < viewpoint.KnownAt ? viewpoint : viewpoint with { AsOf = DateOnly.MaxValue };

    /// <summary>A filter as an address has it.</summary>
    public static async Task<FollowFilter> Filter(IQuerySession session, IReadOnlyList<string>? bodies, IReadOnlyList<string>? kinds, string? service, CancellationToken ct)
    {
        var ids = new List<string>();
        foreach (var asked in (bodies ?? []).Take(FollowFilter.MostBodies + 1))
        {
            var (record, problem) = await Reads.Bodies.Find(session, asked, new(DateOnly.MaxValue, DateOnly.MaxValue), ct);
            ids.Add(record?.Id ?? throw new RejectedException("body.unknown", (problem as IValueHttpResult)?.Value is Microsoft.AspNetCore.Mvc.ProblemDetails { Detail: { } detail } ? detail : "There is no such body."));
        }

        var filter = FollowFilter.Of(ids, kinds ?? [], service);
        filter.Check();
        return filter;
    }

    private static async Task<long> After(ChangeReader changes, string? after, string? since, CancellationToken ct) => since is null ? Position(after)
        : after is not null ? throw new BadHttpRequestException("after and since say the same in two ways; give one of them.")
        : PartialDate.TryParse(since, out var day) && day.Precision == 3 ? await changes.PositionBy(Moment.StartOf(day.First).AddTicks(-1), ct)
        : throw new BadHttpRequestException($"since is {PartialDate.ADay}, not '{Asked.Shown(since)}'.");

    private static long Position(string? text) => text is null ? 0
        : text.Length <= 18 && text.All(char.IsAsciiDigit) && text.Length > 0 ? long.Parse(text, null)
        : throw new BadHttpRequestException($"after is a position, a whole number such as 1207, not '{Asked.Shown(text)}'.");
}
