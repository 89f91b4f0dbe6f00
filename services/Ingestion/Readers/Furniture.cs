using System.Text.RegularExpressions;

namespace Oversight.Ingestion.Readers;

/// <summary>Lines that stand around an article, by their words.</summary>
internal static partial class Furniture
{
    /// <summary>Is the line no part of what is told?</summary>
    public static bool Is(string line)
    {
        var text = line.Trim(' ', '\t', '\r', '\n', '•', '*', '-', '>', '»', '[', ']', '|');
        return text.Length == 0 || Lines().IsMatch(text) || IsMenu(line);
    }

    /// <summary>Does a list of other stories begin with it?</summary>
    public static bool BeginsOthers(string line) => Others().IsMatch(line.Trim(' ', '\t', ':', '•', '*', '-'));

    // Home | News | Sport
    private static bool IsMenu(string line) =>
        line.Split('|', '›', '»') is { Length: >= 3 } parts && parts.All(part => part.Trim().Length is > 0 and <= 28) && !Graded().IsMatch(line);

    [GeneratedRegex(@"^(?:(?:advertisement|advert|ad|sponsored(?: content)?|promoted|paid content)(?:$|:.{0,300})|(?:read|see|find out|discover|learn) (?:more|also|next)\b.{0,200}|also read\b.{0,200}|related(?: (?:articles?|stories|content|links|news|topics|pages|publications))?(?:$|:.{0,200})|more (?:on|from|like) (?:this|the|us)\b.{0,60}|more stories.{0,40}|you (?:may|might) also (?:like|be interested).{0,60}|recommended(?: for you)?|most (?:read|popular|viewed|shared)|trending(?: now)?|top stories|don't miss.{0,120}|(?:sign|signing) up (?:to|for|here|now)\b.{0,200}|subscribe\b.{0,200}|(?:join|get) (?:our|the|your) .{0,80}(?:newsletter|whatsapp|alerts?|inbox).{0,120}|newsletters?|share(?: (?:this|on|via|with)\b.{0,60})?|follow us\b.{0,120}|(?:this (?:site|website) uses|we use|our use of|accept(?: all)?|manage|reject(?: all)?) (?:\w+ )?cookies?.{0,400}|cookies?(?: (?:policy|settings|notice))?|skip to .{0,40}|(?:main )?menu|search|log ?in|register|sign in|home|(?:©|copyright\b|\(c\)).{0,200}|all rights reserved.{0,100}|terms (?:and conditions|of use|& conditions).{0,80}|privacy(?: (?:policy|notice))?.{0,60}|contact us|comments?(?: \(\d+\))?|back to top|(?:watch|listen|video|gallery|in pictures|photo|picture|image|credit|pic|photograph)(?: ?:| by| credit).{0,160}|print this page|download (?:the|this) .{0,60}|\d+ (?:comments?|shares|views)|tags?:.{0,160}|filed under.{0,100}|page \d+(?: of \d+)?|support us.{0,200}|donate.{0,120})\.?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Lines();

    [GeneratedRegex(@"^(?:related(?: (?:articles?|stories|content|links|news|reading|publications)|posts?|coverage)?|more (?:on|from|stories|news|like)\b.{0,40}|most (?:read|popular|viewed)|trending(?: now)?|top stories|recommended(?: for you| reading)?|you (?:may|might) also (?:like|be interested in)|read (?:more|next|also)|see also|elsewhere|latest (?:news|stories)(?: from .{2,40})?|other (?:news|stories)|in other news|don't miss|also in the news)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Others();

    [GeneratedRegex(@"\b(?:outstanding|good|adequate|inadequate|improvement)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Graded();
}
