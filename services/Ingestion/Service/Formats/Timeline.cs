using Oversight.Ingestion.Facts;

namespace Oversight.Ingestion.Formats;

/// <summary>What happened to and around a body.</summary>
internal static class Timeline
{
    private const string Ending = "-timeline";

    public static readonly RecordKind Kind = new("a timeline",
        [
            new("occurred_on", Need.Always), new("precision", Need.MayBeEmpty), new("kind", Need.Always), new("summary", Need.Always),
            new("source_url", Need.Always), new("body", Need.Extra), new("published_on", Need.Extra),
        ],
        Read);

    /// <summary>The body that a file called <c>metropolitan-timeline.csv</c> is about.</summary>
    public static string? BodyInName(string fileName)
    {
        var name = Path.GetFileNameWithoutExtension(fileName);
        return name.Length > Ending.Length && name.EndsWith(Ending, StringComparison.OrdinalIgnoreCase) ? name[..^Ending.Length] : null;
    }

    private static RowContent.OfFacts Read(Cells row)
    {
        var occurred = row.PastDate("occurred_on");
        row.Precision("precision", occurred);
        return new RowContent.OfFacts(new FactCommand.ClaimTimelineEntry(
            row.BodyOfRowOrFile("body", "occurred_on"), occurred, row.Name("kind"), row.Text("summary"), row.ReadFrom()));
    }
}
