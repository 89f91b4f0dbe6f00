using System.Diagnostics;
using System.Text;
using Oversight.Ingestion.Documents;
using Oversight.Ingestion.Readers;
using Oversight.Testing;

namespace Oversight.Bench.Parts;

/// <summary>(g) What is read in the sample documents beside what a careful reader would take from them; and how the work grows with the length of a document.</summary>
internal static class DocumentExtraction
{
    private const double Precision = 0.95, Recall = 0.85;

    public static Task Measure(Arguments arguments, Report report)
    {
        var samples = DocumentSample.All;
        var comparisons = samples.Select(sample => sample.Compare()).ToList();
        var all = Score.Of(comparisons);
        report.AtLeast("h", $"precision on {samples.Count} documents, {all.Right + all.Missed} expected", "", [all.Precision], Precision);
        report.AtLeast("h", "recall on them", "", [all.Recall], Recall);
        foreach (var kind in Enum.GetNames<CandidateKind>().Select(name => name.ToLowerInvariant()))
        {
            var score = Score.Of(comparisons, of => of == kind);
            report.AddValue("h", $"  {kind}: precision ({score.Right} right, {score.Extra} wrong)", "", score.Precision);
            report.AddValue("h", $"  {kind}: recall ({score.Missed} missed)", "", score.Recall);
        }

        foreach (var (sample, comparison) in samples.Zip(comparisons).Where(pair => pair.Second.Extra.Count + pair.Second.Missed.Count > 0))
        {
            report.Note("h", $"{sample.Name}: {comparison.Extra.Count} wrong, {comparison.Missed.Count} missed");
        }

        var bodies = Gazetteer.Of(ShippedRegister.Bodies);
        var page = string.Join("\n\n", samples.Where(sample => sample.Name.EndsWith(".txt", StringComparison.Ordinal)).Select(sample => File.ReadAllText(sample.Path)));
        var ratios = new List<double>();
        for (var round = 0; round <= arguments.Rounds; round++)
        {
            var (one, ten) = (Seconds(page, bodies), Seconds(string.Join("\n\n", Enumerable.Repeat(page, 10)), bodies));
            if (round > 0)
            {
                ratios.Add(ten / one);
            }
        }

        report.AtMost("h", $"time for ten times {page.Length:#,0} characters against once", "×", ratios, Report.Median(ratios), 12);
        return Task.CompletedTask;
    }

    private static double Seconds(string text, Gazetteer bodies)
    {
        var began = Stopwatch.GetTimestamp();
        Oversight.Ingestion.Documents.Extraction.Of(DocumentReader.Read(Encoding.UTF8.GetBytes(text), DocumentForm.Text), bodies);
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }
}
