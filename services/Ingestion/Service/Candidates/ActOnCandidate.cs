using System.Text.Json.Serialization;
using Marten;
using Oversight.Core;
using Oversight.Hosting;
using Oversight.Ingestion.Register;
using CandidateStreams = Oversight.Hosting.Streams<
    Oversight.Ingestion.Candidates.CandidateDocument, Oversight.Ingestion.Candidates.CandidateCommand, Oversight.Ingestion.Candidates.CandidateEvent>;
using FactStreams = Oversight.Hosting.Streams<Oversight.Ingestion.Facts.Fact, Oversight.Ingestion.Facts.FactCommand, Oversight.Ingestion.Facts.FactEvent>;
using RegisterStreams = Oversight.Hosting.Streams<
    Oversight.Ingestion.Register.BodyRegister, Oversight.Ingestion.Register.RegisterCommand, Oversight.Ingestion.Register.RegisterEvent>;

namespace Oversight.Ingestion.Candidates;

/// <summary>What somebody says who accepts a candidate; what is left out stays as it was read.</summary>
/// <param name="Body">The body, by its id or any of its names.</param>
/// <param name="Programme">The programme or inspection, as printed.</param>
/// <param name="Area">What was graded; of an audit the category of crime, of a cause its title.</param>
/// <param name="Grade">The grade.</param>
/// <param name="Phase"><c>engage</c> or <c>scan</c>.</param>
/// <param name="Date">When it was: a day, a month or a year.</param>
/// <param name="Percent">The share.</param>
/// <param name="Kind">What kind of timeline entry it is.</param>
/// <param name="Source">Where the document was published.</param>
/// <param name="PublishedOn">When.</param>
/// <param name="Reason">Why; it is kept with the act, which is refused without one.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record AcceptAsked(
    string? Body = null, string? Programme = null, string? Area = null, string? Grade = null, string? Phase = null, string? Date = null,
    decimal? Percent = null, string? Kind = null, string? Source = null, string? PublishedOn = null, string? Reason = null);

/// <summary>What somebody says who declines one.</summary>
/// <param name="Reason">Why.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record DeclineAsked(string? Reason = null);

/// <summary>Accepts a candidate: what was done about it and the claim that it becomes are stored in one transaction.</summary>
internal sealed class CandidateDesk(CandidateStreams candidates, FactStreams facts, RegisterStreams register, IDocumentStore store, Writer writer)
{
    public async Task<CandidateDocument> Accept(string submission, int number, Corrections said, Act act, CancellationToken ct)
    {
        using var turn = await writer.Turn(ct);
        await using var session = store.Recording();
        if (said.Body is { } named)
        {
            var resolution = (await register.Fold(BodyRegister.Stream, ct)).ResolveAsked(named);
            said = said with { Body = resolution.Body ?? throw new RejectedException(resolution.Rule!, resolution.Because!) };
        }

        var stream = CandidateDocument.StreamOf(submission);
        var before = await candidates.Fold(stream, ct);
        var decided = (await candidates.Decide(session, [(stream, new CandidateCommand.Accept(number, said, act))], ct))[0];
        if (decided.Rejected is { } rejected)
        {
            throw rejected;
        }

        if (decided.Events.Count == 0)
        {
            return before;
        }

        var claim = before.Claim(number, said, act.Day);
        if ((await facts.Decide(session, [(claim.Stream, claim)], ct))[0].Rejected is { } refused)
        {
            throw refused;
        }

        await session.SaveChangesAsync(ct);
        return await candidates.Fold(stream, ct);
    }
}

internal static class ActOnCandidate
{
    public static void MapActsOnCandidates(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/v1/candidates/{id}/accept", async (
            string id, AcceptAsked? asked, Acting acting, IfMatch seen, HttpResponse answer, CandidateDesk desk, CancellationToken ct) =>
        {
            var (submission, number) = CandidateDocument.In(id);
            return CandidateReads.Shown(id, await desk.Accept(submission, number, Said(asked), acting.Act(asked?.Reason, seen), ct), answer);
        })
        .Produces<CandidateAnswer>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ByPerson("candidate.accept").IfSeen().WithName("accept-candidate").WithTags("Candidates")
        .WithSummary("Takes a candidate for true, with a reason: it becomes a claim like one of a file, with what is corrected or added here.");

        routes.MapPost("/api/v1/candidates/{id}/decline", async (
            string id, DeclineAsked? asked, Acting acting, IfMatch seen, HttpResponse answer,
            Desk<CandidateDocument, CandidateCommand, CandidateEvent> desk, CancellationToken ct) =>
        {
            var (submission, number) = CandidateDocument.In(id);
            var after = await desk.Do(CandidateDocument.StreamOf(submission), new CandidateCommand.Decline(number, acting.Act(asked?.Reason, seen)), ct);
            return CandidateReads.Shown(id, after, answer);
        })
        .Produces<CandidateAnswer>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ByPerson("candidate.accept").IfSeen().WithName("decline-candidate").WithTags("Candidates")
        .WithSummary("Turns a candidate down, with a reason; it stays on record.");
    }

    private static Corrections Said(AcceptAsked? asked) => asked is null ? new() : new(
        Or(asked.Body), Or(asked.Programme), Or(asked.Area), Or(asked.Grade), Or(asked.Phase), Or(asked.Date), asked.Percent, Or(asked.Kind), Or(asked.Source), Or(asked.PublishedOn));

    private static string? Or(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
