using System.Text.RegularExpressions;
using Oversight.Core;
using Oversight.Ingestion.Documents.Words;

namespace Oversight.Ingestion.Documents;

/// <summary>The day a document was written or published, where a line near its beginning says so.</summary>
internal static partial class DocumentDate
{
    private const int LinesRead = 14, LongestLine = 90;

    public static PartialDate? In(DocumentText document)
    {
        var lines = document.Blocks.Take(LinesRead).Select(block => Sentence.OfBlock(document.Text, block)?.Text).OfType<string>().ToList();
        return lines.Where(line => line.Length <= LongestLine && !About().IsMatch(line)).Select(DateWords.OfLine).FirstOrDefault(date => date is not null)
            ?? lines.Where(line => line.Length <= LongestLine && Updated().IsMatch(line)).Select(DateWords.OfLine).FirstOrDefault(date => date is not null)
            ?? lines.Select(line => Today().Match(line)).Where(match => match.Success).Select(match => DateWords.OfLine(match.Value)).FirstOrDefault(date => date is not null);
    }

    // A headline may hold a date of something else.
    [GeneratedRegex(@"\b(?:since|until|inspect(?:ed|ion) (?:of|on|between)|between|placed|moved|updated|reviewed|follows|after|before|raised|issued)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex About();

    // Newspapers and web pages often show no other date.
    [GeneratedRegex(@"\b(?:updated|reviewed)\b:?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Updated();

    [GeneratedRegex(@"\bon \d{1,2} \w+ 20\d\d,? (?:HMICFRS|HMIC|the (?:police |fire )?(?:inspectorate|watchdog)|inspectors) (?:has |have )?(?:published|released|issued)\b|\b(?:today|yesterday|published|dated)\b,? ?(?:on )?\(?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?[^.;]{0,40}|^[^.]{0,40}?\d{1,2} \w+ 20\d\d(?= ?[-:(])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Today();
}
