using System.ComponentModel;
using Marten;
using Npgsql;
using Oversight.Core;
using Oversight.Hosting;
using Oversight.Monitoring.Changes;
using Oversight.Monitoring.Follows;
using Oversight.Monitoring.Histories;
using Oversight.Monitoring.Profiles;
using Oversight.Monitoring.Reads;
using Oversight.Monitoring.Records;

namespace Oversight.Monitoring.Searching;

/// <summary>A page of the entries of timelines in which all the words stand: those first whose title has them, then the newest.</summary>
/// <param name="Words">What was looked for.</param>
/// <param name="Total">How many entries there are on all pages.</param>
/// <param name="Next">What to give as <c>before</c> to read on; null on the last page.</param>
public sealed record SearchResult(
    DateOnly AsOf, DateOnly KnownAt, DateTimeOffset RecordedAt, bool Strict, string Words, int Total, IReadOnlyList<FoundEntry> Found, string? Next);

/// <summary>An entry, and whose timeline it is of; what a predecessor left is found there.</summary>
public sealed record FoundEntry(string Body, string Name, EntryShown Entry);

internal static class SearchRead
{
    private const int Usual = 25, Most = 100, Longest = 100, MostWords = 10;

    public static void MapSearch(this IEndpointRouteBuilder routes) => routes.MapGet("/api/v1/search",
        async (Moment moment, NpgsqlDataSource postgres, IQuerySession session, CancellationToken ct,
            [Description("The words, or beginnings of them; all have to stand in an entry, whatever the case and the accents.")] string? q = null,
            [Description("Only of this body, by its id or any of its names; may be given more than once.")] string[]? body = null,
            [Description("Only entries of this kind, such as engage or grades; may be given more than once.")] string[]? kind = null,
            [Description("Only of bodies of this service: police or fire.")] string? service = null,
            [Description("How many entries; 25 by default, 100 at most.")] string? limit = null,
            [Description("Read on after the entry of the page before: its next.")] string? before = null) =>
        {
            var (words, most) = (Asked(q), Reads.Asked.Number("limit", limit, Usual, Most));
            var filter = await ChangeReads.Filter(session, body, kind, service, ct);
            var found = await Find(postgres, session, words, filter, moment.Viewpoint, ct);
            var start = before is null ? 0 : found.FindIndex(one => IdOf(one) == before) + 1;
            if (before is not null && start == 0)
            {
                throw new BadHttpRequestException($"before is the next of an answer to the same question, not '{Reads.Asked.Shown(before)}'.");
            }

            var page = found[start..Math.Min(found.Count, start + most)];
            return new SearchResult(moment.AsOf, moment.KnownAt, moment.Until, moment.Strict, string.Join(' ', words), found.Count,
                [.. page.Select(one => new FoundEntry(one.Body, one.Name, EntryShown.Of(one.Entry)))], start + most < found.Count ? IdOf(page[^1]) : null);
        })
        .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .WithName("search").WithTags("Monitoring").InThreeTimes()
        .WithSummary("Looks for words in the timelines of all bodies, or of some: those first whose title has them, then the newest; in pages.");

    private static IReadOnlyList<string> Asked(string? q) => (q ?? "").Trim() is not { Length: > 0 } text ? throw new BadHttpRequestException("q is what to look for, such as custody; it is empty.")
        : text.Length > Longest ? throw new BadHttpRequestException($"q has at most {Longest} characters, and this has {text.Length}.")
        : !text.Any(char.IsLetterOrDigit) ? throw new BadHttpRequestException("q has at least one letter or figure.")
        : Look.Words(text) is { Count: <= MostWords } words ? words : throw new BadHttpRequestException($"q has at most {MostWords} words.");

    private static async Task<List<(string Body, string Name, HistoryEntry Entry)>> Find(
        NpgsqlDataSource postgres, IQuerySession session, IReadOnlyList<string> words, FollowFilter filter, Viewpoint viewpoint, CancellationToken ct)
    {
        var bodies = (await Candidates(postgres, words, ct)).Where(filter.Admits).ToArray();
        var events = (await session.Events.QueryAllRawEvents().Where(e => e.StreamKey!.IsOneOf(bodies)).OrderBy(e => e.Sequence).ToListAsync(ct)).ToLookup(e => e.StreamKey!);
        var found = new List<(string Body, string Name, HistoryEntry Entry, bool InTitle)>();
        foreach (var of in events)
        {
            var recorded = of.Select(BodyRecordProjection.Stored).OfType<Recorded>().ToArray();
            var record = BodyRecords.Fold(of.Key, recorded);
            var registered = BodyProfile.RegisteredBy(record, viewpoint);
            if (filter.AdmitsService(registered?.Service))
            {
                var others = Besides(words, record);
                found.AddRange(Histories.History.Of(of.Key, recorded, viewpoint).Where(entry => filter.Admits(entry) && (Look.For(words, Searched(entry)) || Look.For(others, Searched(entry))))
                    .Select(entry => (of.Key, registered?.Name ?? of.Key, entry, Look.For(words, entry.Title) || Look.For(others, entry.Title))));
            }
        }

        return [.. found.OrderByDescending(one => one.InTitle).ThenBy(one => one.Entry.On is null).ThenByDescending(one => one.Entry.On)
            .ThenBy(one => one.Body, StringComparer.Ordinal).ThenBy(one => one.Entry.Id, StringComparer.Ordinal).Select(one => (one.Body, one.Name, one.Entry))];
    }

    // Beside an audit stand its sample and the code of its method, which are no words that anybody looks for.
    private static string?[] Searched(HistoryEntry entry) => [entry.Title, entry.Kind == "audit" ? null : entry.Detail, entry.On?.InWords];

    // Whoever names the body beside what they look for means entries of it, which need not say its name; its name alone is no choice among them.
    private static IReadOnlyList<string> Besides(IReadOnlyList<string> words, BodyRecord record)
    {
        var names = record.Registrations.Select(registration => registration.Name).Concat(record.Names.Select(name => name.Name)).Append(record.Id).ToArray();
        return words.Where(word => !Look.For([word], names)).ToArray() is { Length: > 0 } others ? others : words;
    }

    private static async Task<IReadOnlyList<string>> Candidates(NpgsqlDataSource postgres, IReadOnlyList<string> words, CancellationToken ct)
    {
        await using var command = postgres.CreateCommand($"select id from {ServiceHost.Schema}.mt_doc_bodywords where data ->> 'words' like all($1)");
        command.Parameters.Add(new() { Value = BodyWords.Needed(words).Select(word => $"%\"{word}%").ToArray() });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var bodies = new List<string>();
        while (await reader.ReadAsync(ct))
        {
            bodies.Add(reader.GetString(0));
        }

        return bodies;
    }

    private static string IdOf((string Body, string Name, HistoryEntry Entry) one) => $"{one.Body}/{one.Entry.Id}";
}
