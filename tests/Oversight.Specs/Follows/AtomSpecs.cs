using System.Text;
using System.Xml.Linq;
using Oversight.Core;
using Oversight.Monitoring.Follows;
using Oversight.Monitoring.Histories;
using Oversight.Specs.Monitoring;
using Xunit;
using static Oversight.Specs.Monitoring.Claims;

namespace Oversight.Specs.Follows;

/// <summary>What RFC 4287 asks of a feed, and what a reader of ours relies on.</summary>
public sealed class AtomSpecs
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static readonly HistoryEntry[] Entries = [.. History.Of("metropolitan", Recorded(Engage("2022-06-28", cited: "https://example.org/a-letter"), Timeline("2022-06-29", "court", "<Hearing> & more\u0001 \uD800")), On("2026-01-01"))];

    [Fact]
    public void A_feed_and_its_entries_have_what_they_must_have()
    {
        var feed = Feed(Entries);

        Assert.All(Elements(feed), element => Assert.Equal(Atom.NamespaceName, element.Name.NamespaceName));
        foreach (var one in feed.Elements(Atom + "entry").Prepend(feed))
        {
            Assert.Single(one.Elements(Atom + "id"));
            Assert.Single(one.Elements(Atom + "title"));
            Assert.Equal(TimeSpan.Zero, DateTimeOffset.Parse(Assert.Single(one.Elements(Atom + "updated")).Value, null).Offset);
            Assert.Single(one.Elements(Atom + "link"), link => (string?)link.Attribute("rel") == "alternate");
            Assert.All(one.Elements(Atom + "id").Concat(one.Elements(Atom + "link").Attributes("href").Select(href => new XElement("href", href.Value))), address => Assert.True(Uri.IsWellFormedUriString(address.Value, UriKind.Absolute), address.Value));
        }

        Assert.Single(feed.Elements(Atom + "author"));
        Assert.Equal("https://oversight.example.org/api/v1/changes.atom", (string?)feed.Elements(Atom + "link").Single(link => (string?)link.Attribute("rel") == "self").Attribute("href"));
    }

    [Fact]
    public void An_entry_names_its_page_its_source_and_its_kind()
    {
        var entry = Feed(Entries).Elements(Atom + "entry").Single(entry => entry.Element(Atom + "title")!.Value == "Metropolitan Police Service: Moved to Engage");

        Assert.Equal(["https://oversight.example.org/bodies/metropolitan#engage%2F2022-06-28"], Hrefs(entry, "alternate"));
        Assert.Equal(["https://example.org/a-letter 2022-06-28"], entry.Element(Atom + "content")!.Value.Split('\n').Where(line => line.StartsWith("Source: ", StringComparison.Ordinal)).Select(line => line[8..]));
        Assert.Contains("engage", entry.Elements(Atom + "category").Attributes("term").Select(term => term.Value));
        Assert.Contains("28 June 2022.", entry.Element(Atom + "content")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_says_why_where_the_record_does_once_and_not_without_end()
    {
        var endless = Engage("2022-06-28") with { Reason = new string('x', 5_000) };
        string[] Lines(HistoryEntry[] entries) => Feed(entries).Elements(Atom + "entry").Single(entry => entry.Element(Atom + "title")!.Value.EndsWith("Moved to Engage", StringComparison.Ordinal)).Element(Atom + "content")!.Value.Split('\n');

        Assert.Equal(["28 June 2022.", "Why: concerns"], Lines(Entries)[..2]);
        Assert.Equal($"Why: {new string('x', 500)}…", Lines([.. History.Of("metropolitan", Recorded(endless), On("2026-01-01"))])[1]);
    }

    [Fact]
    public void The_same_record_gives_the_same_bytes_and_ids_stay_when_a_source_is_added()
    {
        var more = History.Of("metropolitan", Recorded(Engage("2022-06-28"), Engage("2022-06-28", cited: "another letter")), On("2026-01-01"));

        Assert.Equal(Bytes(Entries), Bytes(Entries));
        Assert.Contains(Feed([.. more]).Elements(Atom + "entry").Single().Element(Atom + "id")!.Value, Feed(Entries).Elements(Atom + "entry").Select(entry => entry.Element(Atom + "id")!.Value));
    }

    [Fact]
    public void An_empty_feed_is_one_too() => Assert.Equal("2026-11-23T09:00:00.000Z", Feed([]).Element(Atom + "updated")!.Value);

    [Fact]
    public void Every_kind_that_the_public_record_has_can_be_followed_or_is_marked_as_unknown() => Assert.Empty(
        from body in PublicRecord.Events
        from entry in History.Of(body.Key, Recorded(body.Value), On("2026-01-01"))
        where !entry.Marks.Contains(Mark.KindUnknown) && !FollowFilter.KnownKinds.Contains(entry.Kind)
        select entry.Kind);

    private static byte[] Bytes(HistoryEntry[] entries) => AtomFeed.Write("urn:oversight:changes", "what changed", "/api/v1/changes.atom", "/changes", "https://oversight.example.org",
        new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero), [.. entries.Select(entry => FeedEntry.Of("metropolitan", "Metropolitan Police Service", entry)).OfType<FeedEntry>()]);

    private static XElement Feed(HistoryEntry[] entries) => XDocument.Parse(Encoding.UTF8.GetString(Bytes(entries))).Root!;

    private static IEnumerable<XElement> Elements(XElement feed) => feed.DescendantsAndSelf();

    private static IEnumerable<string> Hrefs(XElement entry, string relation) => entry.Elements(Atom + "link").Where(link => (string?)link.Attribute("rel") == relation).Select(link => link.Attribute("href")!.Value);
}
