using System.ComponentModel;
using System.Globalization;
using Npgsql;
using NpgsqlTypes;
using Oversight.Core;
using Oversight.Hosting;
using Oversight.Monitoring.Backtests;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.Decisions;
using Oversight.Monitoring.Phases;
using Oversight.Monitoring.Reads;
using Oversight.Monitoring.Records;
using Oversight.Monitoring.Trails;

namespace Oversight.Monitoring.Rulebooks;

/// <summary>What a rulebook would have prompted, beside every entry into Engage.</summary>
public sealed record BacktestAnswer(
    string Rulebook, string Title, DateOnly From, DateOnly To, DateTimeOffset RecordedAt,
    IReadOnlyList<EntryTested> Entries, IReadOnlyList<FalseAlarm> FalseAlarms, int Hits, int Misses, int CannotTell, double? Precision, double? Recall, int Undated);

internal static class BacktestRead
{
    // What rules look at, and the moves that they are held against.
    private static readonly Type[] Moving = [typeof(BodyEvent.MovedToEngage), typeof(BodyEvent.ReturnedToScan)];

    private static readonly string[] Signalling =
        [.. EventNames<BodyEvent>.Types.Where(type => type.Value.IsAssignableTo(typeof(ISignal)) || type.Value.IsAssignableTo(typeof(IDecided)) || Moving.Contains(type.Value)).Select(type => type.Key)];

    public static void MapBacktest(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/rulebooks/{id}/backtest", async (
            [Description("Its id, such as 2026-1.")] string id, Moment moment, NpgsqlDataSource postgres, CancellationToken ct,
            [Description("The first day on which an entry counts, or an alarm that stood on it, since whenever; 2018-01-01 by default.")] string? from = null,
            [Description("The last day; today by default.")] string? to = null) =>
            Shelf.Find(id) is not { } book ? RulebookList.Unknown(id) : Results.Ok(Answer(book, await Play(book, postgres, from, to, moment, ct), moment)))
            .Produces<BacktestAnswer>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithName("backtest").WithTags("Rulebooks").InThreeTimes()
            .WithSummary("Plays a rulebook over the record as it was public day by day, and sets its prompts beside every published entry into Engage; what was decided here and not published is none.");

        routes.MapGet("/api/v1/rulebooks/{id}/backtest.svg", async (
            [Description("Its id, such as 2026-1.")] string id, Moment moment, NpgsqlDataSource postgres, CancellationToken ct,
            [Description("The first day; 2018-01-01 by default.")] string? from = null, [Description("The last day; today by default.")] string? to = null) =>
            Shelf.Find(id) is not { } book ? RulebookList.Unknown(id)
                : Results.Text(BacktestPicture.Of(book, await Play(book, postgres, from, to, moment, ct)), "image/svg+xml"))
            .Produces<string>(contentType: "image/svg+xml").ProducesProblem(StatusCodes.Status404NotFound)
            .WithName("backtest-picture").WithTags("Rulebooks").InThreeTimes().WithSummary("The same as a picture.");
    }

    private static async Task<Backtest> Play(Rulebook book, NpgsqlDataSource postgres, string? from, string? to, Moment moment, CancellationToken ct)
    {
        var (first, last) = (Day("from", from) ?? new(2018, 1, 1), Day("to", to) ?? moment.AsOf);
        return first <= last ? Backtest.Of(book, await Pasts(postgres, moment, ct), first, last, moment.Viewpoint.KnownAt)
            : throw new BadHttpRequestException($"from is {first:yyyy-MM-dd} and so after to, {last:yyyy-MM-dd}.");
    }

    private static async Task<IEnumerable<BodyPast>> Pasts(NpgsqlDataSource postgres, Moment moment, CancellationToken ct)
    {
        var bodies = new Dictionary<string, (Signals Signals, BodyRecord Record, Trail Trail)>();
        await using var command = postgres.CreateCommand(
            $"select stream_id, version, type, data::text, timestamp from {ServiceHost.Schema}.mt_events where type = any($1) and timestamp <= $2 order by seq_id");
        command.Parameters.Add(new() { Value = Signalling });
        command.Parameters.Add(new() { Value = moment.Until, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var (body, @event) = (reader.GetString(0), EventNames<BodyEvent>.Read(reader.GetString(2), reader.GetString(3)));
            var (signals, record, trail) = bodies.TryGetValue(body, out var known) ? known : (Signals.None, BodyRecord.Empty(body), Trail.Empty(body, body));
            var recorded = new Recorded(@event, reader.GetFieldValue<DateTimeOffset>(4), reader.GetInt64(1));
            bodies[body] = (signals.With(@event), BodyRecords.Evolve(record, recorded), TrailEntries.Evolve(trail, recorded));
        }

        return bodies.Select(body => new BodyPast(body.Key, body.Value.Signals, Stay.All(Moves.Known(body.Value.Record, moment.Viewpoint, body.Value.Trail), moment.AsOf)));
    }

    private static BacktestAnswer Answer(Rulebook book, Backtest played, Moment moment) => new(
        book.Id, book.Title, played.From, played.To, moment.Until, played.Entries, played.FalseAlarms,
        played.Hits, played.Misses, played.Entries.Count - played.Hits - played.Misses, Rounded(played.Precision), Rounded(played.Recall), played.Undated);

    private static double? Rounded(double? share) => share is { } value ? Math.Round(value, 4) : null;

    private static DateOnly? Day(string name, string? text) => text is null ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is >= PartialDate.EarliestYear and <= PartialDate.LatestYear ? day
        : throw new BadHttpRequestException($"{name} is {PartialDate.ADay}, not '{Asked.Shown(text)}'.");
}
