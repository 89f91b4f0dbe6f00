using System.ComponentModel;
using Marten;
using Oversight.Core;
using Oversight.Grading.Programmes;
using Oversight.Hosting;

namespace Oversight.Grading.Findings;

/// <summary>Who took a practice over.</summary>
public sealed record AdoptionAnswer(string By, string? On, IReadOnlyList<string> Marks, IReadOnlyList<SourceAnswer> Sources)
{
    internal static IReadOnlyList<AdoptionAnswer> Of(IEnumerable<Adoption> adoptions) =>
        [.. adoptions.Select(adoption => new AdoptionAnswer(adoption.By, adoption.On?.ToString(), adoption.Marks.InWords, SourceAnswer.Of(adoption.Claims)))];
}

/// <summary>That a practice was taken over which no source on record praises.</summary>
public sealed record StrayAdoptionAnswer(string Body, string Practice, string Programme, IReadOnlyList<AdoptionAnswer> AdoptedBy);

/// <summary>A practice that an inspection praised; it has no grade and no state. Label is the inspectorate's own, mostly there is none.</summary>
public sealed record PracticeAnswer(
    string Body, string Practice, string? Label, string Programme, string Inspection, string? PublishedOn,
    IReadOnlyList<AdoptionAnswer> AdoptedBy, IReadOnlyList<string> Marks, IReadOnlyList<SourceAnswer> Sources, IReadOnlyList<TrailStep> Trail)
{
    internal static PracticeAnswer Of(string body, PracticeStanding practice) => new(
        body, practice.Practice, practice.Label, practice.Programme, practice.Inspection, practice.PublishedOn?.ToString(),
        AdoptionAnswer.Of(practice.AdoptedBy),
        GradeAnswer.Remarks(practice.Marks, practice.Support), SourceAnswer.Of(practice.Claims), practice.Trail.Steps);
}

/// <summary>Every practice that was praised, and adoptions that fit none of them.</summary>
public sealed record PracticesAnswer(
    DateOnly AsOf, DateOnly KnownAt, DateTimeOffset RecordedAt, bool Strict, IReadOnlyList<PracticeAnswer> Practices, IReadOnlyList<StrayAdoptionAnswer> AdoptionsOfUnknownPractice);

/// <summary>What was counted, of how many, the published share, and who says so.</summary>
public sealed record FindingSideAnswer(int? Count, int? OutOf, decimal? Percent, IReadOnlyList<SourceAnswer> Sources)
{
    internal static FindingSideAnswer Of(FindingSide side) => new(side.Figure.Count, side.Figure.OutOf, side.Figure.Percent, SourceAnswer.Of(side.Claims));
}

/// <summary>A finding without a grade: what stands, or every side.</summary>
public sealed record FindingAnswer(
    string Body, string Programme, string Inspection, string? PublishedOn, IReadOnlyList<string> Texts, Verdict Verdict,
    IReadOnlyList<FindingSideAnswer> Sides, IReadOnlyList<string> Marks, IReadOnlyList<FindingSideAnswer> Overruled, IReadOnlyList<TrailStep> Trail)
{
    internal static FindingAnswer Of(string body, FindingStanding finding) => new(
        body, finding.Programme, finding.Inspection, finding.PublishedOn?.ToString(), finding.Texts, finding.Verdict,
        [.. finding.Sides.Select(FindingSideAnswer.Of)], GradeAnswer.Remarks(finding.Marks, finding.Support), [.. finding.Overruled.Select(FindingSideAnswer.Of)], finding.Trail.Steps);
}

/// <summary>Findings of one topic against one standard. Another standard is another series: 24 hours and 72 do not join.</summary>
public sealed record SeriesAnswer(string Topic, string? Standard, IReadOnlyList<FindingAnswer> Findings);

/// <summary>Findings without a grade.</summary>
public sealed record FindingsAnswer(DateOnly AsOf, DateOnly KnownAt, DateTimeOffset RecordedAt, bool Strict, string Note, IReadOnlyList<SeriesAnswer> Series);

internal static class FindingReads
{
    private const string Note = "Figures measured against different standards do not compare. No percentage is worked out from a count.";

    public static void MapFindings(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/practice", async (Moment moment, IQuerySession session, CancellationToken ct,
            [Description("Its id, such as metropolitan.")] string? body = null,
            [Description("The inspection, such as PEEL 2021/22.")] string? programme = null) =>
        {
            var (all, trails) = ((await Of(session, body, programme, ct)).ToArray(), await session.Trails(body, ct));
            await InsistKnown(session, programme, ct);
            return Results.Ok(new PracticesAnswer(moment.AsOf, moment.KnownAt, moment.Until, moment.Strict,
                [.. all.SelectMany(one => FindingReading.Practices(one, moment.Viewpoint, trails.GetValueOrDefault(one.Body)).Select(practice => PracticeAnswer.Of(one.Body, practice)))],
                [.. all.SelectMany(one => FindingReading.Strays(one, moment.Viewpoint).Select(stray => new StrayAdoptionAnswer(one.Body, stray.Practice, stray.Programme, AdoptionAnswer.Of(stray.AdoptedBy))))]));
        })
        .Produces<PracticesAnswer>().ProducesProblem(StatusCodes.Status404NotFound)
        .WithName("practice").WithTags("Findings").InThreeTimes()
        .WithSummary("Practices that inspections praised, with the bodies that took them over.");

        routes.MapGet("/api/v1/findings", async (Moment moment, IQuerySession session, CancellationToken ct,
            [Description("Its id, such as metropolitan.")] string? body = null,
            [Description("The inspection, such as PEEL 2021/22.")] string? programme = null,
            [Description("What it is about, such as workload.")] string? topic = null) =>
        {
            var trails = await session.Trails(body, ct);
            await InsistKnown(session, programme, ct);
            return Results.Ok(new FindingsAnswer(moment.AsOf, moment.KnownAt, moment.Until, moment.Strict, Note,
            [
                .. (await Of(session, body, programme, ct)).SelectMany(one => FindingReading.Findings(one, moment.Viewpoint, trails.GetValueOrDefault(one.Body)).Select(finding => (one.Body, Finding: finding)))
                    .Where(one => topic is null || NameBasedId.Slug(one.Finding.Topic) == NameBasedId.Slug(topic))
                    .GroupBy(one => (Topic: NameBasedId.Slug(one.Finding.Topic), Standard: NameBasedId.Slug(one.Finding.Standard ?? "")))
                    .OrderBy(series => series.Key.Topic, StringComparer.Ordinal).ThenBy(series => series.Key.Standard, StringComparer.Ordinal)
                    .Select(series => new SeriesAnswer(
                        series.Min(one => one.Finding.Topic)!, series.Min(one => one.Finding.Standard),
                        [.. series.OrderBy(one => one.Finding.PublishedOn is null).ThenBy(one => one.Finding.PublishedOn).ThenBy(one => one.Body, StringComparer.Ordinal)
                            .Select(one => FindingAnswer.Of(one.Body, one.Finding))])),
            ]));
        })
        .Produces<FindingsAnswer>().ProducesProblem(StatusCodes.Status404NotFound)
        .WithName("findings").WithTags("Findings").InThreeTimes()
        .WithSummary("Findings without a grade, in words or numbers, in series of one topic and one standard.");
    }

    private static async Task InsistKnown(IQuerySession session, string? programme, CancellationToken ct)
    {
        if (programme is not null && Catalogue.Find(programme) is null)
        {
            InspectionNames.Insist(programme, await session.Query<ProgrammeFindings>().Select(one => one.Programme).Distinct().ToListAsync(ct), "Nothing without a grade");
        }
    }

    private static async Task<IEnumerable<ProgrammeFindings>> Of(IQuerySession session, string? body, string? programme, CancellationToken ct)
    {
        IQueryable<ProgrammeFindings> all = session.Query<ProgrammeFindings>();
        var slug = programme is null ? null : NameBasedId.Slug(programme);
        return (await (body is null ? all : all.Where(one => one.Body == body)).OrderBy(one => one.Id).ToListAsync(ct)).Where(one => slug is null || NameBasedId.Slug(one.Programme) == slug);
    }
}
