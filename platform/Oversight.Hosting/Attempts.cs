using System.ComponentModel;
using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using Weasel.Postgresql.Tables;

namespace Oversight.Hosting;

/// <summary>Something that somebody tried and that was refused; it left nothing else behind.</summary>
/// <param name="Service">The service that refused it.</param>
/// <param name="At">When.</param>
/// <param name="Subject">Who, as the identity provider knows them.</param>
/// <param name="Name">Their name.</param>
/// <param name="Roles">Their roles then.</param>
/// <param name="Act">What they tried.</param>
/// <param name="Target">Where.</param>
/// <param name="Rule">The rule that refused it.</param>
/// <param name="Status">The status code.</param>
/// <param name="Because">The rule in a sentence.</param>
public sealed record Attempt(
    string Service, DateTimeOffset At, string Subject, string Name, IReadOnlyList<string> Roles, string Act, string Target, string Rule, int Status, string Because);

/// <summary>The audit of attempts: rows are added and nothing else.</summary>
public sealed class Attempts(NpgsqlDataSource postgres, ServiceName service)
{
    private const string Rows = $"{ServiceHost.Schema}.attempts", Columns = "at, subject, name, roles, act, target, rule, status, because";

    internal static void AddTable(StoreOptions options)
    {
        var table = new Table(Rows);
        table.AddColumn<Guid>("id").AsPrimaryKey();
        table.AddColumn("at", "timestamptz").NotNull();
        foreach (var text in new[] { "subject", "name", "roles", "act", "target", "rule", "because" })
        {
            table.AddColumn<string>(text).NotNull();
        }

        table.AddColumn<int>("status").NotNull();
        options.Storage.ExtendedSchemaObjects.Add(table);
    }

    /// <summary>Notes it if the store can be reached; where it cannot, that is the fault that is answered and logged.</summary>
    internal async Task TryNote(Attempt attempt, CancellationToken ct)
    {
        try
        {
            await Note(attempt, ct);
        }
        catch (NpgsqlException) when (attempt.Status >= StatusCodes.Status500InternalServerError)
        {
        }
    }

    private async Task Note(Attempt attempt, CancellationToken ct)
    {
        await using var command = postgres.CreateCommand($"insert into {Rows} (id, {Columns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)");
        foreach (var value in new object[] { Guid.CreateVersion7(attempt.At), attempt.At, attempt.Subject, attempt.Name, string.Join(' ', attempt.Roles), attempt.Act, attempt.Target, attempt.Rule, attempt.Status, attempt.Because })
        {
            command.Parameters.Add(new() { Value = value });
        }

        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>The newest ones first, of everybody or of one.</summary>
    public async Task<IReadOnlyList<Attempt>> Newest(int most, DateTimeOffset until, CancellationToken ct, string? subject = null)
    {
        await using var command = postgres.CreateCommand($"select {Columns} from {Rows} where at <= $1 {(subject is null ? "" : "and subject = $3")} order by at desc, id desc limit $2");
        foreach (var value in new object?[] { until, most, subject }.OfType<object>())
        {
            command.Parameters.Add(new() { Value = value });
        }

        await using var reader = await command.ExecuteReaderAsync(ct);
        var attempts = new List<Attempt>();
        while (await reader.ReadAsync(ct))
        {
            attempts.Add(new(
                service.Name, reader.GetFieldValue<DateTimeOffset>(0), reader.GetString(1), reader.GetString(2), reader.GetString(3).Split(' ', StringSplitOptions.RemoveEmptyEntries),
                reader.GetString(4), reader.GetString(5), reader.GetString(6), reader.GetInt32(7), reader.GetString(8)));
        }

        return attempts;
    }
}

/// <summary>What was attempted and refused, newest first.</summary>
public sealed record AttemptList(DateTimeOffset RecordedAt, IReadOnlyList<Attempt> Attempts);

/// <summary>Shows it to those who may see it.</summary>
public static class AttemptRoutes
{
    private const int Most = 1_000;

    /// <summary>GET /api/v1/attempts. Each service tells of its own; at the public address they are put together.</summary>
    public static void MapAttempts(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/attempts", async (Moment moment, Attempts attempts, ServiceName me, CancellationToken ct,
            [Description("Only what this service refused: monitoring or ingestion.")] string? service = null, [Description("How many at most, newest first; 100 by default.")] int limit = 100) =>
            await attempts.List(moment, service is null || service == me.Name, limit, null, ct))
        .ByPerson("attempt.read").InThreeTimes()
        .WithName("attempts").WithTags("Identity").WithSummary("What people attempted and were refused: who, what, by which rule, when.");

        routes.MapGet("/api/v1/attempts/mine", async (HttpContext http, Moment moment, Attempts attempts, ServiceName me, CancellationToken ct,
            [Description("Only what this service refused: monitoring or ingestion.")] string? service = null, [Description("How many at most, newest first; 100 by default.")] int limit = 100) =>
            await attempts.List(moment, service is null || service == me.Name, limit, (await Identity.Of(http)).Subject, ct))
        .ProducesProblem(StatusCodes.Status401Unauthorized).InThreeTimes()
        .WithName("own-attempts").WithTags("Identity").WithSummary("What whoever asks attempted and was refused; nobody else's is shown.").WithDescription("Needs a bearer token, whatever its roles.");
    }

    private static async Task<AttemptList> List(this Attempts attempts, Moment moment, bool isAsked, int limit, string? subject, CancellationToken ct) =>
        limit is >= 1 and <= Most ? new AttemptList(moment.Until, isAsked ? await attempts.Newest(limit, moment.Until, ct, subject) : [])
            : throw new BadHttpRequestException($"limit is a whole number from 1 to {Most}, not {limit}.");
}
