using System.Globalization;
using System.Net;
using System.Text;
using Oversight.Core;
using Oversight.Monitoring.Changes;

namespace Oversight.Monitoring.Follows;

/// <summary>What a mail says.</summary>
internal sealed record DigestText(string Subject, string Plain, string Html);

/// <summary>Where the links of a mail or a feed lead.</summary>
/// <param name="Public">The public address, without a stroke at its end.</param>
/// <param name="Unsubscribe">The token that ends the follow.</param>
internal sealed record DigestLinks(string Public, string Unsubscribe)
{
    public string Entry(string body, string entry) => PageOf(Public, body, entry);

    public string Follow(string id) => $"{Public}/following/{id}";

    /// <summary>For a person: a page that asks first.</summary>
    public string Page => $"{Public}/unsubscribe/{Unsubscribe}";

    /// <summary>For a mail program: a POST ends it, RFC 8058.</summary>
    public string OneClick => $"{Public}/api/v1/unsubscribe/{Unsubscribe}";

    public static string PageOf(string address, string body, string entry) => $"{address}/bodies/{Uri.EscapeDataString(body)}#{Uri.EscapeDataString(entry)}";
}

/// <summary>When digests are due, from where they look, and how they read.</summary>
internal static class Digests
{
    private const int LongestSubject = 150, LongestReason = 500, SourcesOfOne = 5;

    public static readonly Schedule Schedule = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/London"), new(8, 0));

    /// <summary>What is known by a day; what is still to come in the world is told when it is learned, for nobody would hear of it later.</summary>
    public static Viewpoint From(DateOnly day) => new(DateOnly.MaxValue, day);

    public static DigestText Write(Follow follow, IReadOnlyList<BodyChanges> bodies, DigestLinks links)
    {
        var (plain, html) = (new StringBuilder(), new StringBuilder());
        foreach (var body in bodies)
        {
            plain.AppendLine(OneLine(body.Name)).AppendLine(new string('-', Math.Min(70, body.Name.Length))).AppendLine();
            html.AppendLine(CultureInfo.InvariantCulture, $"<h2>{Html(body.Name)}</h2>").AppendLine("<ul>");
            foreach (var change in body.Changes)
            {
                Entry(change, links.Entry(body.Id, change.Id), plain, html);
            }

            html.AppendLine("</ul>");
            if (body.Total > body.Changes.Count)
            {
                var more = $"and {body.Total - body.Changes.Count} more in its timeline";
                plain.AppendLine(CultureInfo.InvariantCulture, $"{more}: {links.Entry(body.Id, "timeline")}").AppendLine();
                html.AppendLine(CultureInfo.InvariantCulture, $"<p><a href=\"{Html(links.Entry(body.Id, "timeline"))}\">{more}</a></p>");
            }
        }

        var why = $"You get this because you follow \"{OneLine(follow.Name)}\" by mail, {Often(follow)}.";
        plain.AppendLine("--").AppendLine(why).AppendLine(CultureInfo.InvariantCulture, $"Change it: {links.Follow(follow.Id)}").AppendLine(CultureInfo.InvariantCulture, $"Stop it: {links.Page}");
        html.AppendLine(CultureInfo.InvariantCulture, $"<hr><p>{Html(why)} <a href=\"{Html(links.Follow(follow.Id))}\">Change it</a> or <a href=\"{Html(links.Page)}\">stop it</a>.</p>");
        return new(Subject(follow, bodies), plain.ToString(), $"<!DOCTYPE html>\n<html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>{Html(Subject(follow, bodies))}</title></head><body>\n{html}</body></html>\n");
    }

    /// <summary>What changed, in one line: "Kent Police: Moved to Engage", or how much.</summary>
    public static string Subject(Follow follow, IReadOnlyList<BodyChanges> bodies)
    {
        var total = bodies.Sum(body => body.Total);
        var subject = bodies is [{ Changes: [var first, ..] } only]
            ? $"{only.Name}: {What(first)}{first.InFull}{(total > 1 ? $", and {total - 1} more" : "")}"
            : $"{follow.Name}: {total} changes of {bodies.Count} bodies";
        return Bounded(OneLine(subject), LongestSubject);
    }

    /// <summary>The beginning of what may be long, in one line.</summary>
    internal static string Reason(string text) => Bounded(OneLine(text), LongestReason);

    private static void Entry(ChangeShown change, string link, StringBuilder plain, StringBuilder html)
    {
        var title = $"{What(change)}{OneLine(change.InFull)}{(change.On is { } on ? $", {Day(on)}" : "")}{(change.Marks.Count == 0 ? "" : $" ({string.Join(", ", change.Marks)})")}";
        var sources = change.Sources.Select(source => OneLine(source.Cited)).Distinct().ToArray();
        plain.AppendLine(CultureInfo.InvariantCulture, $"* {title}");
        html.AppendLine(CultureInfo.InvariantCulture, $"<li><a href=\"{Html(link)}\">{Html(title)}</a>");
        if (change.Reason is { } reason)
        {
            plain.AppendLine(CultureInfo.InvariantCulture, $"  Why: {Reason(reason)}");
            html.AppendLine(CultureInfo.InvariantCulture, $"<br>Why: {Html(Reason(reason))}");
        }

        if (change.Before is { } before)
        {
            plain.AppendLine(CultureInfo.InvariantCulture, $"  Before: {OneLine(before)}");
            html.AppendLine(CultureInfo.InvariantCulture, $"<br>Before: {Html(before)}");
        }

        plain.AppendLine(CultureInfo.InvariantCulture, $"  {link}");
        foreach (var source in sources.Take(SourcesOfOne))
        {
            plain.AppendLine(CultureInfo.InvariantCulture, $"  Source: {source}");
            html.AppendLine(CultureInfo.InvariantCulture, $"<br>Source: {(AtomFeed.IsAddress(source) ? $"<a href=\"{Html(source)}\">{Html(source)}</a>" : Html(source))}");
        }

        if (sources.Length > SourcesOfOne)
        {
            plain.AppendLine(CultureInfo.InvariantCulture, $"  and {sources.Length - SourcesOfOne} more sources");
            html.AppendLine(CultureInfo.InvariantCulture, $"<br>and {sources.Length - SourcesOfOne} more sources");
        }

        plain.AppendLine();
        html.AppendLine("</li>");
    }

    private static string What(ChangeShown change) => change.What switch { "new" => "", "gone" => "No longer told: ", _ => "Changed: " };

    private static string Often(Follow follow) => follow.Mail?.Often switch
    {
        MailFrequency.Daily => "every morning on which something has changed",
        MailFrequency.Weekly => "every Monday on which something has changed",
        _ => "as soon as something changes",
    };

    /// <summary>28 June 2022, June 2022 or 2022.</summary>
    internal static string Day(PartialDate on) => on.Precision switch
    {
        3 => on.First.ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
        2 => on.First.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
        _ => on.ToString(),
    };

    // What comes from a source or a person ends no line of a mail and begins none.
    internal static string OneLine(string text) =>
        string.Join(' ', string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static string Bounded(string text, int most) => text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)] + "…";

    private static string Html(string text) => WebUtility.HtmlEncode(OneLine(text));
}
