using System.Text;
using Oversight.Core;
using Oversight.Ingestion.Facts;
using Xunit;

namespace Oversight.Specs.Ingestion;

/// <summary>Corrections, withdrawals and disputes as rows of a file.</summary>
public sealed class AnnotationSpecs
{
    private const string Header = "body,fact,what,on,by,detail,published_on,source_url";

    [Fact]
    public async Task A_correction_keeps_both_wordings_and_is_taken_once() // hard case 21
    {
        var file = $"body,fact,what,on,by,detail,before,after,published_on,source_url\n"
            + "Gloucestershire Constabulary,grade/gloucestershire/peel-2018-19/effectiveness,corrected,2019-06-21,HMICFRS,wording on page 45,the old wording,the new wording,2019-06-21,https://a\n";

        var outcome = await Samples.Import(Encoding.UTF8.GetBytes(file + file.Split('\n')[1] + "\n"));

        var annotation = Assert.IsType<FactEvent.FactAnnotated>(Assert.Single(outcome.Events)).Annotation;
        Assert.Equal((1, 1, 0, 0), outcome.Counts);
        Assert.Equal((AnnotationKind.Corrected, "the old wording", "the new wording"), (annotation.What, annotation.Before, annotation.After));
    }

    [Theory] // a fact has a stream of its own, or is one of several in a stream
    [InlineData("grade/kent/peel-2021-22/workforce", "grade/kent grade/kent/peel-2021-22 grade/kent/peel-2021-22/workforce")]
    [InlineData("phase/kent/engage", "phase/kent phase/kent/engage")]
    [InlineData("kent", "")]
    public void The_streams_that_can_hold_a_fact_are_named_after_its_beginnings(string fact, string streams) => Assert.Equal(streams, string.Join(' ', FactIds.StreamsOf(fact)));

    [Fact]
    public async Task Every_fact_of_the_public_record_is_in_a_stream_that_can_hold_it()
    {
        foreach (var file in new[] { "peel-grades.csv", "monitoring-history.csv", "causes-of-concern.csv", "cause-steps.csv", "lineage.csv", "section-55.csv", "investigations.csv" })
        {
            var outcome = await Samples.Import(Samples.Data(file));
            var claimed = outcome.Facts.SelectMany(stream => stream.Value.Facts.Keys.Select(fact => (fact, stream: stream.Key))).ToArray();

            Assert.NotEmpty(claimed);
            Assert.All(claimed, one => Assert.Contains(one.stream, FactIds.StreamsOf(one.fact)));
        }
    }

    [Theory]
    [InlineData("Kent Police,grade/essex/x/y,disputed,2024,a,b,,https://a", "fact", "fact.not-of-the-body")]
    [InlineData("Kent Police,kent,disputed,2024,a,b,,https://a", "fact", "fact.not-of-the-body")]
    [InlineData("Kent Police,grade/kent/x/y,doubted,2024,a,b,,https://a", "what", "annotation.unknown")]
    [InlineData("Kent Police,grade/kent/x/y,disputed,,a,b,,https://a", "on", "text.missing")]
    [InlineData("Kent Police,grade/kent/x/y,disputed,2024,,b,,https://a", "by", "text.missing")]
    [InlineData("Kent Police,grade/kent/x/y,disputed,2024,a,,,https://a", "detail", "text.missing")]
    [InlineData("Kent Police,grade/kent/x/y,disputed,2024,a,b,,", "source_url", "source.missing")]
    public async Task A_row_is_refused_for_its_form(string row, string field, string rule)
    {
        var flaw = await Samples.FlawOf(Header, row);

        Assert.Equal((field, rule), (flaw?.Field, flaw?.Rule));
    }
}
