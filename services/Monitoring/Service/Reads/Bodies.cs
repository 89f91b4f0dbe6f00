using Marten;
using Oversight.Core;
using Oversight.Monitoring.Profiles;
using Oversight.Monitoring.Records;

namespace Oversight.Monitoring.Reads;

/// <summary>Finds the body that a reader means.</summary>
internal static class Bodies
{
    public static async Task<IReadOnlyList<BodyRecord>> All(IQuerySession session, CancellationToken ct) =>
        await session.Query<BodyRecord>().OrderBy(record => record.Id).ToListAsync(ct);

    /// <summary>What was settled and said later, by the body; there is none for most.</summary>
    public static async Task<IReadOnlyDictionary<string, Trail>> Trails(IQuerySession session, CancellationToken ct) =>
        (await session.Query<Trail>().ToListAsync(ct)).ToDictionary(trail => trail.Id);

    /// <summary>The record of the body with that id or name, or why there is none.</summary>
    public static async Task<(BodyRecord? Record, IResult? Problem)> Find(IQuerySession session, string asked, Viewpoint viewpoint, CancellationToken ct)
    {
        var record = await session.LoadAsync<BodyRecord>(asked, ct);
        IReadOnlyList<BodyRecord> all = record is null ? await All(session, ct) : [];
        record ??= Names.Find(all, asked);

        return record is null ? (null, Unknown(asked, Names.Near(all, asked)))
            : record.IsRecordedBy(viewpoint) ? (record, null)
            : (null, Problem($"Nothing about {record.Id} had been recorded by {viewpoint.RecordedAt:O}."));
    }

    private static IResult Unknown(string asked, IReadOnlyList<string> near) => Problem(near.Count == 0
        ? $"No body is called '{Asked.Shown(asked)}'; GET /api/v1/status lists them all."
        : $"No body is called '{Asked.Shown(asked)}'; near to it are {string.Join(", ", near)}.", near);

    private static IResult Problem(string detail, IReadOnlyList<string>? near = null) => Results.Problem(
        detail, statusCode: StatusCodes.Status404NotFound, title: "body.unknown", type: "urn:oversight:rule:body.unknown",
        extensions: near is null ? null : new Dictionary<string, object?> { ["near"] = near });
}
