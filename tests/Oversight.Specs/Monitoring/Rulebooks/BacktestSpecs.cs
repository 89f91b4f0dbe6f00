using Oversight.Core;
using Oversight.Monitoring.Backtests;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.Rulebooks;
using Xunit;
using static Oversight.Specs.Monitoring.Rulebooks.Signalling;

namespace Oversight.Specs.Monitoring.Rulebooks;

public sealed class BacktestSpecs
{
    private static readonly DateOnly From = new(2018, 1, 1), To = new(2026, 1, 1);
    private static readonly string[] Areas = ["Responding to the public", "Investigating crime"], Grades = ["inadequate", "adequate", "good"];

    [Fact]
    public void A_prompt_before_an_entry_is_a_hit_with_its_lead()
    {
        var played = Play(Past("gloucestershire", Grade("Investigating crime", "inadequate", "2021-10-27"), Claims.Engage("2021-12-01")));
        var entry = Assert.Single(played.Entries);
        Assert.Equal((new DateOnly(2021, 10, 27), 35), (entry.PromptedOn!.Value, entry.LeadDays!.Value));
        Assert.Equal(["inadequate-where-it-protects"], entry.Rules);
        Assert.Empty(played.FalseAlarms);
        Assert.Equal((1d, 1d), (played.Precision, played.Recall));
    }

    [Fact]
    public void A_prompt_on_the_very_day_or_after_it_comes_too_late_and_is_no_false_alarm()
    {
        var played = Play(
            Past("a", Grade("Investigating crime", "inadequate", "2022-10-14"), Claims.Engage("2022-10-14")),
            Past("b", Grade("Investigating crime", "inadequate", "2022-07-07"), Claims.Engage("2022-06")));
        Assert.All(played.Entries, entry => Assert.Null(entry.PromptedOn));
        Assert.Equal(["inadequate-where-it-protects"], played.Entries.Single(entry => entry.Body == "a").OnTheDay);
        Assert.Empty(played.FalseAlarms);
        Assert.Equal((null, 0d), (played.Precision, played.Recall));
    }

    [Fact]
    public void A_prompt_that_no_entry_follows_is_a_false_alarm_once_however_many_rules_see_it()
    {
        var played = Play(Past("suffolk", Grade("Investigating crime", "inadequate", "2020-10-04"), Grade("Responding to the public", "inadequate", "2021-02-04")));
        var alarm = Assert.Single(played.FalseAlarms);
        Assert.Equal(("suffolk", new DateOnly(2020, 10, 4), new DateOnly(2023, 2, 4)), (alarm.Body, alarm.PromptedOn, alarm.ClearedOn!.Value));
        Assert.Equal((0d, null), (played.Precision, played.Recall));
    }

    [Fact]
    public void A_prompt_that_was_cleared_before_the_entry_is_a_false_alarm_and_the_entry_a_miss()
    {
        var played = Play(Past("x", Grade("Investigating crime", "inadequate", "2019-01-10"), Grade("Investigating crime", "good", "2019-06-10"), Claims.Engage("2021-03-01")));
        Assert.Null(Assert.Single(played.Entries).PromptedOn);
        Assert.Single(played.FalseAlarms);
    }

    [Fact]
    public void An_entry_known_to_a_month_is_held_against_its_first_day() =>
        Assert.Equal(64, Assert.Single(Play(Past("staffordshire", Grade("Investigating crime", "inadequate", "2022-03-29"), Claims.Engage("2022-06"))).Entries).LeadDays);

    [Fact]
    public void Only_days_of_change_are_looked_at_and_no_other_day_would_say_otherwise()
    {
        var random = new Random(42);
        for (var round = 0; round < 20; round++)
        {
            var signals = Of(Some(random, 6));
            var standing = Oversight.Monitoring.Backtests.Standing.All(Book(Inadequate), signals, To);
            for (var day = From; day <= To; day = day.AddDays(1))
            {
                var seen = Book(Inadequate).Signs(Known.Ever(signals).By(day)).Select(sign => sign.Key).Order();
                Assert.Equal(seen, standing.Where(prompt => prompt.StoodOn(day)).Select(prompt => prompt.Sign.Key).Order());
            }
        }
    }

    [Fact]
    public void What_was_published_after_the_day_of_knowledge_raises_no_alarm()
    {
        var past = Past("suffolk", Grade("Investigating crime", "inadequate", "2020-10-04"), Grade("Responding to the public", "inadequate", "2023-02-04"));
        var played = Backtest.Of(Book(Inadequate), [past], From, To, new(2021, 1, 1));
        Assert.Equal(new DateOnly(2020, 10, 4), Assert.Single(played.FalseAlarms).PromptedOn);
    }

    [Fact]
    public void An_entry_known_to_a_year_in_which_the_prompt_came_is_neither_hit_nor_miss()
    {
        var played = Play(Past("cleveland", Grade("Investigating crime", "inadequate", "2019-09-27"), Claims.Engage("2019")));
        var entry = Assert.Single(played.Entries);
        Assert.Equal("2019", entry.EnteredOn?.ToString());
        Assert.Equal((Answer.CannotTell, null, null), (entry.Prompted, entry.PromptedOn, entry.LeadDays));
        Assert.Equal(["inadequate-where-it-protects"], entry.OnTheDay);
        Assert.Equal((0, 0, null, null), (played.Hits, played.Misses, played.Precision, played.Recall));
        Assert.Empty(played.FalseAlarms);
    }

    [Theory]
    [InlineData("2017-10-04", 1)] // it stood in the time that is looked at
    [InlineData("2015-10-04", 0)]
    public void An_alarm_from_before_the_first_day_counts_as_false_as_it_would_as_a_hit(string published, int alarms)
    {
        var grade = Grade("Investigating crime", "inadequate", published);
        Assert.Equal(alarms, Play(Past("suffolk", grade)).FalseAlarms.Count);
        Assert.Equal(alarms, Play(Past("suffolk", grade, Claims.Engage("2018-02-01"))).Hits);
    }

    [Fact]
    public void What_came_up_during_a_stay_is_no_hit_for_the_next_entry_as_it_is_no_false_alarm()
    {
        var played = Play(Past("met", Claims.Engage("2021-06-28"), Grade("Investigating crime", "inadequate", "2022-08-15"), Claims.Scan("2023-01-23"), Claims.Engage("2023-06-01")));
        Assert.Equal([Answer.No, Answer.No], played.Entries.Select(entry => entry.Prompted));
        Assert.Empty(played.FalseAlarms);
    }

    [Fact]
    public void An_entry_after_the_last_day_answers_no_alarm() => Assert.Single(Backtest.Of(Book(Inadequate),
        [Past("x", Grade("Investigating crime", "inadequate", "2021-10-27"), Claims.Engage("2021-12-01"))], From, new(2021, 11, 1)).FalseAlarms);

    [Fact]
    public void An_entry_that_was_decided_here_counts_once_it_is_published()
    {
        var (ines, clara) = (new Actor("ines", "Ines", Role.Inspector), new Actor("clara", "Clara", Role.ChiefInspector));
        var on = PartialDate.Parse("2022-06-01");
        var confirmed = new BodyEvent.MoveConfirmed("kent-1", "engage", on, on, "why", null, ines, clara, Claims.Start, new(2022, 6, 1), null);
        Assert.Empty(Play(Past("kent", confirmed)).Entries);
        Assert.Single(Play(Past("kent", confirmed with { PublishedOn = on })).Entries);
    }

    [Fact]
    public void What_came_up_during_a_stay_is_no_alarm()
    {
        var played = Play(Past("met", Claims.Engage("2022-06-28"), Grade("Investigating crime", "inadequate", "2024-08-15"), Claims.Scan("2025-01-23")));
        Assert.Empty(played.FalseAlarms);
    }

    private static Backtest Play(params BodyPast[] bodies) => Backtest.Of(Book(Inadequate), bodies, From, To);

    private static BodyEvent.GradeNoted[] Some(Random random, int count) =>
    [
        .. Enumerable.Range(0, count).Select(_ => Grade(Areas[random.Next(2)], Grades[random.Next(3)], From.AddDays(random.Next(2_900)).ToString("yyyy-MM-dd", null), $"PEEL {random.Next(3)}")),
    ];
}
