using System.ComponentModel;
using Marten;
using Oversight.Core;
using Oversight.Hosting;
using Oversight.Monitoring.Profiles;
using Oversight.Monitoring.Records;
using Oversight.Monitoring.ReportResponses;

namespace Oversight.Monitoring.Reads;

/// <summary>Reports about forces, and how their local policing bodies answered them.</summary>
public sealed record ReportResponses(DateOnly AsOf, DateOnly KnownAt, DateTimeOffset RecordedAt, bool Strict, IReadOnlyList<ReportResponseShown> Reports);

/// <summary>One report about one force.</summary>
/// <param name="Owner">Who has to answer; null where nobody has to.</param>
/// <param name="OwnerKind">Such as <c>police and crime commissioner</c>.</param>
/// <param name="LastDay">The last of the 56 days, of which the day of publication is the first (a mark says where that is the day of its grades or figures, since nobody dates the report); where that is not known to the day, the last day that can be it.</param>
/// <param name="State">Met, Late, Outstanding, NoAnswerOnRecord (nobody has looked for one), CannotTell, Covered or NoTerm.</param>
/// <param name="Overdue">Had the last day passed without an answer: Yes, No or CannotTell.</param>
/// <param name="SameFindingsAs">The force's own report whose answer is enough for this national one.</param>
/// <param name="MissNotedOn">The day on which the clock noticed that the last day had passed; null too where what came to be known since says that nothing was missed.</param>
/// <param name="CountedFrom">What the first of the 56 days is; null where there is no term.</param>
/// <param name="Overruled">Sources that a settlement has set aside.</param>
/// <param name="Trail">Who settled, corrected, withdrew or disputed one of its steps, when, why and by which source.</param>
public sealed record ReportResponseShown(
    string Body, string Name, string Report, string? Owner, string? OwnerKind, PartialDate? PublishedOn, DateOnly? EarliestLastDay, DateOnly? LastDay,
    PartialDate? AnsweredOn, ResponseState State, Answer Overdue, string? SameFindingsAs, DateOnly? MissNotedOn,
    IReadOnlyList<ResponseStepShown> Steps, IReadOnlyList<string> Marks, string? CountedFrom,
    IReadOnlyList<SourceShown> Overruled, IReadOnlyList<TrailStep> Trail);

/// <summary>One step.</summary>
public sealed record ResponseStepShown(string Step, PartialDate? On, string? By, IReadOnlyList<SourceShown> Sources, bool MoreSources);

/// <summary>How many reports about a force are on record that its local policing body had to answer, and the one published last.</summary>
/// <param name="States">How many were answered in which way.</param>
/// <param name="At">Where all of them are told; ask there in the same three times.</param>
public sealed record ReportResponseTally(int Count, IReadOnlyList<StateCount> States, ReportResponseShown? Latest, string At)
{
    internal static ReportResponseTally Of(ReportResponseRecord? record, BodyRecord body, Viewpoint viewpoint, Trail? trail)
    {
        var all = record is null ? [] : ReportResponse.All(record, viewpoint, trail);
        return new(all.Count, [.. all.CountBy(report => report.State).OrderBy(counted => counted.Key).Select(counted => new StateCount(counted.Key, counted.Value))],
            ReportResponse.Latest(all) is { } latest ? ReportResponsesRead.Shown(latest, body.Id, body, viewpoint) : null, $"/api/v1/bodies/{body.Id}/section-55");
    }
}

/// <summary>How many reports were answered in one way.</summary>
public sealed record StateCount(ResponseState State, int Count);

internal static class ReportResponsesRead
{
    public static void MapReportResponses(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/section-55", async (Moment moment, IQuerySession session, CancellationToken ct,
                [Description("Only Met, Late, Outstanding, NoAnswerOnRecord, CannotTell, Covered or NoTerm; all by default.")] string? state = null) =>
            {
                state = Asked.OneOf("state", state, Enum.GetNames<ResponseState>());
                var names = (await Bodies.All(session, ct)).ToDictionary(record => record.Id);
                var records = await session.Query<ReportResponseRecord>().OrderBy(record => record.Id).ToListAsync(ct);
                var trails = await Bodies.Trails(session, ct);
                return Of(records.SelectMany(record => Shown(record, names.GetValueOrDefault(record.Id), moment.Viewpoint, trails.GetValueOrDefault(record.Id)))
                    .Where(report => state is null || report.State.ToString() == state), moment);
            })
            .WithName("section-55").WithTags("Monitoring").InThreeTimes()
            .WithSummary("Every report that a local policing body has to answer within 56 days (Police Act 1996, section 55): by whom, by when, and whether it was.");

        routes.MapGet("/api/v1/bodies/{id}/section-55",
            async ([Description("Its id or any of its names.")] string id, Moment moment, IQuerySession session, CancellationToken ct) =>
            {
                var (record, problem) = await Bodies.Find(session, id, moment.Viewpoint, ct);
                return record is null ? problem!
                    : Results.Ok(Of(await session.LoadAsync<ReportResponseRecord>(record.Id, ct) is { } known ? Shown(known, record, moment.Viewpoint, await session.LoadAsync<Trail>(record.Id, ct)) : [], moment));
            })
            .Produces<ReportResponses>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithName("body-section-55").WithTags("Monitoring").InThreeTimes()
            .WithSummary("The reports about one force, and how its local policing body answered them.");
    }

    private static ReportResponses Of(IEnumerable<ReportResponseShown> reports, Moment moment) =>
        new(moment.AsOf, moment.KnownAt, moment.Until, moment.Strict, [.. reports]);

    private static IEnumerable<ReportResponseShown> Shown(ReportResponseRecord record, BodyRecord? body, Viewpoint viewpoint, Trail? trail) =>
        ReportResponse.All(record, viewpoint, trail).Select(report => Shown(report, record.Id, body, viewpoint));

    internal static ReportResponseShown Shown(ReportResponse report, string id, BodyRecord? body, Viewpoint viewpoint) => new(
        id, (body is null ? null : BodyProfile.RegisteredBy(body, viewpoint)?.Name) ?? id, report.Report, report.Owner?.Name, report.Owner?.Kind, report.Published?.On, report.EarliestLastDay, report.LastDay,
        report.Answered?.On, report.State, report.Overdue, report.SameFindingsAs, report.IsMissRefuted ? null : report.Missed?.NoticedOn,
        [.. report.Steps.Select(step => new ResponseStepShown(
            step.Step.Word, step.When.On, step.When.Claims.Select(claim => claim.Value.By).OfType<string>().Distinct().Order(StringComparer.Ordinal).FirstOrDefault(),
            SourceShown.Of(step.When.Claims, said => said.On.ToString()), step.When.Claims.HasMore()))],
        report.Marks.InWords, report.LastDay is null ? null : report.CountedFrom,
        SourceShown.Of(report.Overruled, said => said.On.ToString()), report.Trail.Steps);
}
