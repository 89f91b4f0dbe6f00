using System.Text.Json;
using JasperFx.Events.Daemon;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace Oversight.Service.Tests.Journeys;

[Collection(nameof(WholeSystem))]
public sealed class ViewTests(WholeSystem system)
{
    [Theory]
    [InlineData("ingestion")]
    [InlineData("grading")]
    [InlineData("monitoring")]
    public async Task A_view_rebuilt_from_nothing_equals_the_live_one_byte_for_byte(string service)
    {
        await system.Settled();
        var store = system.Apps[service].Services.GetRequiredService<IDocumentStore>();
        var views = ((DocumentStore)store).Options.Projections.All.Select(projection => projection.Name).Where(name => name != "relay").ToArray();
        Assert.NotEmpty(views);
        var live = await Documents(service);
        Assert.NotEmpty(live);

        var coordinator = system.Apps[service].Services.GetRequiredService<IProjectionCoordinator>();
        await coordinator.PauseAsync();
        using (var daemon = await store.BuildProjectionDaemonAsync())
        {
            foreach (var view in views)
            {
                await daemon.RebuildProjectionAsync(view, TimeSpan.FromMinutes(2), default);
            }
        }

        await coordinator.ResumeAsync();
        var rebuilt = await Documents(service);

        Assert.Equal(live.Keys.Order(), rebuilt.Keys.Order());
        Assert.All(live, document => Assert.Equal(document.Value, rebuilt[document.Key]));
    }

    [Fact]
    public async Task A_read_recorded_at_an_instant_equals_what_was_answered_then()
    {
        const string Question = "/api/v1/bodies/cumbria?asOf=2025-01-01&knownAt=2025-01-01";
        List<(string At, string Answer)> answers = [];
        foreach (var day in new[] { "2024-03-05", "2024-06-30", "2024-09-01" })
        {
            await system.Import($"{day}.csv", System.Text.Encoding.UTF8.GetBytes(
                $"service,body,phase,from_date,to_date,date_precision,reason_summary,published_on,source_url\npolice,Cumbria Constabulary,{(answers.Count == 1 ? "Scan" : "Engage")},{day},,day,a trial,{day},https://example.org/{day}\n"));
            await system.Settled();
            answers.Add((DateTimeOffset.UtcNow.ToString("O"), Answer(await system.Get(Question))));
        }

        Assert.Equal(3, answers.Select(answer => answer.Answer).Distinct().Count());
        foreach (var (at, answer) in answers)
        {
            Assert.Equal(answer, Answer(await system.Get($"{Question}&recordedAt={Uri.EscapeDataString(at)}")));
        }

        static string Answer(JsonElement body) => string.Join('\n', body.EnumerateObject().Where(member => member.Name != "recordedAt").Select(member => member.ToString()));
    }

    private async Task<Dictionary<string, string>> Documents(string service)
    {
        await using var source = NpgsqlDataSource.Create(system.Databases[service]);
        var tables = new List<string>();
        await using (var command = source.CreateCommand(
            "select tablename from pg_tables where schemaname = 'oversight' and tablename like 'mt_doc_%' and tablename not in ('mt_doc_watermark', 'mt_doc_parked', 'mt_doc_deadletterevent')"))
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                tables.Add(reader.GetString(0));
            }
        }

        var documents = new Dictionary<string, string>();
        foreach (var table in tables)
        {
            await using var command = source.CreateCommand($"select id, data::text from oversight.{table}");
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                documents.Add($"{table}/{reader.GetString(0)}", reader.GetString(1));
            }
        }

        return documents;
    }
}
