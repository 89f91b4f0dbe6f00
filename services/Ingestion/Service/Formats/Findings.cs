using Oversight.Ingestion.Facts;

namespace Oversight.Ingestion.Formats;

/// <summary>Practices that inspections praised.</summary>
internal static class PositivePractice
{
    public static readonly RecordKind Kind = new("positive practice",
        [new("body", Need.Always), new("practice", Need.Always), new("inspection", Need.Always), new("published_on", Need.MayBeEmpty), new("source_url", Need.Always)],
        row =>
        {
            // The inspectorate's own label stands in brackets at the end.
            var text = row.Text("practice");
            var practice = FactIds.Programme(text);
            return new RowContent.OfFacts(new FactCommand.ClaimPractice(
                row.Body("body", null), practice, practice == text ? null : text[practice.Length..].Trim(' ', '(', ')'), row.Name("inspection"), row.ReadFrom()));
        });
}

/// <summary>Which body took over which practice of another.</summary>
internal static class PracticeAdoptions
{
    public static readonly RecordKind Kind = new("adopted practice",
        [
            new("body", Need.Always), new("practice", Need.Always), new("inspection", Need.Always), new("adopted_by", Need.Always),
            new("on", Need.MayBeEmpty), new("published_on", Need.MayBeEmpty), new("source_url", Need.Always),
        ],
        row =>
        {
            var (body, by) = (row.Body("body", null), row.Body("adopted_by", null));
            if (row.Flaw is null && body == by)
            {
                row.Refuse("adopted_by", "practice.own", $"{body} cannot take over a practice of its own.");
            }

            return new RowContent.OfFacts(new FactCommand.ClaimPracticeAdoption(
                body, FactIds.Programme(row.Text("practice")), row.Name("inspection"), by, row.OptionalPastDate("on"), row.ReadFrom()));
        });
}

/// <summary>Findings without a grade, in words or in numbers.</summary>
internal static class Findings
{
    public static readonly RecordKind Kind = new("findings",
        [
            new("body", Need.Always), new("inspection", Need.Always), new("topic", Need.Always), new("published_on", Need.MayBeEmpty),
            new("finding", Need.MayBeEmpty), new("count", Need.MayBeEmpty), new("out_of", Need.MayBeEmpty), new("percent", Need.Extra), new("standard", Need.Extra),
            new("source_url", Need.Always),
        ],
        Read);

    private static RowContent.OfFacts Read(Cells row)
    {
        var (count, outOf, percent, text) = (row.OptionalTally("count"), row.OptionalCount("out_of"), row.OptionalPercent("percent"), row.OptionalText("finding"));
        if (count > outOf)
        {
            row.Refuse("count", "number.more-than-all", $"{count} are more than the {outOf} of which they are a part.");
        }

        if (count is null && percent is null && text == "")
        {
            row.Refuse("finding", "finding.empty", "A finding is said in words, or has a count or a percentage; all three are empty.");
        }

        return new(new FactCommand.ClaimFinding(
            row.Body("body", null), row.Name("inspection"), row.Name("topic"), row.OptionalName("standard"), count, outOf, percent, text, row.ReadFrom()));
    }
}
