using Marten;
using Oversight.Core;
using Oversight.Monitoring.Histories;
using Oversight.Monitoring.Records;

namespace Oversight.Monitoring.Lineage;

/// <summary>Finds where bodies come from.</summary>
internal static class LineageQueries
{
    extension(IQuerySession session)
    {
        public async Task<LineageReading> Lineage(string body, Viewpoint viewpoint, CancellationToken ct) =>
            LineageReading.Of(await session.LoadAsync<BodyLineage>(body, ct) ?? BodyLineage.Empty(body), viewpoint);

        /// <summary>The lineage of every body that has one; few have.</summary>
        public async Task<IReadOnlyDictionary<string, LineageReading>> Lineages(Viewpoint viewpoint, CancellationToken ct) =>
            (await session.Query<BodyLineage>().ToListAsync(ct)).ToDictionary(lineage => lineage.Id, lineage => LineageReading.Of(lineage, viewpoint));

        /// <summary>The predecessors of a body, and theirs, the nearest first.</summary>
        public async Task<IReadOnlyList<string>> Ancestors(LineageReading lineage, Viewpoint viewpoint, CancellationToken ct)
        {
            List<string> found = [lineage.Id];
            for (var i = 0; i < found.Count; i++)
            {
                var of = i == 0 ? lineage : await session.Lineage(found[i], viewpoint, ct);
                found.AddRange(of.Predecessors.Select(succession => succession.Predecessor).Where(id => !found.Contains(id)).ToArray());
            }

            return found[1..];
        }

        /// <summary>What happened to a body and, before it, to those that it comes from.</summary>
        public async Task<IReadOnlyList<HistoryEntry>> HistoryWithInherited(string body, Viewpoint viewpoint, CancellationToken ct)
        {
            var lineage = await session.Lineage(body, viewpoint, ct);
            var (own, inherited) = (await session.OwnHistory(body, viewpoint, ct), new List<(string, IReadOnlyList<HistoryEntry>)>());
            foreach (var predecessor in await session.Ancestors(lineage, viewpoint, ct))
            {
                inherited.Add((predecessor, await session.OwnHistory(predecessor, viewpoint, ct)));
            }

            return inherited.Count == 0 ? own : LineageEntries.WithInherited(own, lineage, inherited);
        }

        private async Task<IReadOnlyList<HistoryEntry>> OwnHistory(string body, Viewpoint viewpoint, CancellationToken ct) =>
            History.Of(body, (await session.Events.FetchStreamAsync(body, token: ct)).Select(BodyRecordProjection.Stored).OfType<Recorded>(), viewpoint);
    }
}
