using System.Text.RegularExpressions;
using Oversight.Ingestion.Documents.Words;

namespace Oversight.Ingestion.Documents.Rules;

/// <summary>A cell that is a grade, with the area and the body in its row or at the head of its column.</summary>
internal sealed partial class JudgmentsInTables : IRule
{
    private const int LongestLabel = 160;

    public IEnumerable<Candidate> Read(Reading reading) =>
        reading.Blocks.Where(block => block.Cell is not null && reading.ByBlock.ContainsKey(block))
            .GroupBy(block => block.Cell!.Value.Table)
            .SelectMany(table => In([.. table], reading));

    private static IEnumerable<Candidate> In(List<Block> cells, Reading reading)
    {
        var texts = cells.ToDictionary(cell => (cell.Cell!.Value.Row, cell.Cell!.Value.Column), cell => Sentence.OfBlock(reading.Document.Text, cell)!);
        var heads = texts.Where(cell => cell.Key.Row == 0).ToDictionary(cell => cell.Key.Column, cell => cell.Value);
        var rows = texts.ToLookup(cell => cell.Key.Row, cell => cell.Value);
        var ofGrades = texts.Where(cell => cell.Key.Row > 0).GroupBy(cell => cell.Key.Column)
            .Where(column => column.Count() > 1 && column.All(cell => GradeWords.Whole(cell.Value.Text) is not null)).Select(column => column.Key).ToHashSet();
        var gradeHeads = heads.Where(head => GradeWords.Whole(head.Value.Text) is not null).ToDictionary(head => head.Key, head => GradeWords.Whole(head.Value.Text)!);
        foreach (var (place, cell) in texts)
        {
            // Grades stand at the heads, and below each the areas that got it.
            if (gradeHeads.Count > 1 && place.Row > 0 && gradeHeads.TryGetValue(place.Column, out var above))
            {
                foreach (var candidate in Below(cell, above, reading))
                {
                    yield return candidate;
                }

                continue;
            }

            if (GradeWords.Whole(cell.Text) is not { } grade || IsOlder(heads.GetValueOrDefault(place.Column), heads, place.Column, reading))
            {
                continue;
            }

            var around = rows[place.Row].Append(heads.GetValueOrDefault(place.Column)).OfType<Sentence>().ToList();
            // Beside the only grade of a row may stand several areas that got it.
            var isOnly = rows[place.Row].Count(other => GradeWords.Whole(other.Text) is not null) == 1;
            var labels = rows[place.Row].Select(other => (Graded: Graded.By(other.Text, reading), In: other)).Where(label => label.Graded is not null).Take(isOnly ? int.MaxValue : 1).ToList();
            if (labels.Count == 0)
            {
                labels = [(Graded.By(heads.GetValueOrDefault(place.Column)?.Text ?? "", reading) ?? Labelled(texts, place, heads, ofGrades, reading), cell)];
            }

            // Under the head of an area each row is somebody's.
            var isMatrix = heads.GetValueOrDefault(place.Column) is { } head && AreaWords.Whole(head.Text) is not null;
            var bodies = around.SelectMany(other => reading.ByBlock[other.Block]).SelectMany(part => reading.MentionsIn(part)).Where(mention => mention.Kind != MentionKind.Back).ToList();
            var first = reading.ByBlock[cell.Block][0];
            var subject = bodies.Find(mention => mention.Kind == MentionKind.Named) is { } mention
                ? reading.Main.Length == 0 || reading.Main.Contains(mention.Body!) ? new Subject([mention.Body], true, 0.05m) : Subject.SomebodyElse
                : bodies.Count > 0 || isMatrix ? Subject.SomebodyElse
                : reading.SubjectAt(first, first.Text.Length);
            foreach (var candidate in labels.Where(label => label.Graded is not null).SelectMany(label => Last(label.In, cell).Claim(reading, Last(label.In, cell).Whole, subject, CandidateKind.Judgment, "judgment.table", 0.9m, with => with with
            {
                Area = label.Graded!.Value.Area, Grade = grade, Programme = reading.Programme,
            })))
            {
                yield return texts.GetValueOrDefault((place.Row, place.Column - 1)) is { } beside && beside.Start(0) < candidate.Start && reading.IsRightBelow(beside.Block, cell.Block)
                    ? candidate.From(beside.Start(0), reading) : candidate;
            }
        }
    }

    // The grade stands behind its area, or in front of it.
    private static Sentence Last(Sentence label, Sentence grade) => label.Start(0) > grade.Start(0) ? label : grade;

    private static IEnumerable<Candidate> Below(Sentence cell, string grade, Reading reading)
    {
        var areas = AreaWords.In(cell.Text);
        List<string> named = areas.Count > 0 ? [.. areas.Select(area => area.Area)] : cell.Text.Length is > 5 and <= LongestLabel && cell.Text.Contains(' ', StringComparison.Ordinal) ? [cell.Text] : [];
        var first = reading.ByBlock[cell.Block][0];
        return named.Distinct().SelectMany(area => cell.Claim(reading, cell.Whole, reading.SubjectAt(first, first.Text.Length), CandidateKind.Judgment, "judgment.table", 0.85m, with => with with
        {
            Area = area, Grade = grade, Programme = reading.Programme,
        }));
    }

    // An area of a name that no programme has: under a head that says it is one, or beside others in a column of grades.
    private static Graded? Labelled(Dictionary<(int Row, int Column), Sentence> texts, (int Row, int Column) place, Dictionary<int, Sentence> heads, HashSet<int> ofGrades, Reading reading) =>
        place.Column > 0 && (ofGrades.Contains(place.Column) || (place.Row > 0 && heads.GetValueOrDefault(0) is { } head && AreaHead().IsMatch(head.Text)))
            && texts.GetValueOrDefault((place.Row, 0)) is { } label && GradeWords.Whole(label.Text) is null && label.Text.Length <= LongestLabel && label.Text.Any(char.IsLetter)
            && !reading.ByBlock[label.Block].Any(part => reading.MentionsIn(part).Any(mention => mention.Kind != MentionKind.Back))
            ? new(label.Text) : null;

    [GeneratedRegex(@"^(?:core |inspection )?(?:areas?|categor(?:y|ies)|questions?|pillars?|themes?|aspects?|what we (?:inspected|looked at))(?: (?:of|we) .{2,40})?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AreaHead();

    // Of columns with years the newest counts.
    private static bool IsOlder(Sentence? head, Dictionary<int, Sentence> heads, int column, Reading reading) =>
        head is not null && (head.Text.Contains("previous", StringComparison.OrdinalIgnoreCase) || head.Text.Contains("last ", StringComparison.OrdinalIgnoreCase)
            || reading.NamesOlderProgramme(head.Text)
            || (DateWords.Years(head.Text).ToList() is { Count: > 0 } years
                && (years.Max() < reading.Round
                    || heads.Any(other => other.Key != column && (Present().IsMatch(other.Value.Text) || DateWords.Years(other.Value.Text).Any(year => year > years.Max()))))));

    [GeneratedRegex(@"\b(?:this (?:inspection|time|year|round|report)|current|latest|now|new(?:est)?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Present();
}
