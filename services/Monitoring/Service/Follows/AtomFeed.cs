using System.Globalization;
using System.Text;
using System.Xml;
using Oversight.Core;
using Oversight.Monitoring.Histories;

namespace Oversight.Monitoring.Follows;

/// <summary>An entry of a feed.</summary>
/// <param name="Updated">Since when this system has it as it is.</param>
internal sealed record FeedEntry(string Body, string Name, HistoryEntry Entry, DateTimeOffset Updated)
{
    /// <summary>The entry of a body's timeline; null where nobody can tell when it came.</summary>
    public static FeedEntry? Of(string body, string name, HistoryEntry entry)
    {
        // A missed deadline rests on old sources and is news of the day on which it was missed.
        DateTimeOffset? recorded = entry.Sources.Count == 0 ? null : entry.Sources.Max(source => source.RecordedAt);
        DateTimeOffset? noted = entry.Kind is "deadline" or "settled" or "reopened" && entry.On is { } on ? new(on.First, TimeOnly.MinValue, TimeSpan.Zero) : null;
        return (recorded is null || noted > recorded ? noted : recorded) is { } updated ? new(body, name, entry, updated) : null;
    }
}

/// <summary>Writes Atom 1.0 (RFC 4287); the same entries give the same bytes.</summary>
internal static class AtomFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    /// <summary>A feed of the newest entries, as they are given.</summary>
    /// <param name="id">Names the feed for ever.</param>
    /// <param name="title">What it is called.</param>
    /// <param name="self">Its address after the public one.</param>
    /// <param name="page">The page that shows the same, after the public address.</param>
    /// <param name="address">The public address.</param>
    /// <param name="began">When there was nothing in it yet.</param>
    /// <param name="entries">The newest first.</param>
    public static byte[] Write(string id, string title, string self, string page, string address, DateTimeOffset began, IReadOnlyList<FeedEntry> entries)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("xml", "lang", null, "en-GB");
            Element(xml, "id", id);
            Element(xml, "title", title);
            Element(xml, "updated", Instant(entries.Count == 0 ? began : entries[0].Updated));
            Link(xml, "self", address + self, "application/atom+xml");
            Link(xml, "alternate", address + page, "text/html");
            xml.WriteStartElement("author", Atom);
            Element(xml, "name", "Oversight");
            xml.WriteEndElement();
            foreach (var entry in entries)
            {
                Write(xml, entry, address);
            }

            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }

    private static void Write(XmlWriter xml, FeedEntry feed, string address)
    {
        var entry = feed.Entry;
        xml.WriteStartElement("entry", Atom);
        Element(xml, "id", $"urn:oversight:entry:{Uri.EscapeDataString(feed.Body)}:{Uri.EscapeDataString(entry.Id)}");
        Element(xml, "title", $"{feed.Name}: {entry.Title}");
        Element(xml, "updated", Instant(feed.Updated));
        Link(xml, "alternate", DigestLinks.PageOf(address, feed.Body, entry.Id), "text/html");
        var cited = entry.Sources.Select(source => source.Cited).Distinct().ToArray();
        foreach (var source in cited.Where(IsAddress))
        {
            Link(xml, "via", source, null);
        }

        foreach (var (scheme, term) in (ReadOnlySpan<(string, string)>)[("kind", entry.Kind), ("body", feed.Body)])
        {
            xml.WriteStartElement("category", Atom);
            xml.WriteAttributeString("scheme", $"urn:oversight:{scheme}");
            xml.WriteAttributeString("term", Text(term));
            xml.WriteEndElement();
        }

        string?[] lines =
        [
            $"{(entry.On is { } on ? Digests.Day(on) : "Date not known")}.{(entry.Detail is null || entry.Detail == entry.Reason ? "" : $" {Digests.Reason(entry.Detail)}")}", entry.Reason is null ? null : $"Why: {Digests.Reason(entry.Reason)}",
            entry.Marks.Count == 0 ? null : $"{string.Join(", ", entry.Marks.InWords)}.",
            cited.Length == 0 ? null : $"{(cited.Length == 1 ? "Source" : "Sources")}: {string.Join(" ; ", cited)}",
        ];
        xml.WriteStartElement("content", Atom);
        xml.WriteAttributeString("type", "text");
        xml.WriteString(Text(string.Join('\n', lines.OfType<string>().Select(line => line.Trim()))));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string address, string? type)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        if (type is not null)
        {
            xml.WriteAttributeString("type", type);
        }

        xml.WriteAttributeString("href", Text(address));
        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Atom, Text(text));

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    internal static bool IsAddress(string cited) => Uri.TryCreate(cited, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.IsWellFormedOriginalString();

    // XML has no room for most control characters and half characters.
    private static string Text(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            clean.Append(rune.Value is '\t' or '\n' or '\r' || (rune.Value >= 0x20 && rune.Value is not (0xFFFE or 0xFFFF)) ? rune.ToString() : " ");
        }

        return clean.ToString();
    }
}
