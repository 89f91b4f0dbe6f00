using Npgsql;
using Oversight.Core;
using Oversight.Hosting;

namespace Oversight.Ingestion.Candidates;

/// <summary>Reads the candidates of a document out of their stream, so that whoever acts sees what was done a moment ago.</summary>
internal sealed class CandidateStore(NpgsqlDataSource postgres)
{
    public async Task<CandidateDocument> Of(string submission, CancellationToken ct)
    {
        await using var command = postgres.CreateCommand($"select type, data::text from {ServiceHost.Schema}.mt_events where stream_id = $1 order by version");
        command.Parameters.Add(new() { Value = CandidateDocument.StreamOf(submission) });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var document = CandidateDocument.Initial;
        while (await reader.ReadAsync(ct))
        {
            document = CandidateDocument.Evolve(document, EventNames<CandidateEvent>.Read(reader.GetString(0), reader.GetString(1)));
        }

        return document;
    }
}
