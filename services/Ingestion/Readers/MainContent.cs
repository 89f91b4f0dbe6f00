using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Oversight.Ingestion.Readers;

/// <summary>Tells the article from what stands around it, by what elements mean, by their roles and names, and by how much of them is links.</summary>
internal static partial class MainContent
{
    private const int ShortestArticle = 200;

    private static readonly HashSet<string> Around = ["nav", "aside", "footer", "form", "figcaption", "menu", "search"];

    private static readonly HashSet<string> Roles =
        ["navigation", "banner", "complementary", "contentinfo", "search", "dialog", "alertdialog", "menu", "menubar", "toolbar", "tablist", "form"];

    /// <summary>The element that holds what the page tells; the body where none stands out.</summary>
    public static IElement Of(IElement body)
    {
        var mains = body.QuerySelectorAll("main, [role=main]").Where(element => Length(element) >= ShortestArticle).ToList();
        var within = mains.Count == 1 ? mains[0] : body;
        var articles = within.QuerySelectorAll("article, [itemprop=articleBody], [role=article]").Select(element => (Element: element, Length: Length(element)))
            .Where(article => article.Length >= ShortestArticle).OrderByDescending(article => article.Length).ToList();
        return articles switch
        {
            [] => within,
            [var only] => only.Element,
            // Parts of one report stand beside each other; teasers of other stories are short.
            [var longest, var second, ..] => second.Length * 3 > longest.Length && !longest.Element.Contains(second.Element) ? within : longest.Element,
        };
    }

    public static bool IsHidden(IElement element) =>
        element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true"
        || (element.GetAttribute("style") is { } style && HiddenStyle().IsMatch(style));

    /// <summary>Is the element a menu, an advertisement, a notice or the like?</summary>
    public static bool IsAround(IElement element, IElement main)
    {
        if (element.Contains(main) || element.LocalName is "body" or "html" or "main" or "h1")
        {
            return false;
        }

        if (Around.Contains(element.LocalName) || (element.GetAttribute("role") is { } role && Roles.Contains(role.ToLowerInvariant())))
        {
            return true;
        }

        if (element.LocalName == "header")
        {
            return element.QuerySelector("h1, h2, time") is null;
        }

        return (Named(element) && !HoldsMostOf(element, main))
            || (element.LocalName is "ul" or "ol" or "p" or "div" or "section" && IsLinks(element));
    }

    /// <summary>Does a table hold data, rather than lay out the page?</summary>
    public static bool IsTableOfData(IElement table) =>
        table.GetAttribute("role") is not ("presentation" or "none")
        && table.QuerySelector("table, h1, h2, form") is null
        && table.QuerySelectorAll("td, th").All(cell => cell.TextContent.Length < 1_000);

    private static bool Named(IElement element) =>
        element.ClassList.Append(element.Id ?? "").Any(name => Names().IsMatch(name)) || AdLabel().IsMatch(element.GetAttribute("aria-label") ?? "");

    private static bool HoldsMostOf(IElement element, IElement main) => Length(element) * 2 > Length(main);

    // Other stories are lists of links; an article has words between its links.
    private static bool IsLinks(IElement element)
    {
        var links = element.QuerySelectorAll("a");
        if (links.Length == 0 || (links.Length == 1 && element.LocalName is "div" or "section"))
        {
            return false;
        }

        var (all, linked) = (Length(element), links.Sum(Length));
        return all > 0 && linked >= all * 0.75 && (links.Length > 1 || all < 160);
    }

    private static int Length(INode node) => node.TextContent.AsSpan().Trim().Length;

    [GeneratedRegex(@"^(?:nav(?:bar|igation)?|menu|main-?(?:nav|menu)|site-?(?:nav|menu|header|footer)|(?:page-?)?footer|masthead|breadcrumbs?|sidebar|side-?bar|related|recommended|recirc\w*|promo(?:s|tion)?|teasers?|ad|ads|advert(?:s|isement|ising)?|ad-?(?:slot|unit|container|wrapper|banner|block)s?|mpu|dfp\w*|banner|cookies?|consent|gdpr|newsletter|subscribe|subscription|sign-?up|share|sharing|social|comments?|disqus\w*|popup|modal|overlay|paywall|skip-?link|tags|tag-?list|pagination|most-?(?:read|popular|viewed)|popular|trending|sponsored|outbrain|taboola|caption|image-?credit|byline-?image|widget|toolbar|language-?switcher|search|toc|table-of-contents|donate|membership)$"
        + @"|(?:^|[-_])(?:nav|menu|advert|ads?|promo|related|sidebar|cookie|newsletter|breadcrumb|footer|social|share|recommended|teaser|sponsor(?:ed)?|outbrain|taboola|most-read|signup|subscribe|caption|consent|comments)(?:[-_]|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Names();

    [GeneratedRegex(@"\b(?:advert\w*|related|breadcrumb|navigation|share|newsletter|cookie)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AdLabel();

    [GeneratedRegex(@"display\s*:\s*none|visibility\s*:\s*hidden", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HiddenStyle();
}
