using Marten;
using Oversight.Grading.Judgments;
using Oversight.Grading.Programmes;
using Oversight.Hosting;

namespace Oversight.Grading;

/// <summary>A reported grade that cannot be a judgment of its programme, and why not.</summary>
public sealed record SetAsideAnswer(string Programme, string Area, string Grade, string Rule, string Because, IReadOnlyList<SourceAnswer> Sources);

/// <summary>A body's grades in one programme.</summary>
public sealed record ProgrammeGrades(ProgrammeAnswer Programme, IReadOnlyList<GradeAnswer> Grades, int Graded, int Of, int CannotTell);

/// <summary>A body's grades, programme by programme; no programme continues another unless it says so.</summary>
public sealed record BodyGradesAnswer(
    DateOnly AsOf, DateOnly KnownAt, DateTimeOffset RecordedAt, string Body,
    IReadOnlyList<ProgrammeGrades> Programmes, IReadOnlyList<SetAsideAnswer> SetAside);

internal static class BodyGrades
{
    public static void MapBodyGrades(this IEndpointRouteBuilder routes) => routes.MapGet("/api/v1/bodies/{body}/grades",
        async (string body, Moment moment, IQuerySession session, CancellationToken ct) =>
        {
            var (view, claims) = (moment.Viewpoint, await session.Claims(body, programme: null, ct));
            var beside = await session.Beside(body, view, ct);
            var programmes = Catalogue.Programmes
                .Select(programme => (programme, Areas: beside.Stand(
                    body, [.. claims.Where(one => Catalogue.Find(one.Programme)?.Id == programme.Id)], programme)))
                .Where(graded => graded.Areas.Length > 0)
                .Select(graded => (graded.programme, Row: GradeMatrix.Row(body, graded.Areas)))
                .Select(graded => new ProgrammeGrades(
                    ProgrammeAnswer.Of(graded.programme), graded.Row.Grades, graded.Row.Graded, graded.Row.Of, graded.Row.CannotTell));
            var setAside = claims.SelectMany(one => JudgmentReading.SetAside(one.SetAside, Catalogue.Find(one.Programme), view)
                .Select(claim => new SetAsideAnswer(one.Programme, claim.Area, claim.Grade, claim.Rule, claim.Because, SourceAnswer.Of([claim]))));
            return TypedResults.Ok(new BodyGradesAnswer(moment.AsOf, moment.KnownAt, moment.Until, body, [.. programmes], [.. setAside]));
        })
        .WithName("body-grades").WithTags("Grades").InThreeTimes()
        .WithSummary("The grades of one body, programme by programme, and what was reported but cannot be a grade.");
}
