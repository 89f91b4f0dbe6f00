using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Oversight.Core;

namespace Oversight.Ingestion.Readers;

/// <summary>The day a page says it was published.</summary>
internal static partial class PageDate
{
    private static readonly string[] Metas =
        ["article:published_time", "og:published_time", "date", "dc.date", "dc.date.issued", "dcterms.date", "dcterms.issued", "publish-date", "publication_date", "pubdate", "parsely-pub-date", "datepublished"];

    public static PartialDate? Of(IDocument page, IElement main) =>
        page.QuerySelectorAll("meta[content]")
            .Where(meta => (meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop")) is { } name && Metas.Contains(name.ToLowerInvariant()))
            .Select(meta => Day(meta.GetAttribute("content")!)).FirstOrDefault(date => date is not null)
        ?? page.QuerySelectorAll("script[type='application/ld+json']").Select(script => Published().Match(script.TextContent)).Where(match => match.Success)
            .Select(match => Day(match.Groups[1].Value)).FirstOrDefault(date => date is not null)
        ?? main.QuerySelectorAll("time[datetime]").Concat(page.QuerySelectorAll("header time[datetime], [itemprop=datePublished][datetime]"))
            .Select(time => Day(time.GetAttribute("datetime")!)).FirstOrDefault(date => date is not null);

    private static PartialDate? Day(string written) => PartialDate.TryParse(written.Trim() is { Length: > 10 } longer ? longer[..10] : written.Trim(), out var date) ? date : null;

    [GeneratedRegex(@"""datePublished""\s*:\s*""(\d{4}-\d\d-\d\d)")]
    private static partial Regex Published();
}
