using Oversight.Ingestion.Documents;
using Oversight.Testing;
using Xunit;

namespace Oversight.Specs.Ingestion.Documents;

/// <summary>The sample documents, each with what a careful reader would take from it.</summary>
public sealed class SampleSpecs
{
    private const double Precision = 0.95, Recall = 0.85;

    public static TheoryData<string> Names => [.. DocumentSample.All.Select(sample => sample.Name)];

    [Fact]
    public void There_are_enough_kinds_of_documents_and_candidates()
    {
        Assert.True(DocumentSample.All.Count >= 16, $"{DocumentSample.All.Count} samples");
        Assert.Equal([".html", ".pdf", ".txt"], DocumentSample.All.Select(sample => Path.GetExtension(sample.Name)).Distinct().Order());
        Assert.Equal(Enum.GetNames<CandidateKind>().Select(kind => kind.ToLowerInvariant()).Order(),
            DocumentSample.All.SelectMany(sample => sample.Expected).Select(expected => (string)expected["kind"]!).Distinct().Order());
    }

    [Fact]
    public void What_is_read_is_right_and_little_is_missed()
    {
        var all = DocumentSample.All.Select(sample => (sample.Name, Comparison: sample.Compare())).ToList();
        var score = Score.Of(all.Select(one => one.Comparison));
        var wrong = string.Join('\n', all.SelectMany(one =>
            one.Comparison.Extra.Select(candidate => $"{one.Name}: should not be: {candidate}").Concat(one.Comparison.Missed.Select(expected => $"{one.Name}: missed: {expected.ToJsonString()}"))));
        Assert.True(score is { Precision: >= Precision, Recall: >= Recall }, $"precision {score.Precision:0.000}, recall {score.Recall:0.000}\n{wrong}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_quote_stands_where_the_candidate_says(string name)
    {
        var document = Named(name).Read();
        Assert.All(Named(name).Extract(), candidate =>
        {
            Assert.Equal(candidate.Quote, document.Text[candidate.Start..candidate.End]);
            Assert.NotEqual("", candidate.Quote.Trim());
            Assert.InRange(candidate.Confidence, 0.5m, 1m);
            Assert.Matches("^[a-z]+\\.[a-z-]+$", candidate.Rule);
            Assert.DoesNotContain(document.Blocks, block => block.Kind == BlockKind.Chrome && block.Start < candidate.End && candidate.Start < block.End
                && candidate.Kind != CandidateKind.Statement);
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_same_document_gives_the_same_candidates(string name) => Assert.Equal(Named(name).Extract(), Named(name).Extract());

    private static DocumentSample Named(string name) => DocumentSample.All.Single(sample => sample.Name == name);
}
