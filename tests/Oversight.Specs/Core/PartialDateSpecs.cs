using Oversight.Core;
using Xunit;

namespace Oversight.Specs.Core;

public sealed class PartialDateSpecs
{
    [Theory]
    [InlineData("2022")]
    [InlineData("2022-06")]
    [InlineData("2022-06-28")]
    [InlineData("2024-02-29")]
    public void A_date_is_written_as_it_was_read(string text) => Assert.Equal(text, PartialDate.Parse(text).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    [InlineData("2022-13")]
    [InlineData("2022-00")]
    [InlineData("2023-02-29")]
    [InlineData("2022-6-28")]
    [InlineData("28/06/2022")]
    [InlineData("２０２２")]
    [InlineData("2022-06-28T00:00")]
    public void What_is_no_date_is_not_read(string? text) => Assert.False(PartialDate.TryParse(text, out _));

    [Theory]
    [InlineData("2022-06-28", "2022-06-27", Answer.No)]
    [InlineData("2022-06-28", "2022-06-28", Answer.Yes)]
    [InlineData("2022-06", "2022-05-31", Answer.No)]
    [InlineData("2022-06", "2022-06-01", Answer.CannotTell)]
    [InlineData("2022-06", "2022-06-29", Answer.CannotTell)]
    [InlineData("2022-06", "2022-06-30", Answer.Yes)]
    [InlineData("2019", "2019-12-30", Answer.CannotTell)]
    [InlineData("2019", "2019-12-31", Answer.Yes)]
    public void Whether_it_had_come_by_a_day_is_answered_in_three_ways(string date, string day, Answer expected) =>
        Assert.Equal(expected, PartialDate.Parse(date).OnOrBefore(DateOnly.Parse(day, null)));

    [Theory]
    [InlineData("2022-06-28", "2022", "2022-06", "2022-06-28")]
    [InlineData(null, "2022-06", "2022-06-28", "2022-07-06")]
    [InlineData(null)]
    public void Dates_have_one_in_common_when_all_can_mean_it(string? expected, params string[] dates) =>
        Assert.Equal(expected, PartialDate.Common(dates.Select(PartialDate.Parse))?.ToString());

    [Theory]
    [InlineData("2022-06", "2022-06-28", true, 0)]
    [InlineData("2022-06", "2022-07-06", false, 6)]
    [InlineData("2019", "2019-09-27", true, 0)]
    [InlineData("2021-12", "2022", false, 1)]
    public void Two_dates_agree_when_both_can_mean_one_day(string one, string other, bool agree, int apart)
    {
        Assert.Equal(agree, PartialDate.Parse(one).AgreesWith(PartialDate.Parse(other)));
        Assert.Equal(agree, PartialDate.Parse(other).AgreesWith(PartialDate.Parse(one)));
        Assert.Equal(apart, PartialDate.Parse(one).DaysApart(PartialDate.Parse(other)));
        Assert.Equal(apart, PartialDate.Parse(other).DaysApart(PartialDate.Parse(one)));
    }
}
