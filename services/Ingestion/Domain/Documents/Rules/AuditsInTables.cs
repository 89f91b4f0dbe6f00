using System.Text.RegularExpressions;
using Oversight.Ingestion.Documents.Words;

namespace Oversight.Ingestion.Documents.Rules;

/// <summary>A cell that is a share, under a head or a heading that says of what, in the row of a body.</summary>
internal sealed partial class AuditsInTables : IRule
{
    public IEnumerable<Candidate> Read(Reading reading) =>
        reading.Blocks.Where(block => block.Cell is not null && reading.ByBlock.ContainsKey(block)).GroupBy(block => block.Cell!.Value.Table).SelectMany(table => In([.. table], reading));

    private static IEnumerable<Candidate> In(List<Block> cells, Reading reading)
    {
        var heads = cells.Where(cell => cell.Cell!.Value.Row == 0).ToDictionary(cell => cell.Cell!.Value.Column, cell => reading.ByBlock[cell][0].Text);
        var rows = cells.ToLookup(cell => cell.Cell!.Value.Row);
        foreach (var cell in cells.Where(cell => cell.Cell!.Value.Row > 0))
        {
            var sentence = reading.ByBlock[cell][0];
            if (!Alone().IsMatch(sentence.Text) || Numbers.Shares(sentence.Text) is not [var share] || Rule(heads.GetValueOrDefault(cell.Cell!.Value.Column) ?? "", Before(cells[0], reading)) is not { Name: not null } rule)
            {
                continue;
            }

            var row = rows[cell.Cell!.Value.Row].ToList();
            var counted = Counted.InRow(row.Where(other => other != cell).Select(other => reading.ByBlock[other][0].Text), share);
            var named = row.SelectMany(other => reading.MentionsIn(reading.ByBlock[other][0])).Where(mention => mention.Kind != MentionKind.Back).ToList();
            var subject = named is [{ Kind: MentionKind.Named } only] ? new Subject([only.Body], true, 0)
                : named.Count > 0 ? Subject.SomebodyElse : reading.SubjectAt(sentence, sentence.Text.Length);
            foreach (var candidate in sentence.Claim(reading, sentence.Whole, subject, CandidateKind.Audit, rule.Name, 0.8m, with => with with { Area = rule.Area == Audits.Recording ? Audits.OfCategory(reading.ByBlock[row[0]][0].Text) : rule.Area, Percent = share.Percent, Count = counted.Count, OutOf = counted.OutOf, Programme = reading.Programme }))
            {
                yield return row[0].Start < candidate.Start ? candidate.From(row[0].Start, reading) : candidate;
            }
        }
    }

    // What a table is of may stand above it: "Recording rates by category:", and then "Rate" is enough for a head.
    private static string Before(Block first, Reading reading) =>
        reading.Blocks.IndexOf(first) is > 0 and var at && reading.ByBlock.TryGetValue(reading.Blocks[at - 1], out var above) ? above[^1].Text : reading.HeadingOf(first)?.Text ?? "";

    private static (string? Name, string? Area) Rule(string head, string above) => Of(Rate().IsMatch(head) ? $"{above} {head}" : head);

    [GeneratedRegex(@"^(?:the )?(?:rate|accuracy|percentage|per ?cent|%|result|estimate|share|figure)s?\b(?! of)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Rate();

    private static (string? Name, string? Area) Of(string head) =>
        Grounds().IsMatch(head) ? (Lacking().IsMatch(head) ? "audit.stop-search-without-grounds" : "audit.stop-search-with-grounds", Audits.StopAndSearch)
        : Recorded().IsMatch(head) ? (Lacking().IsMatch(head) ? "audit.crimes-not-recorded" : "audit.crimes-recorded", Audits.Recording)
        : default;

    [GeneratedRegex(@"^[\d.]+ ?(?:%|per ?cent)(?: ?\([^)]*\))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Alone();

    [GeneratedRegex(@"\bgrounds\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Grounds();

    [GeneratedRegex(@"\b(?:record(?:ed|ing) (?:rates?|accuracy)|(?:crimes?|offences) recorded|recorded crimes?|recording of (?:crimes?|offences))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Recorded();

    [GeneratedRegex(@"\b(?:no|not|without|lacking|unrecorded|missed)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Lacking();
}
