using Npgsql;
using Oversight.Hosting;
using Oversight.Ingestion.Facts;
using FactStreams = Oversight.Hosting.Streams<Oversight.Ingestion.Facts.Fact, Oversight.Ingestion.Facts.FactCommand, Oversight.Ingestion.Facts.FactEvent>;

namespace Oversight.Ingestion.Submissions;

/// <summary>Finds annotations of facts of which nothing is on record: the fact may yet come, or its id be mistaken.</summary>
internal sealed class NothingSuch(NpgsqlDataSource postgres, FactStreams facts)
{
    public async Task<IReadOnlyList<(int Line, string FactId)>> Among(IReadOnlyCollection<(int Line, string FactId)> annotated, CancellationToken ct)
    {
        var asked = annotated.Select(row => row.FactId).Distinct().ToArray();
        var there = await There([.. asked.SelectMany(FactIds.StreamsOf).Distinct()], ct);
        var missing = new HashSet<string>();
        foreach (var fact in asked)
        {
            if (!await IsIn(FactIds.StreamsOf(fact).Where(there.Contains), fact, ct))
            {
                missing.Add(fact);
            }
        }

        return [.. annotated.Where(row => missing.Contains(row.FactId)).OrderBy(row => row.Line)];
    }

    private async Task<bool> IsIn(IEnumerable<string> streams, string fact, CancellationToken ct)
    {
        foreach (var stream in streams)
        {
            if ((await facts.Fold(stream, ct)).Facts.ContainsKey(fact))
            {
                return true;
            }
        }

        return false;
    }

    private async Task<HashSet<string>> There(string[] streams, CancellationToken ct)
    {
        var there = new HashSet<string>();
        if (streams.Length > 0)
        {
            await using var select = postgres.CreateCommand($"select id from {ServiceHost.Schema}.mt_streams where id = any($1)");
            select.Parameters.Add(new() { Value = streams });
            await using var reader = await select.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
            {
                there.Add(reader.GetString(0));
            }
        }

        return there;
    }
}
