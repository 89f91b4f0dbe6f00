using Oversight.Ingestion.Documents.Words;

namespace Oversight.Ingestion.Documents.Rules;

/// <summary>A cell that is a grade, with the area and the body in its row or at the head of its column.</summary>
internal sealed class JudgmentsInTables : IRule
{
    public IEnumerable<Candidate> Read(Reading reading) =>
        reading.Blocks.Where(block => block.Cell is not null && reading.ByBlock.ContainsKey(block))
            .GroupBy(block => block.Cell!.Value.Table)
            .SelectMany(table => In([.. table], reading));

    private static IEnumerable<Candidate> In(List<Block> cells, Reading reading)
    {
        var texts = cells.ToDictionary(cell => (cell.Cell!.Value.Row, cell.Cell!.Value.Column), cell => Sentence.OfBlock(reading.Document.Text, cell)!);
        var heads = texts.Where(cell => cell.Key.Row == 0).ToDictionary(cell => cell.Key.Column, cell => cell.Value);
        var rows = texts.ToLookup(cell => cell.Key.Row, cell => cell.Value);
        foreach (var (place, cell) in texts)
        {
            if (GradeWords.Whole(cell.Text) is not { } grade || IsOlder(heads.GetValueOrDefault(place.Column), heads, place.Column, reading))
            {
                continue;
            }

            var around = rows[place.Row].Append(heads.GetValueOrDefault(place.Column)).OfType<Sentence>().ToList();
            if (around.Select(other => AreaWords.Whole(other.Text)).FirstOrDefault(area => area is not null) is not { } named)
            {
                continue;
            }

            // Under the head of an area each row is somebody's.
            var isMatrix = heads.GetValueOrDefault(place.Column) is { } head && AreaWords.Whole(head.Text) is not null;
            var bodies = around.SelectMany(other => reading.ByBlock[other.Block]).SelectMany(part => reading.MentionsIn(part)).Where(mention => mention.Kind != MentionKind.Back).ToList();
            var first = reading.ByBlock[cell.Block][0];
            var subject = bodies.Find(mention => mention.Kind == MentionKind.Named) is { } mention
                ? reading.Main.Length == 0 || reading.Main.Contains(mention.Body!) ? new Subject([mention.Body], true, 0.05m) : Subject.SomebodyElse
                : bodies.Count > 0 || isMatrix ? Subject.SomebodyElse
                : reading.SubjectAt(first, first.Text.Length);
            foreach (var candidate in cell.Claim(reading, cell.Whole, subject, CandidateKind.Judgment, "judgment.table", 0.9m, with => with with
            {
                Area = named, Grade = grade, Programme = reading.Programme,
            }))
            {
                yield return candidate;
            }
        }
    }

    // Of columns with years the newest counts.
    private static bool IsOlder(Sentence? head, Dictionary<int, Sentence> heads, int column, Reading reading) =>
        head is not null && (head.Text.Contains("previous", StringComparison.OrdinalIgnoreCase) || head.Text.Contains("last ", StringComparison.OrdinalIgnoreCase)
            || reading.NamesOlderProgramme(head.Text)
            || (DateWords.Years(head.Text).ToList() is { Count: > 0 } years
                && heads.Any(other => other.Key != column && DateWords.Years(other.Value.Text).Any(year => year > years.Max()))));
}
