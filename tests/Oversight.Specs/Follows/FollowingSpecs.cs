using Oversight.Core;
using Oversight.Monitoring.Follows;
using Xunit;
using static Oversight.Monitoring.Follows.FollowCommand;
using static Oversight.Monitoring.Follows.FollowEvent;

namespace Oversight.Specs.Follows;

public sealed class FollowingSpecs() : Spec<Following, FollowCommand, FollowEvent>(Following.Decider)
{
    private static readonly DateTimeOffset At = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private static readonly Actor Ines = new("ines", "Ines Holloway", Role.Inspector);

    private static readonly Guid Home = NameBasedId.Of("home"), Office = NameBasedId.Of("office");

    private static readonly FollowFilter OfKent = FollowFilter.Of(["kent"], [], null), Engage = FollowFilter.Of([], ["engage"], null);

    [Fact]
    public void What_is_followed_counts_from_now() =>
        Given().When(Start("a", OfKent)).Then(new FollowStarted("a", "a follow", OfKent, null, 7, Ines, At));

    [Fact]
    public void A_filter_is_written_in_one_way() =>
        Given().When(Start("a", new(["kent", "essex", "kent"], ["Scan", "engage"], "Police")))
            .Then(new FollowStarted("a", "a follow", new(["essex", "kent"], ["engage", "scan"], "police"), null, 7, Ines, At));

    [Fact]
    public void Nobody_follows_the_same_twice_under_two_names() =>
        Given(Started("a", OfKent)).When(Start("b", OfKent) with { Name = "another" }).ThenRejected("follow.duplicate");

    [Fact]
    public void Nor_by_changing_another_into_it() =>
        Given(Started("a", OfKent), Started("b", Engage)).When(new ChangeFollow("b", "b", OfKent, null, 9, At)).ThenRejected("follow.duplicate");

    [Fact]
    public void What_was_ended_can_be_followed_again() =>
        Given(Started("a", OfKent), new FollowEnded("a", EndedHow.SignedIn, At)).When(Start("b", OfKent)).Then(new FollowStarted("b", "a follow", OfKent, null, 7, Ines, At));

    [Fact]
    public void Fifty_are_enough() =>
        Given([.. Enumerable.Range(0, Following.Most).Select(i => Started($"f{i}", FollowFilter.Of([$"body-{i}"], [], null)))]).When(Start("one-more", OfKent)).ThenRejected("follow.too-many");

    [Theory]
    [InlineData("", "follow.name-missing")]
    [InlineData(" \u200b ", "follow.name-missing")]
    [InlineData("two\r\nBcc: all@example.org", "follow.name-malformed")]
    public void A_name_is_one_line_that_says_something(string name, string rule) => Given().When(Start("a", OfKent) with { Name = name }).ThenRejected(rule);

    [Fact]
    public void A_name_is_short() => Given().When(Start("a", OfKent) with { Name = new('x', 101) }).ThenRejected("follow.name-too-long");

    [Fact]
    public void Only_kinds_that_there_are_can_be_followed() => Given().When(Start("a", FollowFilter.Of([], ["specail-measures"], null))).ThenRejected("filter.kind-unknown");

    [Fact]
    public void Only_services_that_there_are_can_be_followed() => Given().When(Start("a", FollowFilter.Of([], [], "ambulance"))).ThenRejected("filter.service-unknown");

    [Fact]
    public void Another_frequency_goes_on_where_mails_had_told() =>
        Given(Mailed("a", OfKent)).When(new ChangeFollow("a", "a follow", OfKent, new(MailFrequency.Weekly, Home), 20, At))
            .Then(new FollowChanged("a", "a follow", OfKent, new(MailFrequency.Weekly, Home), 7, At));

    [Fact]
    public void Another_filter_is_news_from_now_on_only() =>
        Given(Mailed("a", OfKent)).When(new ChangeFollow("a", "a follow", Engage, new(MailFrequency.Daily, Home), 20, At))
            .Then(new FollowChanged("a", "a follow", Engage, new(MailFrequency.Daily, Home), 20, At));

    [Fact]
    public void So_is_what_was_not_mailed_before() =>
        Given(Started("a", OfKent)).When(new ChangeFollow("a", "a follow", OfKent, new(MailFrequency.Daily, Home), 20, At))
            .Then(new FollowChanged("a", "a follow", OfKent, new(MailFrequency.Daily, Home), 20, At));

    [Fact]
    public void A_mail_is_begun_once() =>
        Given(Mailed("a", OfKent), new DigestBegun("a", 7, 9, At)).When(new BeginDigest("a", 7, 12, At)).ThenNothing();

    [Fact]
    public void A_mail_tells_from_where_the_last_one_ended_or_it_is_not_begun() =>
        Given(Mailed("a", OfKent), new DigestBegun("a", 7, 9, At), new DigestSent("a", 9, At)).When(new BeginDigest("a", 7, 12, At)).ThenNothing();

    [Fact]
    public void After_a_mail_went_the_next_one_goes_on() =>
        Given(Mailed("a", OfKent), new DigestBegun("a", 7, 9, At), new DigestSent("a", 9, At)).When(new BeginDigest("a", 9, 12, At)).Then(new DigestBegun("a", 9, 12, At));

    [Fact]
    public void Whoever_is_not_mailed_gets_no_mail() => Given(Started("a", OfKent)).When(new BeginDigest("a", 7, 12, At)).ThenNothing();

    [Fact]
    public void A_mail_that_nobody_began_was_not_sent() => Given(Mailed("a", OfKent)).When(new SendDigest("a", 9, At)).ThenNothing();

    [Fact]
    public void Nothing_goes_to_a_mailbox_that_was_refused() =>
        Given(Mailed("a", OfKent), new MailboxRefused("a", Home, "550 no such user", At)).When(new BeginDigest("a", 7, 12, At)).ThenNothing();

    [Fact]
    public void Until_its_owner_gives_another_and_what_was_begun_goes_there()
    {
        var following = new FollowEvent[]
        {
            Mailed("a", OfKent), new DigestBegun("a", 7, 9, At), new MailboxRefused("a", Home, "550 no such user", At),
            new FollowChanged("a", "a follow", OfKent, new(MailFrequency.Daily, Office), 7, At),
        }.Aggregate(Following.Nothing, Following.Evolve);

        Assert.Equal((null, new DigestBegun("a", 7, 9, At)), (following.Find("a")!.Refused, following.Find("a")!.Pending));
    }

    [Fact]
    public void Refusing_an_older_mailbox_says_nothing_of_the_present_one() =>
        Given(Mailed("a", OfKent)).When(new RefuseMailbox("a", Office, "550", At)).ThenNothing();

    [Fact]
    public void Ending_it_twice_ends_it_once() =>
        Given(Mailed("a", OfKent), new FollowEnded("a", EndedHow.ByMail, At)).When(new EndFollow("a", EndedHow.ByMail, At)).ThenNothing();

    [Fact]
    public void Nothing_can_be_ended_that_nobody_follows() => Given().When(new EndFollow("a", EndedHow.SignedIn, At)).ThenRejected("follow.unknown");

    [Fact]
    public void Whoever_looks_again_at_less_has_still_seen_more() =>
        Given(Started("a", OfKent), new FollowSeen("a", 12, At)).When(new SeeFollow("a", 9, At)).ThenNothing();

    private static StartFollow Start(string id, FollowFilter filter) => new(id, "a follow", filter, null, 7, Ines, At);

    private static FollowStarted Started(string id, FollowFilter filter) => new(id, "a follow", filter, null, 7, Ines, At);

    private static FollowStarted Mailed(string id, FollowFilter filter) => Started(id, filter) with { Mail = new(MailFrequency.Daily, Home) };
}
