using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using Oversight.Hosting;
using Oversight.Monitoring;
using Oversight.Monitoring.Follows;
using Oversight.Service.Tests.Identity;
using Oversight.Testing;
using Xunit;
using static Oversight.Service.Tests.Monitoring.Followed;

namespace Oversight.Service.Tests.Monitoring;

/// <summary>Those who follow are mailed: into a folder, and through a real mail server.</summary>
public sealed class FollowMailJourneys : IDisposable
{
    private readonly Mailed _mailed = new();

    [Fact]
    public async Task A_change_is_one_mail_however_often_the_service_starts_and_none_once_it_was_stopped_by_its_link()
    {
        await using var provider = await DemoProvider.Start();
        var (ines, vera) = (await provider.TokenOf("ines"), await provider.TokenOf("vera"));
        string database;
        await using (var monitoring = await _mailed.Start(provider))
        {
            database = monitoring.Database;
            await Follow(monitoring, ines, "ines@example.org");
            await monitoring.Tell("ingestion", Happened("kent", "A hearing"));
            var mail = (await _mailed.Mails(1))[0];
            Assert.Equal(("Kent Police: A hearing", "ines@example.org"), (mail.Subject, mail.To.ToString()));
            Assert.Contains("a newspaper", mail.TextBody, StringComparison.Ordinal);
        }

        await using var restarted = await _mailed.Start(provider, database: database);
        await Follow(restarted, vera, "vera@example.org");
        await restarted.Tell("ingestion", Happened("kent", "A verdict"));
        var after = await _mailed.Mails(3);
        Assert.Equal(["ines@example.org Kent Police: A hearing", "ines@example.org Kent Police: A verdict", "vera@example.org Kent Police: A verdict"], after.Select(mail => $"{mail.To} {mail.Subject}").Order(StringComparer.Ordinal));

        // What a link would end can be looked at; only a POST ends it, a second one too.
        var link = new Uri(after.First(mail => mail.To.ToString() == "ines@example.org").Headers[HeaderId.ListUnsubscribe]!.Trim('<', '>')).AbsolutePath;
        Assert.Equal((false, "Kent"), ((bool?)(await restarted.Get(link))["ended"], (string?)(await restarted.Get(link))["name"]));
        for (var times = 0; times < 2; times++)
        {
            using var answer = await restarted.Http.PostAsync(link, new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        Assert.Equal((404, "urn:oversight:rule:follow.unknown"), await Rule(restarted, link[..^1] + (link[^1] == 'A' ? 'B' : 'A')));
        Assert.True((bool?)(await restarted.Get(link))["ended"]);
        await restarted.Tell("ingestion", Happened("kent", "An appeal"));
        Assert.Equal(["vera@example.org"], (await _mailed.Mails(4)).Where(mail => mail.Subject!.EndsWith("An appeal", StringComparison.Ordinal)).Select(mail => mail.To.ToString()));
        Assert.Equal(["vera@example.org"], await restarted.Rows("select address from oversight.follow_mailboxes"));
    }

    [Fact]
    public async Task A_mail_of_which_nobody_knows_whether_it_went_goes_again_as_the_same_mail()
    {
        await using var provider = await DemoProvider.Start();
        var ines = await provider.TokenOf("ines");
        string database, id;
        await using (var away = await ServiceRunning.Start(MonitoringService.Build, null, [.. provider.Settings, ("Oversight:Mail:Smtp:Host", "127.0.0.1"), ("Oversight:Mail:Smtp:Port", "9")]))
        {
            await away.Tell("ingestion", Register);
            (database, id) = (away.Database, await Follow(away, ines, "ines@example.org", "daily"));
            await away.Tell("ingestion", Happened("kent", "A hearing"));
            await Begin(away, id);
            await away.Tell("ingestion", Happened("kent", "A verdict"));
        }

        // The copy is what is left where the mail went and the machine stopped before anybody could note it.
        var copy = await Servers.Copy(database);
        string sent;
        await using (var restarted = await _mailed.Start(provider, database: database))
        {
            var mail = Assert.Single(await _mailed.Mails(1));
            Assert.Equal("Kent Police: A hearing", mail.Subject);
            sent = mail.MessageId!;
            await Noted(restarted);
        }

        await using var again = await _mailed.Start(provider, database: copy);
        await Noted(again);
        Assert.Equal(["1"], await again.Rows("select count(*)::text from oversight.mt_events where type = 'monitoring.follow-digest-sent.v1'"));
        Assert.Equal([sent], (await _mailed.Mails(1)).Select(mail => mail.MessageId));

        Task Noted(ServiceRunning monitoring) => Eventually.True("the mail to be noted", async () => (await monitoring.As(ines, HttpMethod.Get, $"{Follows}/{id}")).Body!["lastSentAt"] is not null);
    }

    [Fact]
    public async Task A_daily_digest_comes_in_the_morning_once_after_days_of_silence_and_not_at_all_without_news()
    {
        await using var provider = await DemoProvider.Start();
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var monitoring = await _mailed.Start(provider, clock: clock);
        var (ines, vera) = (await provider.TokenOf("ines"), await provider.TokenOf("vera"));
        var (daily, atOnce) = (await Follow(monitoring, ines, "ines@example.org", "daily"), await Follow(monitoring, vera, "vera@example.org"));
        await monitoring.Tell("ingestion", Happened("kent", "A hearing"));
        Assert.Equal(["vera@example.org"], (await _mailed.Mails(1)).Select(mail => mail.To.ToString()));

        clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal(["Kent Police: A hearing"], (await _mailed.Mails(2)).Where(mail => mail.To.ToString() == "ines@example.org").Select(mail => mail.Subject));
        await Eventually.True("the mail to be noted", async () => (await monitoring.As(ines, HttpMethod.Get, $"{Follows}/{daily}")).Body!["lastSentAt"] is not null);

        // Another morning without news, and then news in the course of a day: what is told at once marks how far things are.
        clock.Advance(TimeSpan.FromDays(1));
        await monitoring.As(vera, HttpMethod.Put, $"{Follows}/{atOnce}", new { name = "Kent and Essex", bodies = new[] { "kent", "essex" }, mail = "immediate", address = "vera@example.org" });
        await monitoring.Tell("ingestion", Happened("essex", "A verdict"));
        Assert.Equal(["ines@example.org", "vera@example.org", "vera@example.org"], (await _mailed.Mails(3)).Select(mail => mail.To.ToString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_mail_server_that_is_away_or_busy_loses_nothing_and_one_that_refuses_a_mailbox_is_told_to_its_owner()
    {
        await using var provider = await DemoProvider.Start();
        var ines = await provider.TokenOf("ines");
        var first = new MailServer();
        await using var monitoring = await ServiceRunning.Start(MonitoringService.Build, null, [.. provider.Settings, .. first.Settings]);
        await monitoring.Tell("ingestion", Register);
        var id = await Follow(monitoring, ines, "ines@example.org");
        var port = first.Port;
        await first.DisposeAsync();

        await monitoring.Tell("ingestion", Happened("kent", "A hearing"));
        await Eventually.True("mail to be missed", async () => (await Health(monitoring)).Contains("mail does not go", StringComparison.Ordinal));
        await using var server = new MailServer(port) { Taken = "451 later" };
        await Eventually.True("mail to wait", async () => (await Health(monitoring)).Contains("1 mail waits", StringComparison.Ordinal), 60);
        server.Taken = "250 taken";
        await Eventually.True("the mail to come", () => Task.FromResult(!server.Mails.IsEmpty), 60);
        Assert.Equal(("ines@example.org", "Kent Police: A hearing"), server.Mails.Select(one => (one.To, one.Mail.Subject)).Single());
        await Eventually.True("mail to go", async () => (await Health(monitoring)).Contains("Mail goes", StringComparison.Ordinal));

        server.Recipient = to => to == "ines@example.org" ? "550 5.1.1 no such user" : "250 welcome";
        await monitoring.Tell("ingestion", Happened("kent", "A verdict"));
        await Eventually.True("the refusal to be shown", async () => ((string?)(await monitoring.As(ines, HttpMethod.Get, $"{Follows}/{id}")).Body!["mailboxRefused"])?.Contains("no such user", StringComparison.Ordinal) == true);

        await monitoring.As(ines, HttpMethod.Put, $"{Follows}/{id}", new { name = "Kent", bodies = new[] { "kent" }, mail = "immediate", address = "i.holloway@example.org" });
        await Eventually.True("the mail to go to another address", () => Task.FromResult(server.Mails.Count == 2));
        Assert.Equal(("i.holloway@example.org", "Kent Police: A verdict"), server.Mails.Select(one => (one.To, one.Mail.Subject)).Last());
    }

    public void Dispose() => _mailed.Dispose();

    private static async Task Begin(ServiceRunning monitoring, string id)
    {
        var (stream, head) = (FollowStore.StreamOfFollow(id), await monitoring.App.Head());
        var follow = (await monitoring.App.Services.GetRequiredService<FollowStore>().Find(id, default))!;
        await monitoring.App.Services.GetRequiredService<Desk<Following, FollowCommand, FollowEvent>>().Do(stream, new FollowCommand.BeginDigest(id, follow.Told, head, DateTimeOffset.UtcNow), default);
    }

    private static async Task<string> Health(ServiceRunning monitoring)
    {
        using var answer = await monitoring.Http.GetAsync("/health/ready");
        return await answer.Content.ReadAsStringAsync();
    }
}
