using Oversight.Monitoring.Bodies;
using Oversight.Core;
using Oversight.Monitoring.Phases;
using Xunit;
using static Oversight.Specs.Monitoring.Claims;

namespace Oversight.Specs.Monitoring;

public sealed class PhaseSpecs
{
    [Theory] // No source tells of Lincolnshire's return: that is not to say that it is in Engage still.
    [InlineData("2026-01-01", "2026-01-01", null, true)]
    [InlineData("2025-01-01", "2026-01-01", "2025-05-22", false)] // a later return says that it was
    [InlineData("2025-01-01", "2025-01-01", "2025-05-22", true)] // of which nobody could know then
    [InlineData("2025-06-01", "2026-01-01", "2025-05-22", false)]
    public void A_stay_without_a_known_end_is_one_of_which_no_exit_was_found(string asOf, string knownAt, string? left, bool notFound)
    {
        var stay = Assert.Single(Record([Engage("2024-12-06", published: "2024-12-06"), .. left is null ? Array.Empty<BodyEvent>() : [Scan(left, published: left)]]).Stays(asOf, knownAt));

        Assert.Equal(notFound, stay.NoExitFound);
        Assert.Equal(asOf == "2025-06-01" ? Answer.No : Answer.Yes, stay.Open);
    }

    [Theory]
    [InlineData(0, 0, "0 days")]
    [InlineData(1, 1, "1 day")]
    [InlineData(2, 2, "2 days")]
    [InlineData(0, 1, "between 0 and 1 days")]
    public void One_day_is_a_day(int atLeast, int atMost, string words) => Assert.Equal(words, $"{new Days(atLeast, atMost)}");

    [Fact]
    public void A_body_that_never_moved_is_in_scan_since_nobody_knows_when()
    {
        var answer = Record().At("2022-07-08");

        Assert.Equal((Phase.Scan, null), (answer.Phase, answer.Since));
        Assert.Empty(answer.Claims);
        Assert.Empty(answer.Marks);
    }

    // As it is with Devon and Cornwall: no source of its exit has a publication date.
    [Fact]
    public void A_strict_read_says_that_it_leaves_out_a_later_move()
    {
        var record = Record(Engage("2022-10-14", "2022-10-14"), Scan("2025-07-30", null));
        var strict = On("2026-01-01", strict: true);

        Assert.Equal(Phase.Engage, PhaseAnswer.At(record, strict).Phase);
        Assert.Equal([Mark.LaterMoveNotSurelyPublished], PhaseAnswer.At(record, strict).Marks);
        Assert.Equal([Mark.LaterMoveNotSurelyPublished], Assert.Single(Stay.Known(record, strict)).Marks);
        Assert.Empty(PhaseAnswer.At(record, strict with { AsOf = new(2025, 7, 29) }).Marks);
        Assert.Equal([Mark.PublicationDateUnknown], PhaseAnswer.At(record, strict with { Strict = false }).Marks);
    }

    [Fact]
    public void A_strict_read_that_leaves_out_what_came_before_says_nothing_of_it() =>
        Assert.Empty(PhaseAnswer.At(Record(Engage("2019", null), Scan("2023-09-21", "2023-09-21")), On("2026-01-01", strict: true)).Marks);

    [Theory]
    [InlineData("2022-06-27", Phase.Scan)]
    [InlineData("2022-06-28", Phase.Engage)]
    [InlineData("2025-01-22", Phase.Engage)]
    [InlineData("2025-01-23", Phase.Scan)]
    public void A_move_counts_from_its_own_day(string day, Phase phase) =>
        Assert.Equal(phase, Record(Engage("2022-06-28"), Scan("2025-01-23")).At(day).Phase);

    [Theory]
    [InlineData("2022-05-31", Phase.Scan)]
    [InlineData("2022-06-01", Phase.CannotTell)]
    [InlineData("2022-06-29", Phase.CannotTell)]
    [InlineData("2022-06-30", Phase.Engage)]
    [InlineData("2024-04-30", Phase.Engage)]
    [InlineData("2024-05-01", Phase.CannotTell)]
    [InlineData("2024-05-31", Phase.Scan)]
    public void Inside_a_month_that_is_all_a_source_says_nobody_can_tell(string day, Phase phase) =>
        Assert.Equal(phase, Record(Engage("2022-06"), Scan("2024-05")).At(day).Phase);

    [Theory]
    [InlineData("2018-12-31", Phase.Scan, null)]
    [InlineData("2019-01-01", Phase.CannotTell, "2019")]
    [InlineData("2019-12-30", Phase.CannotTell, "2019")]
    [InlineData("2020-01-01", Phase.Engage, "2019")]
    [InlineData("2023-09-15", Phase.CannotTell, "2023-09")]
    [InlineData("2023-10-01", Phase.Scan, "2023-09")]
    public void A_stay_may_begin_in_a_year_and_end_in_a_month(string day, Phase phase, string? since)
    {
        var answer = Record(Engage("2019"), Scan("2023-09")).At(day);

        Assert.Equal((phase, since), (answer.Phase, answer.Since?.ToString()));
    }

    [Theory]
    [InlineData("2022-05-31", Phase.Scan)]
    [InlineData("2022-06-01", Phase.CannotTell)]
    [InlineData("2022-07-05", Phase.CannotTell)]
    [InlineData("2022-07-06", Phase.Engage)]
    public void Between_two_dates_that_disagree_nobody_can_tell(string day, Phase phase)
    {
        var answer = Record(Engage("2022-06"), Engage("2022-07-06")).At(day);

        Assert.Equal(phase, answer.Phase);
        Assert.Equal(phase == Phase.Scan ? [] : [Mark.Conflicting], answer.Marks);
    }

    [Fact]
    public void Of_dates_that_disagree_only_what_they_share_is_said() =>
        Assert.Equal("2022", Record(Engage("2022-06"), Engage("2022-07-06")).At("2023-01-01").Since?.ToString());

    [Theory]
    [InlineData("2022-06-27", Phase.Scan)]
    [InlineData("2022-06-28", Phase.Engage)]
    public void A_day_refines_the_month_it_lies_in(string day, Phase phase)
    {
        var answer = Record(Engage("2022"), Engage("2022-06"), Engage("2022-06-28")).At(day);

        Assert.Equal(phase, answer.Phase);
        Assert.Empty(answer.Marks);
    }

    // Cleveland: 2019 in one source, April 2019 in another, 27 September 2019 in a third.
    [Theory]
    [InlineData("2019-03-31", Phase.Scan)]
    [InlineData("2019-06-15", Phase.CannotTell)]
    [InlineData("2019-09-27", Phase.Engage)]
    public void A_vague_date_joins_two_that_disagree_whatever_came_first(string day, Phase phase)
    {
        var answer = Record(Engage("2019-04"), Engage("2019-09-27"), Engage("2019")).At(day);

        Assert.Equal(phase, answer.Phase);
        Assert.Equal(3, phase == Phase.Scan ? 3 : answer.Claims.Count);
    }

    [Fact]
    public void A_body_may_enter_again()
    {
        var body = Record(Engage("2020-01-10"), Scan("2021-03-01"), Engage("2023-05-05"));

        Assert.Equal(Phase.Scan, body.At("2022-01-01").Phase);
        Assert.Equal(("2023-05-05", Phase.Engage), (body.At("2024-01-01").Since?.ToString(), body.At("2024-01-01").Phase));
    }

    [Fact]
    public void A_return_between_two_near_entries_keeps_them_apart()
    {
        var body = Record(Engage("2022-01-10"), Scan("2022-01-31"), Engage("2022-02-20"));

        Assert.Equal(Phase.Scan, body.At("2022-02-01").Phase);
        Assert.Equal(Phase.Engage, body.At("2022-02-20").Phase);
        Assert.Empty(body.At("2022-02-20").Marks);
    }

    [Fact]
    public void A_later_report_of_an_entry_does_not_restart_a_stay()
    {
        var answer = Record(Engage("2022-06-28"), Engage("2024-02-09")).At("2024-03-01");

        Assert.Equal((Phase.Engage, "2022-06-28"), (answer.Phase, answer.Since?.ToString()));
        Assert.Equal([Mark.EnteredAgain], answer.Marks);
    }

    [Fact]
    public void Whoever_returned_had_been_in_engage_even_if_no_source_says_since_when()
    {
        var body = Record(Scan("2023-09-20"));

        Assert.Equal((Phase.CannotTell, null), (body.At("2023-09-19").Phase, body.At("2023-09-19").Since));
        Assert.Equal([Mark.EntryUnknown], body.At("2023-09-19").Marks);
        Assert.Equal(Phase.Scan, body.At("2023-09-20").Phase);
    }

    [Fact]
    public void An_entry_and_a_return_on_one_day_have_no_known_order() =>
        Assert.Equal(Phase.CannotTell, Record(Engage("2022-06-28"), Scan("2022-06-28")).At("2022-07-01").Phase);

    [Fact]
    public void A_move_is_known_from_the_day_it_is_published_although_it_was_true_before()
    {
        var body = Record(Engage("2021-12", published: "2022-06-30"));

        Assert.Equal(Phase.Scan, body.At("2022-03-01", knownAt: "2022-06-29").Phase);
        Assert.Equal(Phase.Engage, body.At("2022-03-01", knownAt: "2022-06-30").Phase);
    }

    [Fact]
    public void A_move_may_be_known_before_it_takes_effect()
    {
        var body = Record(Engage("2023-11-24", published: "2023-11-22"));

        Assert.Equal(Phase.Scan, body.At("2023-11-23", knownAt: "2023-11-23").Phase);
        Assert.Equal(Phase.Engage, body.At("2023-11-24", knownAt: "2023-11-23").Phase);
    }

    [Fact]
    public void What_has_no_publication_date_is_shown_marked_and_left_out_when_strict()
    {
        var body = Record(Engage("2019", published: null));

        Assert.Equal([Mark.PublicationDateUnknown], body.At("2022-07-08", knownAt: "2022-06-27").Marks);
        Assert.Equal(Phase.Scan, body.At("2022-07-08", knownAt: "2022-06-27", strict: true).Phase);
    }

    [Fact]
    public void Nothing_can_be_known_before_it_can_have_happened() =>
        Assert.Equal(Phase.Engage, Record(Engage("2022-06-28"), Scan("2025-01-23", published: null)).At("2025-02-01", knownAt: "2022-06-30").Phase);

    [Fact]
    public void A_publication_known_only_to_the_month_is_marked_inside_it()
    {
        var body = Record(Engage("2022-12", published: "2022-12"));

        Assert.Equal(Phase.Scan, body.At("2023-01-01", knownAt: "2022-11-30").Phase);
        Assert.Equal([Mark.PublicationDateImprecise], body.At("2023-01-01", knownAt: "2022-12-15").Marks);
        Assert.Equal(Phase.Scan, body.At("2023-01-01", knownAt: "2022-12-15", strict: true).Phase);
        Assert.Empty(body.At("2023-01-01", knownAt: "2022-12-31").Marks);
    }

    [Fact]
    public void A_source_with_a_date_clears_the_mark_of_one_without() =>
        Assert.Empty(Record(Scan("2025-01-23", null, "a list"), Scan("2025-01-23", "2025-01-23", "a letter"), Engage("2022-06-28")).At("2025-02-01").Marks);
}
