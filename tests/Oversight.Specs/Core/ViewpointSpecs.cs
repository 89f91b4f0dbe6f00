using Oversight.Core;
using Xunit;

namespace Oversight.Specs.Core;

public sealed class ViewpointSpecs
{
    private static readonly Viewpoint Mid2022 = new(new(2026, 1, 1), new(2022, 6, 15));

    [Theory]
    [InlineData("2022-06-15", null, Answer.Yes, Answer.Yes)]
    [InlineData("2022-06-16", null, Answer.No, Answer.No)]
    [InlineData("2022-06", null, Answer.CannotTell, Answer.No)]
    [InlineData("2022-06-01", "2022-07-01", Answer.Yes, Answer.Yes)]
    [InlineData(null, null, Answer.CannotTell, Answer.No)]
    [InlineData(null, "2022-06-15", Answer.CannotTell, Answer.No)]
    [InlineData(null, "2022-06-16", Answer.No, Answer.No)]
    public void What_was_published_was_known_and_what_nobody_dates_not_before_there_was_something_to_know(string? published, string? earliest, Answer knew, Answer strictly)
    {
        var (on, from) = (published is null ? default(PartialDate?) : PartialDate.Parse(published), earliest is null ? default(DateOnly?) : DateOnly.Parse(earliest, null));

        Assert.Equal(knew, Mid2022.Knew(on, from));
        Assert.Equal(strictly, (Mid2022 with { Strict = true }).Knew(on, from));
    }

    [Fact]
    public void What_was_recorded_by_the_instant_was_recorded_and_without_one_everything_was()
    {
        var instant = new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

        Assert.True((Mid2022 with { RecordedAt = instant }).HasRecorded(instant));
        Assert.False((Mid2022 with { RecordedAt = instant }).HasRecorded(instant.AddTicks(1)));
        Assert.True(Mid2022.HasRecorded(DateTimeOffset.MaxValue));
    }

    [Fact]
    public void Every_mark_is_written_in_words() => Assert.Equal(
        [
            "cannot tell", "conflicting", "date imprecise", "date unknown", "publication date unknown", "publication date imprecise",
            "publication day by another source", "entry unknown",
            "entered again", "tiny denominator", "denominator unknown", "disputed",
            "out of order", "before entry", "after exit", "stay unknown", "kind unknown", "not published",
            "before it existed in law", "after it had merged", "existence unclear", "scheme unclear", "later move not surely published",
            "settled", "corrected", "withdrawn", "nothing such on record",
            "counted from the day its grades were published", "counted from the day its figures were published", "counted from the day its causes were published", "later words left out", "overruled",
            "count and percent disagree", "printed without recommendations", "form no longer in use",
        ],
        Enum.GetValues<Mark>().InWords);
}
