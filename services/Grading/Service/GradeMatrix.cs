using System.ComponentModel;
using System.Text.Json.Serialization;
using Marten;
using Microsoft.AspNetCore.Http.HttpResults;
using Oversight.Core;
using Oversight.Grading.Judgments;
using Oversight.Grading.Programmes;
using Oversight.Grading.ProgrammeRecords;
using Oversight.Hosting;

namespace Oversight.Grading;

/// <summary>A body's row, with its own denominator: <paramref name="Graded"/> of <paramref name="Of"/> areas reported for it.</summary>
public sealed record BodyRow(string Id, IReadOnlyList<GradeAnswer> Grades, int Graded, int Of, int CannotTell);

/// <summary>Bodies by areas of one programme. Nothing is summed up over areas or bodies.</summary>
public sealed record Matrix(ProgrammeAnswer Programme, IReadOnlyList<string> Areas, IReadOnlyList<BodyRow> Bodies);

/// <summary>The matrix that was asked for, or, when no programme is named, that of each programme: they do not compare unless their programme says so.</summary>
public sealed record GradesAnswer(
    DateOnly AsOf, DateOnly KnownAt, DateTimeOffset RecordedAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ProgrammeAnswer? Programme,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Areas,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<BodyRow>? Bodies,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<Matrix>? Programmes);

internal static class GradeMatrix
{
    public static void MapGrades(this IEndpointRouteBuilder routes) => routes.MapGet("/api/v1/grades", Read)
        .WithName("grades").WithTags("Grades").InThreeTimes().ProducesProblem(StatusCodes.Status404NotFound)
        .WithSummary("Which grades bodies hold, area by area, programme by programme, with the denominator of each body.");

    private static async Task<Results<Ok<GradesAnswer>, ProblemHttpResult>> Read(
        Moment moment, IQuerySession session, CancellationToken ct,
        [Description("Its id or its name, such as peel-2021-22 or PEEL 2021/22.")] string? programme = null,
        [Description("Such as Investigating crime.")] string? area = null,
        [Description("Its id, such as metropolitan.")] string? body = null)
    {
        var asked = programme is null ? null : Catalogue.Find(programme);
        if (programme is not null && asked is null)
        {
            return Unknown.Programme(programme);
        }

        var claims = await session.Claims(body, asked, ct);
        if (area is not null && Areas(asked, claims) is var known && !known.Any(name => NameBasedId.Slug(name) == NameBasedId.Slug(area)))
        {
            return Unknown.Area(area, known);
        }

        var beside = await session.Beside(body, moment.Viewpoint, ct);
        var (asOf, knownAt, recordedAt) = (moment.AsOf, moment.KnownAt, moment.Until);
        if (asked is not null)
        {
            var (of, areas, bodies) = Of(asked, claims, beside, area);
            return TypedResults.Ok(new GradesAnswer(asOf, knownAt, recordedAt, of, areas, bodies, null));
        }

        var all = claims.GroupBy(one => Catalogue.Find(one.Programme)).Where(its => its.Key is not null).ToDictionary(its => its.Key!.Id);
        var matrices = Catalogue.Programmes.Where(known => all.ContainsKey(known.Id)).Select(known => Of(known, all[known.Id], beside, area));
        return TypedResults.Ok(new GradesAnswer(asOf, knownAt, recordedAt, null, null, null, [.. matrices.Where(matrix => matrix.Bodies.Count > 0)]));
    }

    private static Matrix Of(Programme programme, IEnumerable<ProgrammeClaims> claims, Beside beside, string? area)
    {
        var bodies = claims.GroupBy(one => one.Body).OrderBy(its => its.Key, StringComparer.Ordinal)
            .Select(its => Row(its.Key, beside.Stand(its.Key, [.. its], programme), area))
            .Where(row => row.Grades.Count > 0).ToArray();
        var areas = bodies.SelectMany(row => row.Grades).Select(grade => grade.Area).Distinct()
            .OrderBy(name => programme.Areas.IndexOf(name) is var at and >= 0 ? at : int.MaxValue).ThenBy(name => name, StringComparer.Ordinal);
        return new(ProgrammeAnswer.Of(programme), [.. areas], bodies);
    }

    // The denominator is the body's, whichever area is asked for.
    internal static BodyRow Row(string body, IReadOnlyCollection<AreaJudgment> areas, string? area = null)
    {
        var denominator = Denominator.Over(areas);
        var asked = areas.Where(one => area is null || NameBasedId.Slug(one.Area) == NameBasedId.Slug(area));
        return new(body, [.. asked.Select(GradeAnswer.Of)], denominator.Graded, denominator.Of, denominator.CannotTell);
    }

    private static string[] Areas(Programme? programme, IEnumerable<ProgrammeClaims> claims) =>
    [
        .. (programme is null ? Catalogue.Programmes.SelectMany(one => one.Areas) : programme.Areas)
            .Concat(claims.SelectMany(one => one.Judgments).Select(claim => claim.Area)).DistinctBy(NameBasedId.Slug).Order(StringComparer.Ordinal),
    ];
}
