using Oversight.Ingestion.Facts;
using Oversight.Ingestion.Text;

namespace Oversight.Ingestion.Formats;

/// <summary>Corrections, withdrawals and disputes of what is on record, by the ids of facts.</summary>
internal static class Annotations
{
    public static readonly RecordKind Kind = new("annotations",
        [
            new("body", Need.Always), new("fact", Need.Always), new("what", Need.Always), new("on", Need.Always), new("by", Need.Always),
            new("detail", Need.Always), new("before", Need.Extra), new("after", Need.Extra),
            new("published_on", Need.MayBeEmpty), new("source_url", Need.Always),
        ],
        Read);

    private static RowContent.OfFacts Read(Cells row)
    {
        var (body, fact, what) = (row.Body("body", null), row.Name("fact"), row.Name("what"));
        if (row.Flaw is null && !(fact.Split('/') is [_, var about, _, ..] && about == body))
        {
            row.Refuse("fact", "fact.not-of-the-body", $"{Shown.Of(fact)} is no id of a fact about {body}, such as phase/{body}/engage/2022-06; every read shows them.");
        }

        var kind = Oversight.Core.Annotations.Find(what);
        if (kind is null)
        {
            row.Refuse("what", "annotation.unknown", $"{Shown.Of(what)} is none of: {string.Join(", ", Oversight.Core.Annotations.Words)}.");
        }

        return new RowContent.OfFacts(new FactCommand.Annotate(
            body, fact, kind ?? default, row.PastDate("on"), row.Name("by"), row.Text("detail"), Wording("before"), Wording("after"), row.ReadFrom()));

        string? Wording(string field) => row.OptionalText(field) is { Length: > 0 } text ? text : null;
    }
}
