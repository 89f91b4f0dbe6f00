using Marten;
using Oversight.Core;
using Oversight.Monitoring.EntryLinks;
using Oversight.Monitoring.Histories;
using Oversight.Monitoring.Records;

namespace Oversight.Monitoring.Lineage;

/// <summary>Finds where bodies come from.</summary>
internal static class LineageQueries
{
    extension(IQuerySession session)
    {
        public async Task<LineageReading> Lineage(string body, Viewpoint viewpoint, CancellationToken ct) =>
            LineageReading.Of(await session.LoadAsync<BodyLineage>(body, ct) ?? BodyLineage.Empty(body), viewpoint, await session.LoadAsync<Trail>(body, ct));

        /// <summary>The lineage of every body that has one; few have.</summary>
        public async Task<IReadOnlyDictionary<string, LineageReading>> Lineages(IReadOnlyDictionary<string, Trail> trails, Viewpoint viewpoint, CancellationToken ct) =>
            (await session.Query<BodyLineage>().ToListAsync(ct)).ToDictionary(lineage => lineage.Id, lineage => LineageReading.Of(lineage, viewpoint, trails.GetValueOrDefault(lineage.Id)));

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

        /// <summary>The lineages of all that became part of a body whatever the day, and of all that became part of those.</summary>
        public async Task<IReadOnlyList<LineageReading>> Origins(LineageReading lineage, Viewpoint viewpoint, CancellationToken ct)
        {
            List<LineageReading> found = [lineage];
            for (var i = 0; i < found.Count; i++)
            {
                foreach (var id in found[i].Successions.Where(one => one.Successor == found[i].Id).Select(one => one.Predecessor).Where(id => !found.Exists(known => known.Id == id)).Distinct().ToArray())
                {
                    found.Add(await session.Lineage(id, viewpoint, ct));
                }
            }

            return found[1..];
        }

        /// <summary>What happened to a body and, before it, to those that it comes from; and its links that join nothing.</summary>
        public async Task<(IReadOnlyList<HistoryEntry> Entries, IReadOnlyList<UnmatchedLink> Unmatched)> HistoryWithInherited(string body, Viewpoint viewpoint, CancellationToken ct)
        {
            var lineage = await session.Lineage(body, viewpoint, ct);
            var events = await session.Recorded(body, ct);
            var (own, inherited) = (History.Of(body, events, viewpoint), new List<(string, IReadOnlyList<HistoryEntry>)>());
            foreach (var predecessor in await session.Ancestors(lineage, viewpoint, ct))
            {
                inherited.Add((predecessor, History.Of(predecessor, await session.Recorded(predecessor, ct), viewpoint)));
            }

            return (inherited.Count == 0 ? own : LineageEntries.WithInherited(own, lineage, inherited), History.Unmatched(body, own, events, viewpoint));
        }

        private async Task<Recorded[]> Recorded(string body, CancellationToken ct) =>
            [.. (await session.Events.FetchStreamAsync(body, token: ct)).Select(BodyRecordProjection.Stored).OfType<Recorded>()];
    }
}
