using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Oversight.Contracts.Ingestion.V1;
using Oversight.Grading;
using Oversight.Ingestion;
using Oversight.Monitoring;
using Oversight.Service.Tests.Identity;
using Xunit;

namespace Oversight.Service.Tests.Platform;

/// <summary>What no store takes is refused with a sentence, and whatever a store refuses spoils nobody else's read.</summary>
public sealed class SenselessTextTests
{
    [Fact]
    public async Task A_statement_that_fails_leaves_its_connection_as_good_as_it_was()
    {
        await using var grading = await ServiceRunning.Start(GradingService.Build);
        var postgres = grading.App.Services.GetRequiredService<NpgsqlDataSource>();

        // A driver may treat a statement otherwise after some uses of it, so it fails after each number of them.
        for (var uses = 0; uses < 10; uses++)
        {
            for (var use = 0; use < uses; use++)
            {
                Assert.Equal("{}", await Said("{}", uses));
            }

            Assert.Equal(PostgresErrorCodes.UntranslatableCharacter, (await Assert.ThrowsAsync<PostgresException>(() => Said("\"\\u0000\"", uses))).SqlState);
            for (var use = 0; use < 50; use++)
            {
                Assert.Equal("{}", await Said("{}", uses));
            }
        }

        async Task<string> Said(string json, int statement)
        {
            await using var connection = await postgres.OpenConnectionAsync();
            await using var transaction = await connection.BeginTransactionAsync();
            await using var command = new NpgsqlCommand($"select $1 /* {statement} */", connection, transaction) { Parameters = { new() { Value = json, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Jsonb } } };
            return (string)(await command.ExecuteScalarAsync())!;
        }
    }

    [Fact]
    public async Task An_address_or_a_parameter_with_a_control_character_is_refused_with_a_sentence()
    {
        await using var monitoring = await ServiceRunning.Start(MonitoringService.Build);
        await using var grading = await ServiceRunning.Start(GradingService.Build);
        await using var ingestion = await ServiceRunning.Start(IngestionService.Build);

        foreach (var (service, path, says) in new[]
        {
            (monitoring, "/api/v1/causes?body=kent%00", "The parameter body has the control character \\u0000 in it; leave it out."),
            (monitoring, "/api/v1/bodies/kent%01/history", "The address has the control character \\u0001 in it; leave it out."),
            (monitoring, "/api/v1/status?asOf=2022%1b", "The parameter asOf has the control character \\u001b in it; leave it out."),
            (monitoring, "/api/v1/status?a%00s=1", "The name of a parameter has the control character \\u0000 in it; leave it out."),
            (grading, "/api/v1/findings?body=kent%00", "The parameter body has the control character \\u0000 in it; leave it out."),
            (grading, "/api/v1/bodies/kent%1f/grades", "The address has the control character \\u001f in it; leave it out."),
            (ingestion, "/api/v1/submissions/a%7f", "The address has the control character \\u007f in it; leave it out."),
            (ingestion, "/api/v1/conflicts?body=kent%0a", "The parameter body has the control character \\u000a in it; leave it out."),
        })
        {
            Assert.Equal((400, "urn:oversight:rule:request.malformed", says), await service.Refused(path));
        }

        // In the path itself the web server takes no NUL.
        Assert.Equal(HttpStatusCode.BadRequest, (await monitoring.Http.GetAsync("/api/v1/bodies/kent%00")).StatusCode);
    }

    [Fact]
    public async Task A_reason_with_a_control_character_is_refused_once_and_the_reads_go_on()
    {
        await using var provider = await DemoProvider.Start();
        await using var monitoring = await ServiceRunning.Start(MonitoringService.Build, settings: provider.Settings);
        await monitoring.Tell("ingestion", new BodyRegistered("kent", "Kent Police", "police", null, null, null));
        var ines = await provider.TokenOf("ines");
        var stored = await monitoring.App.Head();

        for (var i = 0; i < 10; i++)
        {
            var refused = await monitoring.As(ines, HttpMethod.Post, "/api/v1/bodies/kent/decisions",
                new { to = "engage", effectiveOn = "2026-11-01", reason = "five\0causes", evidence = new[] { "a" } }, "\"0\"");
            Assert.Equal((HttpStatusCode.UnprocessableEntity, "text.control-character"), (refused.Status, refused.Rule));
            Assert.Equal("reason has the control character \\u0000 in it; leave it out.", (string?)refused.Body!["detail"]);
        }

        using var half = new HttpRequestMessage(HttpMethod.Post, "/api/v1/bodies/kent/decisions") { Content = new StringContent("""{"reason":"\ud800"}""", null, "application/json") };
        half.Headers.Authorization = new("Bearer", ines);
        half.Headers.Add("If-Match", "\"0\"");
        using var answer = await monitoring.Http.SendAsync(half);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var listed = await monitoring.As(ines, HttpMethod.Post, "/api/v1/bodies/kent/decisions",
            new { to = "engage", effectiveOn = "2026-11-01", reason = "five", evidence = new[] { "a\0" } }, "\"0\"");
        Assert.Equal("evidence has the control character \\u0000 in it; leave it out.", (string?)listed.Body!["detail"]);

        Assert.Equal(stored, await monitoring.App.Head());
        for (var i = 0; i < 50; i++)
        {
            Assert.Equal("kent", (string?)(await monitoring.Get("/api/v1/bodies/kent/history"))["id"]);
        }
    }
}
