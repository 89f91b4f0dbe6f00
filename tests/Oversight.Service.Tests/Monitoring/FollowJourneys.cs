using System.Net;
using System.Text.Json.Nodes;
using Oversight.Monitoring;
using Oversight.Service.Tests.Identity;
using Xunit;
using static Oversight.Service.Tests.Monitoring.Followed;

namespace Oversight.Service.Tests.Monitoring;

/// <summary>People follow bodies and kinds of changes, over HTTP and by feed.</summary>
public sealed class FollowJourneys : IDisposable
{
    private readonly Mailed _mailed = new();

    [Fact]
    public async Task Somebody_follows_changes_what_they_follow_and_stops_and_nobody_else_sees_it()
    {
        await using var provider = await DemoProvider.Start();
        await using var monitoring = await _mailed.Start(provider);
        var (ines, vera) = (await provider.TokenOf("ines"), await provider.TokenOf("vera"));

        var started = await monitoring.As(ines, HttpMethod.Post, Follows, new { name = "Kent", bodies = new[] { "Kent Police" } });
        Assert.Equal((HttpStatusCode.Created, "kent", "never"), (started.Status, (string?)started.Body!["bodies"]![0], (string?)started.Body["mail"]));
        var id = (string)started.Body["id"]!;
        await monitoring.Tell("ingestion", Happened("kent", "A hearing"), Happened("essex", "A verdict"));

        var changes = (await monitoring.As(ines, HttpMethod.Get, $"{Follows}/{id}/changes")).Body!;
        Assert.Equal(["kent: A hearing"], Told(changes));
        await monitoring.As(ines, HttpMethod.Post, $"{Follows}/{id}/seen", new { position = (long)changes["position"]! });
        Assert.Empty(Told((await monitoring.As(ines, HttpMethod.Get, $"{Follows}/{id}/changes")).Body!));

        var changed = await monitoring.As(ines, HttpMethod.Put, $"{Follows}/{id}", new { name = "Courts", kinds = new[] { "court" }, mail = "daily", address = "ines@example.org" });
        Assert.Equal(("Courts", "daily", "ines@example.org"), ((string?)changed.Body!["name"], (string?)changed.Body["mail"], (string?)changed.Body["address"]));
        Assert.NotNull((string?)changed.Body["nextAt"]);
        await monitoring.Tell("ingestion", Happened("essex", "An appeal", "court"), Happened("essex", "A speech"));
        Assert.Equal(["essex: An appeal"], Told((await monitoring.As(ines, HttpMethod.Get, $"{Follows}/{id}/changes")).Body!));

        foreach (var (method, path, body) in new (HttpMethod, string, object?)[]
        {
            (HttpMethod.Get, "", null), (HttpMethod.Put, "", new { name = "mine" }), (HttpMethod.Delete, "", null), (HttpMethod.Get, "/changes", null), (HttpMethod.Post, "/seen", new { position = 1 }),
        })
        {
            var others = await monitoring.As(vera, method, $"{Follows}/{id}{path}", body);
            Assert.Equal((HttpStatusCode.NotFound, "follow.unknown"), (others.Status, others.Rule));
        }

        Assert.Empty((await monitoring.As(vera, HttpMethod.Get, Follows)).Body!["follows"]!.AsArray());
        Assert.Equal("identity.missing", (await monitoring.As(null, HttpMethod.Get, Follows)).Rule);
        Assert.Equal(HttpStatusCode.NoContent, (await monitoring.As(ines, HttpMethod.Delete, $"{Follows}/{id}")).Status);
        Assert.Empty((await monitoring.As(ines, HttpMethod.Get, Follows)).Body!["follows"]!.AsArray());
        Assert.Empty(await monitoring.Rows("select address from oversight.follow_mailboxes"));
        Assert.Empty(await monitoring.Rows("select data::text from oversight.mt_events where data::text like '%ines@example.org%'"));
        await monitoring.App.RebuiltViewsAreTheSame();
    }

    [Theory]
    [InlineData("""{"name":"x","bodies":["Atlantis"]}""", 404, "body.unknown")]
    [InlineData("""{"name":"x","kinds":["magic"]}""", 422, "filter.kind-unknown")]
    [InlineData("""{"name":"x","service":"ambulance"}""", 422, "filter.service-unknown")]
    [InlineData("""{"name":" "}""", 422, "follow.name-missing")]
    [InlineData("""{"name":"x","mail":"hourly","address":"ines@example.org"}""", 422, "follow.frequency-unknown")]
    [InlineData("""{"name":"x","mail":"daily"}""", 422, "follow.address-malformed")]
    [InlineData("""{"name":"x","mail":"daily","address":"ines@example.org, all@example.org"}""", 422, "follow.address-malformed")]
    [InlineData("""{"name":"x","everything":true}""", 400, "request.malformed")]
    [InlineData("""{"name":"x"}""", 422, "follow.duplicate")]
    public async Task What_cannot_be_followed_is_refused_with_a_rule_and_a_sentence(string asked, int status, string rule)
    {
        await using var provider = await DemoProvider.Start();
        await using var monitoring = await _mailed.Start(provider);
        var ines = await provider.TokenOf("ines");
        await monitoring.As(ines, HttpMethod.Post, Follows, new { name = "everything" });

        var refused = await monitoring.As(ines, HttpMethod.Post, Follows, JsonNode.Parse(asked));

        Assert.Equal((status, rule), ((int)refused.Status, refused.Rule));
        Assert.False(string.IsNullOrWhiteSpace((string?)refused.Body!["detail"]));
        Assert.Single((await monitoring.As(ines, HttpMethod.Get, Follows)).Body!["follows"]!.AsArray());
    }

    [Fact]
    public async Task Where_no_mail_leaves_the_system_nobody_is_promised_any()
    {
        await using var provider = await DemoProvider.Start();
        await using var monitoring = await ServiceRunning.Start(MonitoringService.Build, null, provider.Settings);
        var ines = await provider.TokenOf("ines");

        Assert.Equal("follow.mail-not-configured", (await monitoring.As(ines, HttpMethod.Post, Follows, new { name = "all", mail = "daily", address = "ines@example.org" })).Rule);
        Assert.False((bool?)(await monitoring.As(ines, HttpMethod.Get, Follows)).Body!["mailGoes"]);
        Assert.Equal(HttpStatusCode.Created, (await monitoring.As(ines, HttpMethod.Post, Follows, new { name = "all" })).Status);
    }

    [Fact]
    public async Task Feeds_show_what_is_followed_and_what_is_asked_for_and_say_when_nothing_is_new()
    {
        await using var provider = await DemoProvider.Start();
        await using var monitoring = await _mailed.Start(provider);
        var ines = await provider.TokenOf("ines");
        await monitoring.Tell("ingestion", Happened("kent", "A hearing", "court"), Happened("essex", "A verdict", "court"), Happened("kent", "A speech"));
        var id = await Follow(monitoring, ines, "ines@example.org");
        var feed = (string)(await monitoring.As(ines, HttpMethod.Get, $"{Follows}/{id}")).Body!["feed"]!;

        Assert.Equal(["Kent Police: A hearing", "Kent Police: A speech"], (await Titles(feed)).Order(StringComparer.Ordinal));
        Assert.Equal(["Essex Police: A verdict", "Kent Police: A hearing"], (await Titles("/api/v1/changes.atom?kind=court")).Order(StringComparer.Ordinal));
        Assert.Equal(["Essex Police: A verdict"], await Titles("/api/v1/changes.atom?kind=court&body=Essex%20Police&service=police"));
        Assert.Empty(await Titles("/api/v1/changes.atom?service=fire"));
        Assert.Equal((404, "urn:oversight:rule:body.unknown"), await Rule(monitoring, "/api/v1/changes.atom?body=Atlantis"));
        Assert.Equal((422, "urn:oversight:rule:filter.kind-unknown"), await Rule(monitoring, "/api/v1/changes.atom?kind=magic"));
        Assert.Equal(["essex: A verdict"], Told(await monitoring.Get("/api/v1/changes?kind=court&body=essex")));
        Assert.Equal(["essex: A verdict"], Told(await monitoring.Get("/api/v1/changes?kind=court&body=essex&since=2026-01-05")));
        Assert.Empty(Told(await monitoring.Get("/api/v1/changes?since=2100-01-01")));
        foreach (var asked in new[] { "since=monday", "since=2026-01", "since=2026-01-05&after=3" })
        {
            Assert.Equal(400, (await monitoring.Refused($"/api/v1/changes?{asked}")).Status);
        }


        using var first = await monitoring.Http.GetAsync(feed);
        Assert.Equal("application/atom+xml", first.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.NotModified, await Again(first.Headers.ETag!.Tag));
        await monitoring.Tell("ingestion", Happened("kent", "An appeal"));
        Assert.Equal(HttpStatusCode.OK, await Again(first.Headers.ETag.Tag));

        await monitoring.As(ines, HttpMethod.Delete, $"{Follows}/{id}");
        Assert.Equal((404, "urn:oversight:rule:feed.unknown"), await Rule(monitoring, feed));

        async Task<HttpStatusCode> Again(string tag)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, feed);
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
            using var answer = await monitoring.Http.SendAsync(request);
            return answer.StatusCode;
        }

        async Task<string[]> Titles(string path) =>
            [.. System.Xml.Linq.XDocument.Parse(await monitoring.Http.GetStringAsync(path)).Root!.Elements("{http://www.w3.org/2005/Atom}entry").Select(entry => entry.Element("{http://www.w3.org/2005/Atom}title")!.Value)];
    }

    public void Dispose() => _mailed.Dispose();
}
