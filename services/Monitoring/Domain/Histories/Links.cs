using Oversight.Monitoring.Phases;

namespace Oversight.Monitoring.Histories;

/// <summary>Joins a move to the report that came after it.</summary>
/// <remarks>The inspectorate often moves a body before it publishes why, and ends a stay before it reports on it.</remarks>
internal static class Links
{
    /// <summary>A report later than this after a move is not taken to be about it.</summary>
    private const int MostDaysLater = 365;

    private static readonly HashSet<string> Reports = ["grades", "inspection", "publication"];

    public static IReadOnlyList<HistoryEntry> Added(HistoryEntry[] newestFirst, IReadOnlyList<Move> moves)
    {
        var links = Array.ConvertAll(newestFirst, _ => new List<HistoryLink>());
        for (var i = 0; i < moves.Count; i++)
        {
            var (move, id, until) = (moves[i], EntryOf.IdOf(moves[i]), i + 1 < moves.Count ? moves[i + 1].Earliest : DateOnly.MaxValue);
            var (entry, report) = (
                Array.FindIndex(newestFirst, entry => entry.Id == id),
                Array.FindLastIndex(newestFirst, entry => ReportsAfter(entry, move, until)));
            if (entry >= 0 && report >= 0)
            {
                links[entry].Add(To("next-report", newestFirst[report]));
                links[report].Add(To("preceding-move", newestFirst[entry]));
            }
        }

        return [.. newestFirst.Zip(links, (entry, of) => entry with { Links = of })];
    }

    private static HistoryLink To(string relation, HistoryEntry entry) => new(relation, entry.Id, entry.On, entry.Title, []);

    private static bool ReportsAfter(HistoryEntry entry, Move move, DateOnly until) =>
        entry.On is { } on && Reports.Contains(entry.Kind) && on.First > move.Latest && on.Last < until
        && on.First.DayNumber - move.Latest.DayNumber <= MostDaysLater;
}
