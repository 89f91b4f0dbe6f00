using JasperFx.Events.Daemon;
using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Oversight.Hosting;
using Oversight.Testing;
using Xunit;

namespace Oversight.Service.Tests;

/// <summary>What is promised of the views of every service.</summary>
internal static class Views
{
    private const string OwnTables =
        """
        select tablename::text from pg_tables
        where schemaname = 'oversight' and tablename like 'mt_doc_%' and tablename not in ('mt_doc_watermark', 'mt_doc_parked', 'mt_doc_refused', 'mt_doc_deadletterevent')
        """;

    extension(WebApplication app)
    {
        /// <summary>Waits until every view shows, and the relay has said, all that the store holds now.</summary>
        public async Task ViewsAreCurrent()
        {
            var head = await app.Head();
            var shards = ((DocumentStore)app.Services.GetRequiredService<IDocumentStore>()).Options.Projections.AllShards().Select(shard => shard.Name.Identity).ToArray();
            await Eventually.True($"all of {string.Join(", ", shards)} to have reached {head}", async () =>
            {
                var reached = await app.Services.GetRequiredService<IDocumentStore>().Advanced.AllProjectionProgress();
                return shards.All(name => reached.Any(shard => shard.ShardName == name && shard.Sequence >= head));
            }, 60);
        }

        /// <summary>The position of the last event that is committed.</summary>
        public async Task<long> Head()
        {
            await using var command = app.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand($"select coalesce(max(seq_id), 0) from {ServiceHost.Schema}.mt_events");
            return (long)(await command.ExecuteScalarAsync())!;
        }

        /// <summary>Spoils every document, builds all views from nothing, and compares them byte for byte with what they were.</summary>
        public async Task RebuiltViewsAreTheSame()
        {
            await app.ViewsAreCurrent();
            var store = (DocumentStore)app.Services.GetRequiredService<IDocumentStore>();
            var coordinator = app.Services.GetRequiredService<IProjectionCoordinator>();
            var live = await app.Documents();
            Assert.NotEmpty(live);

            await coordinator.PauseAsync();
            try
            {
                await app.Spoil();
                Assert.DoesNotContain(await app.Documents(), document => live[document.Key] == document.Value);
                using var daemon = await store.BuildProjectionDaemonAsync();
                foreach (var view in store.Options.Projections.All.Select(projection => projection.Name).Where(name => name != Relay.ShardName))
                {
                    await daemon.RebuildProjectionAsync(view, TimeSpan.FromMinutes(2), default);
                }
            }
            finally
            {
                await coordinator.ResumeAsync();
            }

            var rebuilt = await app.Documents();
            Assert.Equal(live.Keys.Order(), rebuilt.Keys.Order());
            Assert.All(live, document => Assert.Equal(document.Value, rebuilt[document.Key]));
        }

        private async Task Spoil()
        {
            foreach (var table in await app.Read(OwnTables))
            {
                await app.Read($"update oversight.{table} set data = data || '{{\"spoilt\": true}}' returning id");
            }
        }

        private async Task<Dictionary<string, string>> Documents()
        {
            var documents = new Dictionary<string, string>();
            foreach (var table in await app.Read(OwnTables))
            {
                foreach (var row in await app.Read($"select id || ' ' || data::text from oversight.{table}"))
                {
                    documents.Add($"{table}/{row.Split(' ')[0]}", row);
                }
            }

            return documents;
        }

        private async Task<List<string>> Read(string sql)
        {
            await using var command = app.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
            await using var reader = await command.ExecuteReaderAsync();
            var rows = new List<string>();
            while (await reader.ReadAsync())
            {
                rows.Add(reader.GetString(0));
            }

            return rows;
        }
    }
}
