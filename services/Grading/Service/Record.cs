using Marten;
using Oversight.Core;
using Oversight.Grading.Programmes;
using Oversight.Grading.ProgrammeRecords;

namespace Oversight.Grading;

/// <summary>Finds the documents that a read needs.</summary>
internal static class Record
{
    extension(IQuerySession session)
    {
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
