using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Marten;
using Oversight.Core;
using Oversight.Hosting;
using Oversight.Ingestion.Candidates;
using Oversight.Ingestion.Documents;
using Oversight.Ingestion.Facts;
using Oversight.Ingestion.Formats;
using Oversight.Ingestion.Readers;
using Oversight.Ingestion.Register;
using CandidateStreams = Oversight.Hosting.Streams<
    Oversight.Ingestion.Candidates.CandidateDocument, Oversight.Ingestion.Candidates.CandidateCommand, Oversight.Ingestion.Candidates.CandidateEvent>;
using FactStreams = Oversight.Hosting.Streams<Oversight.Ingestion.Facts.Fact, Oversight.Ingestion.Facts.FactCommand, Oversight.Ingestion.Facts.FactEvent>;
using RegisterStreams = Oversight.Hosting.Streams<
    Oversight.Ingestion.Register.BodyRegister, Oversight.Ingestion.Register.RegisterCommand, Oversight.Ingestion.Register.RegisterEvent>;
using SubmissionStreams = Oversight.Hosting.Streams<
    Oversight.Ingestion.Submissions.Submission, Oversight.Ingestion.Submissions.SubmissionCommand, Oversight.Ingestion.Submissions.SubmissionEvent>;

namespace Oversight.Ingestion.Submissions;

/// <summary>Reads a submission into the record: looks the file over, then takes its rows in part by part, claims and progress in one transaction each.</summary>
internal sealed class SubmissionReader(
    Originals originals, RegisterStreams register, FactStreams facts, SubmissionStreams submissions, CandidateStreams candidates, TrustedSources trusted, NothingSuch nothingSuch, IDocumentStore store, Writer writer,
    TimeProvider clock, ILogger<SubmissionReader> log)
{
    private static readonly Counter<long> RowsRead = Telemetry.Meter.CreateCounter<long>("oversight.submissions.rows", "{row}", "Rows by what became of them.");

    private readonly ConcurrentDictionary<string, int> _inHand = [];

    /// <summary>Says that a submission is being seen to, until what comes back is disposed of.</summary>
    public IDisposable Hold(string id)
    {
        _inHand.AddOrUpdate(id, 1, (_, holders) => holders + 1);
        return new Held(() =>
        {
            if (_inHand.AddOrUpdate(id, 0, (_, holders) => holders - 1) == 0)
            {
                _inHand.TryRemove(new(id, 0));
            }
        });
    }

    /// <summary>Notes on record that a document has arrived, which pieces are its, and, where its looks are enough to say so, that nothing of it is taken.</summary>
    public async Task Receive(string id, SubmissionCommand.Receive command, FileRefusal? refusal, Arrived arrived, CancellationToken ct)
    {
        using var turn = await writer.Turn(ct);
        await using var session = store.Recording();
        Originals.Name(session, id, arrived);
        SubmissionCommand[] said = refusal is null ? [command] : [command, Refusing(refusal)];
        await submissions.Decide(session, [.. said.Select(one => (Submission.StreamOf(id), one))], ct);
        arrived.IsInDoubt = true;
        await session.SaveChangesAsync(ct);
        arrived.IsInDoubt = false;
    }

    /// <summary>Reads from the beginning, or from where an earlier reading broke off.</summary>
    public async Task<WhatCameOfIt> Read(string id, bool fromBeginning, CancellationToken ct)
    {
        using var hold = Hold(id);
        var before = await Committed(id, ct);
        var received = before.Received!;
        if (DocumentReader.FormOf(received.MediaType) is { } form)
        {
            return await ReadDocument(id, received, form, ct);
        }

        var (kind, refusal) = await FileCheck.Of(() => originals.Open(id), received.MediaType, received.Body, ct);
        var body = default(string);
        if (kind == Timeline.Kind && received.Body is not null)
        {
            var resolution = (await Patiently(() => register.Fold(BodyRegister.Stream, ct), ct)).ResolveAsked(received.Body);
            body = resolution.Body;
            refusal = resolution.Body is null ? new(resolution.Rule!, resolution.Because!, null) : null;
        }

        if (refusal is not null)
        {
            await Refuse(id, refusal, ct);
            return new(id) { Refusal = refusal };
        }

        return await ReadRows(new(id, received, kind!, body, before), fromBeginning ? 0 : before.ReadTo, ct);
    }

    private async Task<WhatCameOfIt> ReadDocument(string id, SubmissionEvent.SubmissionReceived received, DocumentForm form, CancellationToken ct)
    {
        try
        {
            var text = DocumentReader.Read(await Bytes(id, received.Length, ct), form);
            var bodies = await Patiently(() => register.Fold(BodyRegister.Stream, ct), ct);
            var about = received.Body is null ? default : bodies.ResolveAsked(received.Body);
            if (about.Rule is { } rule)
            {
                throw new RejectedException(rule, about.Because!);
            }

            var (publishedOn, found) = CandidateDocument.ReadIn(text, Gazetteer.Of(bodies));
            var read = new CandidateCommand.Read(id, received.Source ?? received.Name, publishedOn, [.. found.Select(one => one with { Body = one.Body ?? about.Body })]);
            var kept = await Patiently(() => Keep(id, read, ct), ct);
            return new(id) { Candidates = kept.Candidates.Count, Cited = kept.Cited };
        }
        catch (RejectedException unreadable)
        {
            var refusal = new FileRefusal(unreadable.Rule, unreadable.Message, null);
            await Refuse(id, refusal, ct);
            return new(id) { Refusal = refusal };
        }
    }

    private async Task<CandidateEvent.CandidatesRead> Keep(string id, CandidateCommand.Read read, CancellationToken ct)
    {
        await using var session = store.Recording();
        var stream = CandidateDocument.StreamOf(id);
        var isNew = (await candidates.Fold(stream, ct)).Found is null;
        var accepted = isNew ? TrustedSource.Accepted(trusted.All, read, clock.GetUtcNow()).ToList() : [];
        await candidates.Decide(session, [(stream, read), .. accepted.Select(one => (stream, (CandidateCommand)one.Command))], ct);
        await facts.Decide(session, [.. accepted.Select(one => (one.Claim.Stream, one.Claim))], ct);
        await submissions.Decide(session, [(Submission.StreamOf(id), new SubmissionCommand.FinishReading())], ct);
        await session.SaveChangesAsync(ct);
        return (await candidates.Fold(stream, ct)).Found!;
    }

    // One byte more than is read is enough to tell that a document is too large.
    private async Task<byte[]> Bytes(string id, long length, CancellationToken ct)
    {
        await using var original = originals.Open(id);
        var bytes = new byte[Math.Min(length, DocumentReader.LargestInBytes + 1L)];
        await original.ReadExactlyAsync(bytes, ct);
        return bytes;
    }

    private Task Refuse(string id, FileRefusal refusal, CancellationToken ct) => Note(id, Refusing(refusal), ct);

    private static SubmissionCommand.Refuse Refusing(FileRefusal refusal) => new(refusal.Rule, refusal.Because, refusal.Line);

    /// <summary>Did its reading break off, and does nobody see to it?</summary>
    public async Task<bool> IsLeftUnfinished(string id, CancellationToken ct) =>
        !_inHand.ContainsKey(id) && (await Committed(id, ct)).IsUnfinished && !_inHand.ContainsKey(id);

    private async Task<WhatCameOfIt> ReadRows(Job job, int afterLine, CancellationToken ct)
    {
        var (result, part) = (new WhatCameOfIt(job.Id), new List<Row>(Submission.RowsInPart));
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
        result.Note(await Patiently(() => nothingSuch.Among(job.Annotated, ct), ct));
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

        job.Annotated.UnionWith(part.OfFacts.Select(claim => claim.Command).OfType<FactCommand.Annotate>().Take(WhatCameOfIt.MostListed - job.Annotated.Count).Select(said => (said.From.Line, said.FactId)));

        var asked = part.Report();
        var stream = Submission.StreamOf(job.Id);
        if (isAgain && (await submissions.Fold(stream, ct)).Parts.GetValueOrDefault(asked.FromLine) is { } stored && stored != job.Before.Parts.GetValueOrDefault(asked.FromLine))
        {
            // The attempt before this one was stored although nobody confirmed it: what it found counts, and not that all is known by now.
            return asked with { Accepted = stored.Accepted, Unchanged = stored.Unchanged, Conflicting = stored.Conflicting };
        }

        await submissions.Decide(session, [(stream, asked)], ct);
        await session.SaveChangesAsync(ct);
        Count("accepted", asked.Accepted);
        Count("unchanged", asked.Unchanged);
        Count("conflicting", asked.Conflicting);
        Count("refused", asked.Refused.Count);
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

    private static void Count(string outcome, int rows)
    {
        if (rows > 0)
        {
            RowsRead.Add(rows, new KeyValuePair<string, object?>("outcome", outcome));
        }
    }

    private sealed class Held(Action letGo) : IDisposable
    {
        public void Dispose() => letGo();
    }

    private sealed record Job(string Id, SubmissionEvent.SubmissionReceived Received, RecordKind Kind, string? Body, Submission Before)
    {
        /// <summary>Rows that say something of facts later, with those facts.</summary>
        public HashSet<(int Line, string FactId)> Annotated { get; } = [];
    }
}
