using Oversight.Core;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.Histories;
using Oversight.Monitoring.Searching;
using Xunit;
using static Oversight.Specs.Monitoring.Claims;

namespace Oversight.Specs.Monitoring;

public sealed class SearchSpecs
{
    [Theory]
    [InlineData("custody", "Custody suites", true)]
    [InlineData("cust", "Custody suites", true)]
    [InlineData("suites custody", "Custody suites", true)]
    [InlineData("CUSTÔDY", "Custody suites", true)]
    [InlineData("llanelli", "Llânelli", true)]
    [InlineData("ustody", "Custody suites", false)]
    [InlineData("custody children", "Custody suites", false)]
    public void All_words_have_to_begin_a_word(string words, string text, bool found) => Assert.Equal(found, Look.For(words, text));

    [Fact]
    public void A_body_is_read_only_where_it_has_the_words() => Assert.Equal((true, true, false, false),
        (Has("hear"), Has("Hearing, vérdict"), Has("appeal"), Has("hearing appeal")));

    [Theory]
    [InlineData("Moved to Engage")]
    [InlineData("grades 12")]
    [InlineData("…")]
    public void Words_that_timelines_say_by_themselves_narrow_nothing(string words) => Assert.Empty(BodyWords.Needed(Look.Words(words)));

    [Fact]
    public void An_event_without_a_new_word_changes_nothing()
    {
        var once = Words(Timeline("2022-06-29", "court", "A hearing"));
        Assert.Same(once, once.With(Timeline("2022-06-29", "court", "A hearing")));
    }

    /// <summary>Whatever stands in a timeline is found there, at whatever times it is asked for.</summary>
    internal static void EveryWordIsFound(string body, IReadOnlyList<BodyEvent> events, Viewpoint viewpoint)
    {
        var words = events.Aggregate(BodyWords.Empty(body), (so, said) => so.With(said)).Words;
        foreach (var entry in History.Of(body, Recorded(events), viewpoint))
        {
            var lost = BodyWords.Needed(Look.Words($"{entry.Title} {entry.Detail}")).Where(needed => !words.Any(word => word.StartsWith(needed, StringComparison.Ordinal)));
            Assert.True(!lost.Any(), $"{string.Join(", ", lost)} of '{entry.Title}': '{entry.Detail}' belongs to the timeline's own words.");
        }
    }

    private static BodyWords Words(params BodyEvent[] events) => events.Aggregate(BodyWords.Empty("a-body"), (so, said) => so.With(said));

    private static bool Has(string asked) => BodyWords.Needed(Look.Words(asked)).All(needed =>
        Words(Timeline("2022-06-29", "court", "A hearing"), Timeline("2022-06-30", "court", "The verdict")).Words.Any(word => word.StartsWith(needed, StringComparison.Ordinal)));
}
