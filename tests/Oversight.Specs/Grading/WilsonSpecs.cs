using CsCheck;
using Oversight.Grading.Audits;
using Xunit;

namespace Oversight.Specs.Grading;

public sealed class WilsonSpecs
{
    // The four worked examples of Newcombe (1998), Statistics in Medicine 17, method 3.
    [Theory]
    [InlineData("30.8", 263, 81, "25.53", "36.62")]
    [InlineData("10.1", 148, 15, "6.24", "16.05")]
    [InlineData("0.0", 20, 0, "0.00", "16.11")]
    [InlineData("3.4", 29, 1, "0.61", "17.18")]
    public void It_gives_the_textbook_values(string percent, int sample, int count, string low, string high)
    {
        var interval = Wilson.Of(decimal.Parse(percent, null), sample)!;

        Assert.Equal((count, sample), (interval.Count, interval.Of));
        Assert.Equal((decimal.Parse(low, null), decimal.Parse(high, null)), (interval.Low, interval.High));
        Assert.Equal(("oversight", "wilson", 0.95m), (interval.By, interval.Method, interval.Level));
    }

    [Theory]
    [InlineData("4.8", 21, 1)]
    [InlineData("13.0", 23, 3)]
    [InlineData("6.3", 16, 1)]
    [InlineData("71.4", 7, 5)]
    [InlineData("7.1", 14, 1)]
    [InlineData("68.9", 90, 62)]
    [InlineData("79", 100, 79)]
    [InlineData("100", 7, 7)]
    public void The_count_is_the_one_that_rounds_to_the_published_rate(string percent, int sample, int count) =>
        Assert.Equal(count, Wilson.Count(decimal.Parse(percent, null), sample));

    [Theory]
    [InlineData("73", 8783)] // several counts round to it
    [InlineData("94", 374)]
    [InlineData("4.9", 21)] // no count rounds to it
    public void Where_the_count_cannot_be_told_there_is_no_interval(string percent, int sample) => Assert.Null(Wilson.Of(decimal.Parse(percent, null), sample));

    [Fact]
    public void Without_a_sample_there_is_no_interval() => Assert.Null(Wilson.Of(89.5m, null));

    [Fact]
    public void The_interval_contains_the_rate_and_lies_between_0_and_100() =>
        Gen.Select(Gen.Int[1, 5000], Gen.Double.Unit, Gen.Int[0, 3]).Sample((sample, share, decimals) =>
        {
            var rate = Math.Round(100m * (int)(share * sample) / sample, decimals, MidpointRounding.AwayFromZero);
            return Wilson.Of(rate, sample) is not { } interval
                || (interval.Low >= 0 && interval.High <= 100 && interval.Low <= rate && rate <= interval.High);
        });
}
