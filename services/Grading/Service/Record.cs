using System.Collections.Immutable;
using Marten;
using Oversight.Core;
using Oversight.Grading.Audits;
using Oversight.Grading.Judgments;
using Oversight.Grading.Lineage;
using Oversight.Grading.Programmes;
using Oversight.Grading.ProgrammeRecords;
using Oversight.Grading.Reports;

namespace Oversight.Grading;

/// <summary>What was settled and said later of bodies, and when they began; there is nothing for most.</summary>
internal sealed record Beside(Viewpoint View, IReadOnlyDictionary<string, Trail> Trails, IReadOnlyDictionary<string, DateOnly?> Begun)
{
    public ImmutableArray<AreaJudgment> Stand(string body, IReadOnlyCollection<ProgrammeClaims> claims, Programme programme) => JudgmentReading.Stand(
        ReportDates.Dated(claims.SelectMany(one => one.Judgments), claims.SelectMany(one => one.ReportDates), View),
        programme, View, Trails.GetValueOrDefault(body), Begun.GetValueOrDefault(body));

    public IEnumerable<AuditAnswer> Stand(ProgrammeClaims claims, Func<AuditClaim, bool>? asked = null) =>
        AuditReading.Stand(claims.Audits.Where(asked ?? (_ => true)), View, Trails.GetValueOrDefault(claims.Body), Begun.GetValueOrDefault(claims.Body))
            .Select(audit => AuditAnswer.Of(claims.Body, audit));
}

/// <summary>Finds the documents that a read needs.</summary>
internal static class Record
{
    extension(IQuerySession session)
    {
        /// <summary>What is to be said beside the claims of a body, or of all.</summary>
        public async Task<Beside> Beside(string? body, Viewpoint view, CancellationToken ct)
        {
            var predecessors = await session.Query<Predecessors>().Where(its => body == null || its.Id == body).ToListAsync(ct);
            return new(view, await session.Trails(body, ct), predecessors.ToDictionary(its => its.Id, its => its.Begun(view)));
        }

        /// <summary>What was settled and said later of a body, or of all, by the body; there is none for most.</summary>
        public async Task<IReadOnlyDictionary<string, Trail>> Trails(string? body, CancellationToken ct) =>
            (await session.Query<Trail>().Where(trail => body == null || trail.Body == body).OrderBy(trail => trail.Id).ToListAsync(ct))
                .GroupBy(trail => trail.Body).ToDictionary(its => its.Key, its => Trail.Joined(its.Key, its));

        /// <summary>What is claimed of a body, or of all, in a programme, or in all.</summary>
        public async Task<IReadOnlyList<ProgrammeClaims>> Claims(string? body, Programme? programme, CancellationToken ct)
        {
            IQueryable<ProgrammeClaims> claims = session.Query<ProgrammeClaims>();
            if (programme is not null)
            {
                // One programme can go by many labels, such as the crime data integrity inspections of five years.
                var labels = await session.Query<ProgrammeClaims>().Select(known => known.Programme).Distinct().ToListAsync(ct);
                var its = labels.Where(label => Catalogue.Find(label)?.Id == programme.Id).ToArray();
                claims = claims.Where(known => known.Programme.IsOneOf(its));
            }

            return await (body is null ? claims : claims.Where(known => known.Body == body)).OrderBy(known => known.Id).ToListAsync(ct);
        }
    }
}
