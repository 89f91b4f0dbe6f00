using System.Collections.Concurrent;
using Marten;
using Oversight.Hosting;
using Oversight.Ingestion.Formats;
using Oversight.Ingestion.Register;
using FactStreams = Oversight.Hosting.Streams<Oversight.Ingestion.Facts.Fact, Oversight.Ingestion.Facts.FactCommand, Oversight.Ingestion.Facts.FactEvent>;
using RegisterStreams = Oversight.Hosting.Streams<
    Oversight.Ingestion.Register.BodyRegister, Oversight.Ingestion.Register.RegisterCommand, Oversight.Ingestion.Register.RegisterEvent>;
using SubmissionStreams = Oversight.Hosting.Streams<
    Oversight.Ingestion.Submissions.Submission, Oversight.Ingestion.Submissions.SubmissionCommand, Oversight.Ingestion.Submissions.SubmissionEvent>;

namespace Oversight.Ingestion.Submissions;

/// <summary>Reads a submission into the record: looks the file over, then takes its rows in part by part, claims and progress in one transaction each.</summary>
internal sealed class SubmissionReader(
    Originals originals, RegisterStreams register, FactStreams facts, SubmissionStreams submissions, IDocumentStore store, Writer writer,
    TimeProvider clock, ILogger<SubmissionReader> log)
{
    private readonly ConcurrentDictionary<string, int> _inHand = [];

    public bool IsReading(string id) => _inHand.ContainsKey(id);

    /// <summary>Reads from the beginning, or from where an earlier reading broke off.</summary>
    public async Task<WhatCameOfIt> Read(string id, bool fromBeginning, CancellationToken ct)
    {
        _inHand.AddOrUpdate(id, 1, (_, readers) => readers + 1);
        try
        {
            var before = await Committed(id, ct);
            var received = before.Received!;
            var (kind, refusal) = await FileCheck.Of(() => originals.Open(id), received.MediaType, received.Body, ct);
            var body = default(string);
            if (kind == Timeline.Kind && received.Body is not null)
            {
                var resolution = (await Patiently(() => register.Fold(BodyRegister.Stream, ct), ct)).Resolve(received.Body, null);
                body = resolution.Body;
                refusal = resolution.Body is null ? new(resolution.Rule!, resolution.Because!, null) : null;
            }

            if (refusal is not null)
            {
                await Refuse(id, refusal, ct);
                return new(id, received.Name) { Refusal = refusal };
            }

            return await ReadRows(new(id, received, kind!, body, before), fromBeginning ? 0 : before.ReadTo, ct);
        }
        finally
        {
            if (_inHand.AddOrUpdate(id, 0, (_, readers) => readers - 1) == 0)
            {
                _inHand.TryRemove(new(id, 0));
            }
        }
    }

    /// <summary>Notes on record that nothing of a submission is taken.</summary>
    public Task Refuse(string id, FileRefusal refusal, CancellationToken ct) =>
        Note(id, new SubmissionCommand.Refuse(refusal.Rule, refusal.Because, refusal.Line), ct);

    private async Task<WhatCameOfIt> ReadRows(Job job, int afterLine, CancellationToken ct)
    {
        var (result, part) = (new WhatCameOfIt(job.Id, job.Received.Name), new List<Row>(Submission.RowsInPart));
        await using var file = originals.Open(job.Id);
        await foreach (var row in Rows.Of(file, job.Received.MediaType, job.Kind, ct))
        {
            if (row.Line <= afterLine)
            {
                continue;
            }

            part.Add(row);
            if (part.Count == Submission.RowsInPart)
            {
                result.Add(await Take(job, part, ct));
                part.Clear();
            }
        }

        if (part.Count > 0)
        {
            result.Add(await Take(job, part, ct));
        }

        await Note(job.Id, new SubmissionCommand.FinishReading(), ct);
        return result;
    }

    private Task<SubmissionCommand.ReadRows> Take(Job job, List<Row> rows, CancellationToken ct)
    {
        var attempts = 0;
        return Patiently(() => Take(job, rows, isAgain: attempts++ > 0, ct), ct);
    }

    private async Task<SubmissionCommand.ReadRows> Take(Job job, List<Row> rows, bool isAgain, CancellationToken ct)
    {
        await using var session = store.Recording();
        var bodies = await register.Fold(BodyRegister.Stream, ct);
        var part = new PartInHand(rows, job.Kind, new(job.Id, bodies, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), job.Body));
        part.Note(await register.Decide(session, part.OfRegister, ct));
        part.Note(await facts.Decide(session, part.OfFacts, ct));

        var asked = part.Report();
        var stream = Submission.StreamOf(job.Id);
        if (isAgain && (await submissions.Fold(stream, ct)).Parts.GetValueOrDefault(asked.FromLine) is { } stored && stored != job.Before.Parts.GetValueOrDefault(asked.FromLine))
        {
            // The attempt before this one was stored although nobody confirmed it: what it found counts, and not that all is known by now.
            return asked with { Accepted = stored.Accepted, Unchanged = stored.Unchanged, Conflicting = stored.Conflicting };
        }

        await submissions.Decide(session, [(stream, asked)], ct);
        await session.SaveChangesAsync(ct);
        return asked;
    }

    private async Task<Submission> Committed(string id, CancellationToken ct) => await Patiently(() => submissions.Fold(Submission.StreamOf(id), ct), ct);

    private async Task Note(string id, SubmissionCommand command, CancellationToken ct) => await Patiently(async () =>
    {
        await using var session = store.Recording();
        var decided = await submissions.Decide(session, [(Submission.StreamOf(id), command)], ct);
        await session.SaveChangesAsync(ct);
        return decided;
    }, ct);

    private async Task<T> Patiently<T>(Func<Task<T>> act, CancellationToken ct) => await Patience.Try(async () =>
    {
        using var turn = await writer.Turn(ct);
        return await act();
    }, log, ct);

    private sealed record Job(string Id, SubmissionEvent.SubmissionReceived Received, RecordKind Kind, string? Body, Submission Before);
}
