using CsCheck;
using Oversight.Monitoring.Follows;
using Xunit;

namespace Oversight.Specs.Follows;

/// <summary>Digests come at one time of the London day, whatever the clocks do. In 2026 they go forward on 29 March and back on 25 October.</summary>
public sealed class ScheduleSpecs
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    private static readonly Schedule AtEight = new(London, new(8, 0));

    private static readonly Gen<DateTimeOffset> Instants = Gen.Select(Gen.DateTime[new(2020, 1, 1), new(2035, 12, 31)], Gen.Bool, Gen.Int[0, 3], (any, near, hours) =>
    {
        var lastSunday = Enumerable.Range(25, 7).Select(day => new DateTime(any.Year, any.Month < 7 ? 3 : 10, day)).Single(day => day.DayOfWeek == DayOfWeek.Sunday);
        return new DateTimeOffset(near ? lastSunday.AddHours(hours).AddMinutes(any.Minute) : any, TimeSpan.Zero);
    });

    private static readonly Gen<Schedule> Schedules = Gen.Int[0, 47].Select(half => new Schedule(London, new TimeOnly(half / 2, half % 2 * 30)));

    [Theory]
    [InlineData("2026-11-23T09:00:00Z", "2026-11-24T08:00:00Z")]
    [InlineData("2026-11-23T07:59:59Z", "2026-11-23T08:00:00Z")]
    [InlineData("2026-11-23T08:00:00Z", "2026-11-24T08:00:00Z")]
    [InlineData("2026-07-01T06:59:00Z", "2026-07-01T07:00:00Z")]
    [InlineData("2026-03-28T08:00:00Z", "2026-03-29T07:00:00Z")]
    [InlineData("2026-10-24T07:00:00Z", "2026-10-25T08:00:00Z")]
    public void Every_morning_at_eight(string after, string next) => Assert.Equal(Instant(next), AtEight.Next(Instant(after), weekly: false));

    [Theory]
    [InlineData("2026-11-23T09:00:00Z", "2026-11-30T08:00:00Z")]
    [InlineData("2026-11-22T23:59:59Z", "2026-11-23T08:00:00Z")]
    [InlineData("2026-03-23T08:00:00Z", "2026-03-30T07:00:00Z")]
    [InlineData("2026-10-19T07:00:00Z", "2026-10-26T08:00:00Z")]
    public void Every_Monday_at_eight(string after, string next) => Assert.Equal(Instant(next), AtEight.Next(Instant(after), weekly: true));

    [Fact]
    public void A_time_that_the_day_skips_is_an_hour_later() =>
        Assert.Equal(Instant("2026-03-29T01:30:00Z"), new Schedule(London, new(1, 30)).Next(Instant("2026-03-28T12:00:00Z"), weekly: false));

    [Fact]
    public void A_time_that_the_day_has_twice_comes_once_the_first_time()
    {
        var halfPastOne = new Schedule(London, new(1, 30));

        Assert.Equal(Instant("2026-10-25T00:30:00Z"), halfPastOne.Next(Instant("2026-10-24T12:00:00Z"), weekly: false));
        Assert.Equal(Instant("2026-10-26T01:30:00Z"), halfPastOne.Next(Instant("2026-10-25T00:30:00Z"), weekly: false));
    }

    [Fact]
    public void After_days_of_silence_only_the_last_time_counts() => Assert.Equal(Instant("2026-11-23T08:00:00Z"), AtEight.Latest(Instant("2026-11-23T15:00:00Z"), weekly: false));

    [Fact]
    public void The_last_time_is_past_and_the_next_one_is_not_and_there_is_none_between() => Gen.Select(Instants, Schedules, Gen.Bool).Sample((now, schedule, weekly) =>
    {
        var (latest, next) = (schedule.Latest(now, weekly), schedule.Next(now, weekly));
        Assert.True(latest <= now && now < next);
        Assert.Equal(next, schedule.Next(latest, weekly));
        Assert.Equal(latest, schedule.Latest(next.AddTicks(-1), weekly));
    });

    [Fact]
    public void There_is_one_a_day_and_on_Mondays_one_a_week() => Gen.Select(Instants, Schedules, Gen.Bool).Sample((now, schedule, weekly) =>
    {
        var (one, other) = (Local(schedule.Next(now, weekly)), Local(schedule.Next(schedule.Next(now, weekly), weekly)));
        Assert.Equal(weekly ? 7 : 1, DateOnly.FromDateTime(other).DayNumber - DateOnly.FromDateTime(one).DayNumber);
        Assert.True(!weekly || one.DayOfWeek == DayOfWeek.Monday);
        Assert.True(TimeOnly.FromDateTime(one) == schedule.At || London.IsInvalidTime(DateOnly.FromDateTime(one).ToDateTime(schedule.At)));
    });

    private static DateTime Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, London).DateTime;

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, null);
}
