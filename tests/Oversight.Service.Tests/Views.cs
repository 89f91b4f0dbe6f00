using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Oversight.Hosting;
using Oversight.Testing;

namespace Oversight.Service.Tests;

/// <summary>How far the views of a service are.</summary>
internal static class Views
{
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
    }
}
