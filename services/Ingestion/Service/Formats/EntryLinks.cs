using Oversight.Core;
using Oversight.Ingestion.Facts;

namespace Oversight.Ingestion.Formats;

/// <summary>Which entries of a body's timeline belong together.</summary>
internal static class EntryLinks
{
    public static readonly RecordKind Kind = new("links between entries",
        [
            new("body", Need.Always), new("from", Need.Always), new("relation", Need.Always), new("to", Need.Always), new("source_url", Need.Always),
            new("published_on", Need.Extra),
        ],
        row =>
        {
            var (body, from, to) = (row.Body("body", null), Entry(row, "from"), Entry(row, "to"));
            if (string.Equals(from, to, StringComparison.OrdinalIgnoreCase))
            {
                row.Refuse("to", "link.to-itself", $"{Text.Shown.Of(to)} is the entry itself; a link joins two.");
            }

            return new RowContent.OfFacts(new FactCommand.ClaimLink(body, from, row.Step<Relation>("relation", "link.relation-unknown"), to, row.ReadFrom()));
        });

    // An id such as engage/2022-06-28, or a date and words that only that entry has.
    private static string Entry(Cells row, string field)
    {
        var entry = row.Name(field);
        if (entry != "" && !entry.Split('/').Skip(1).Any() && !(entry.Split(' ', 2) is [var date, _] && PartialDate.TryParse(date, out _)))
        {
            row.Refuse(field, "link.no-entry", $"{Text.Shown.Of(entry)} is neither the id of an entry nor a date followed by words of it, such as '2021-03-30 vigil inspection'.");
        }

        return entry;
    }
}
