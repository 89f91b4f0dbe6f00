using System.ComponentModel;
using Marten;
using Microsoft.AspNetCore.Http.HttpResults;
using Oversight.Core;
using Oversight.Grading.Audits;
using Oversight.Grading.Programmes;
using Oversight.Hosting;

namespace Oversight.Grading;

/// <summary>What audits found.</summary>
public sealed record AuditsAnswer(DateOnly AsOf, DateOnly KnownAt, DateTimeOffset RecordedAt, bool Strict, string Note, IReadOnlyList<AuditAnswer> Audits)
{
    internal static AuditsAnswer Of(Moment moment, IEnumerable<AuditAnswer> audits) => new(
        moment.AsOf, moment.KnownAt, moment.Until, moment.Strict, "Figures of two generations of method do not compare.", [.. audits]);
}

internal static class AuditList
{
    public static void MapAudits(this IEndpointRouteBuilder routes) => routes.MapGet("/api/v1/audits", Read)
        .WithName("audits").WithTags("Audits").InThreeTimes().ProducesProblem(StatusCodes.Status404NotFound)
        .WithSummary("What audits of crime recording and of stop and search found, as published, with sample and generation of method.");

    private static async Task<Ok<AuditsAnswer>> Read(
        Moment moment, IQuerySession session, CancellationToken ct,
        [Description("recording or stop-search.")] string? kind = null,
        [Description("Its id, such as metropolitan.")] string? body = null,
        [Description("The inspection, such as PEEL 2021/22, or the id of a round, such as crime-data-integrity-2016-2020.")] string? programme = null)
    {
        AuditKind? asked = kind is null ? null : AuditKinds.Read(kind);
        var claims = await session.Claims(body, programme: null, ct);
        if (programme is not null && !claims.SelectMany(one => one.Audits).Any(claim => IsOf(claim, programme)) && Catalogue.Find(programme) is null)
        {
            InspectionNames.Insist(programme, claims.Where(one => one.Audits.Count > 0).Select(one => one.Programme), "No audit");
        }

        var beside = await session.Beside(body, moment.Viewpoint, ct);
        return TypedResults.Ok(AuditsAnswer.Of(moment, claims.SelectMany(one => beside.Stand(one,
            claim => (asked is null || claim.Figure.Kind == asked) && (programme is null || IsOf(claim, programme))))));
    }

    private static bool IsOf(AuditClaim claim, string programme)
    {
        var slug = NameBasedId.Slug(programme);
        return NameBasedId.Slug(claim.Programme) == slug || Catalogue.RoundOf(claim.Figure.Kind, claim.Figure.Inspection)?.Id == slug;
    }
}

/// <summary>How kinds of audit are written.</summary>
internal static class AuditKinds
{
    extension(AuditKind kind)
    {
        public string Text => kind == AuditKind.Recording ? "recording" : "stop-search";
    }

    public static AuditKind Read(string text) => text switch
    {
        "recording" => AuditKind.Recording,
        "stop-search" => AuditKind.StopSearch,
        _ => throw new BadHttpRequestException("kind is recording or stop-search."),
    };
}
