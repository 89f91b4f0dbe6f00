using Npgsql;
using Oversight.Core;
using Oversight.Hosting;

namespace Oversight.Ingestion.Candidates;

/// <summary>Reads the candidates of a document out of their stream, so that whoever acts sees what was done a moment ago.</summary>
internal sealed class CandidateStore(NpgsqlDataSource postgres)
{
    /// <param name="submission">The document.</param>
    /// <param name="limit">On record by that instant; null means everything.</param>
    public async Task<CandidateDocument> Of(string submission, DateTimeOffset? limit, CancellationToken ct)
    {
        var stream = CandidateDocument.StreamOf(submission);
        await using var command = postgres.CreateCommand($"select type, data::text, timestamp from {ServiceHost.Schema}.mt_events where stream_id = $1 order by version");
        command.Parameters.Add(new() { Value = stream });
        await using var reader = await command.ExecuteReaderAsync(ct);
        CandidatesView? view = null;
        while (await reader.ReadAsync(ct))
        {
            view = CandidatesView.Evolve(view, stream, EventNames<CandidateEvent>.Read(reader.GetString(0), reader.GetString(1)), reader.GetFieldValue<DateTimeOffset>(2));
        }

        return view?.By(limit) ?? CandidateDocument.Initial;
    }
}
