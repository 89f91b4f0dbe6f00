using System.Text.RegularExpressions;
using Oversight.Ingestion.Register;

namespace Oversight.Ingestion.Documents.Words;

/// <summary>An area where it stands.</summary>
internal readonly record struct AreaWord(Span At, string Area);

/// <summary>What the programmes grade, and the ways in which people write it. The names are those of the public record.</summary>
internal static class AreaWords
{
    public const string Recording = "Recording data about crime";

    // How things are done, in front of what is done.
    private const string How = @"(?:how (?:well |quickly |\w+ly )?(?:it|they|the (?:force|service|brigade|constabulary)) (?:is |are )?(?:\w+ly )?|(?:the )?way (?:that |in which )?(?:it|they|the (?:force|service|brigade|constabulary)) (?:is |are )?)?";

    // What an inspection asks of the three pillars of its earlier years, in many orders.
    private const string Asked = @"(?: (?:is|are|at|in|with|which|it|they|the (?:force|service|brigade|constabulary)|and|from|fires?|other|risks|keep(?:ing|s)|reduc(?:ing|es)|prevent(?:ing|s)|people|crime|safe|secure|emergencies|runn?(?:ing|s)|operat(?:ing|es)|provid(?:ing|es)|sustainabl[ey]|services?|to|the public|treat(?:ing|s)|its workforce|how well)\b)*(?<!\b(?:is|are|and|in|at|with|which|to|from|it|they|the|force|service|brigade|constabulary))";

    // What a fire service calls a whole department.
    private const string Alone = @"(?<=^(?:\w+ )?\w+)(?=(?:, [^,;.]{3,80},)? (?:is|was|has been|remains?|requires?)\b)";

    // A longer match wins over a shorter one at the same place. The stems spare most sentences the rest.
    private static readonly Area[] Areas =
    [
        new(Recording, ["record", "logg"], @"record(?:ing|s|ed)? (?:of )?(?:data about )?(?:(?:the |its )?(?:reports? of |reported |all )?)?crimes?(?: data)?|(?:the )?accuracy of (?:its )?crime[- ]record(?:ing|s)|crime[- ](?:data )?record(?:ing|s)(?: arrangements| standards| processes)?|crime[- ]data[- ]integrity|(?:record|logg)(?:ing|s|ed) (?:of )?(?:all )?(?:reported )?(?:crimes?|offences)|crimes? (?:being|is|are|gets?) recorded"),
        new(Recording, ["integrity"], "crime[- ]data[- ]integrity"),
        new("Supporting victims", ["victim"], @"support(?:ing|s|ed)? (?:for |to |of )?(?:the )?victims(?: of crime)?|(?:the )?(?:service|support|care|help) (?:it )?(?:provides|provided|gives|given|offers|offered)? ?(?:to|for) (?:the )?victims(?: of crime)?|victims (?:are|being) (?:supported|served|treated)|(?!(?-i:Victim Support))victim (?:service|support|care)|providing (?:a )?(?:good )?service to (?:the )?victims(?: of crime)?"),
        new("Police powers and public treatment", ["powers"], @"(?:its )?use of stop and search(?: powers)?|(?:its )?(?:using|uses?|use of) (?:its )?(?:police |policing )?powers(?: and (?:the )?(?:treating|treats|treatment of|treat) (?:the )?(?:public|people)(?: with)?(?: fairly)?(?: and)?(?:,? ?respect(?:fully)?)?)?|(?:police )?powers and (?:the )?(?:public treatment|treating the public(?: fairly)?(?: and respectfully)?|treatment of the public)"),
        new("Treatment of the public", ["treat"], @"(?:engag(?:ing|es|ement) with (?:and )?)?treat(?:ing|s|ment of|ed)? (?:all )?(?:of )?(?:the |its )?(?:public|communities|people)(?: it serves)?(?: fairly)?(?: with)?(?: (?:fairness|dignity))?(?:,? and)?(?: with)?(?: respect(?:fully)?)?|(?:people|the public|communities) (?:are|is|being) treated(?: by [\w' ]{3,20}?(?:officers|staff|force))?|public treatment|treatment of (?:the )?(?:public|communities|people)"),
        new("Preventing crime", ["prevent", "deterr", "crime"], @"(?:stopp?|head(?:ing)? off|forestall)(?:ing|s)? crimes?(?: before (?:it|they) happens?| happening| from happening)?|prevent(?:ing|s|ion of|ed)? (?:and deterr?(?:ing|ence of|s) )?crimes?(?: and (?:anti-?social behaviour|asb))?|crime[- ]prevention|(?:the )?prevention and deterrence(?: of crime)?|deterr(?:ing|ence of) crimes?|(?:reduc|cutt?)(?:ing|es|tion of) crimes?(?: and preventing offending)?|crime reduction|preventing offending|prevent(?:ing|s)(?= (?:and|or) (?:investigat|solv|detect|record|tackl)\w+ crime)"),
        new("Responding to the public", ["respon", "999", "call"], @"(?:the )?service (?:that )?(?:it |they |the force )?(?:gives?|provides?|offers?|given|provided|offered) (?:to )?(?:its )?callers|getting to (?:emergencies|incidents|calls)|respon(?:ding|se|ds|d|ded)(?: times?)? to (?:calls? from )?(?:the |members of the )?(?:public|calls for service|emergency calls|999 calls)(?:'s calls| calls)?(?: for (?:help|service))?|(?:(?:its|the (?:force|constabulary)'s) )?(?:respon(?:ding|se|ds) to|answer(?:ing|s|ed)|handl(?:ing|es|ed)(?: of)?|tak(?:ing|es)|deal(?:ing|s) with) (?:its |the )?(?:(?:emergency|non-emergency|urgent|999|101|public|and|incoming) ){0,4}calls(?: from the public)?|(?:emergency |999 |101 )?calls (?:are|being|is) (?:answered|handled)|(?:the )?speed with which calls are answered|how (?:fast|quickly|promptly) (?:it|they|the (?:force|constabulary)|officers|police) (?:respond|answer|react|attend)s?(?: to (?:the public|calls|incidents|emergencies))?|(?:emergency )?call[- ]handling|the response to the public"),
        new("Investigating crime", ["investigat", "solv"], @"investigat(?:ing|es|ion of|ions? into|e|ed) (?:of )?(?:reported )?crimes?|crime[- ](?:investigations?|solving)|(?:criminal|its) investigations|(?:the )?quality of (?:its |the )?investigations|(?:investigat|solv|look)(?:ing|es|s|ed)(?: into)? (?:all )?(?:crimes?|offences|offending)|(?:how it )?carr(?:ies|y|ying) out (?:its )?investigations|(?<=^|[,;:] )investigations?(?= (?:was|were|is|are|remains?)\b)|crimes (?:are|being) (?:investigated|solved)|(?:the )?investigation of (?:offences|offending)"),
        new("Protecting vulnerable people", ["vulnerab"], @"protect(?:ing|s|ion of|ed)? (?:of )?(?:the |its )?(?:most )?vulnerable(?: people(?: from harm)?| victims| adults and children)?|protection of (?:the )?(?:most )?vulnerable(?: people)?|(?:safeguarding|protecting|(?:its )?work(?:ing)? with|looking after|supporting|keeping|helping|care of|safety of) (?:the )?(?:most )?vulnerable(?: (?:people|victims|children|adults))?(?: safe)?"),
        new("Managing offenders", ["offender", "suspects"], @"(?:offenders|suspects) (?:are|being) managed|manag(?:ing|es|ement of|ed?) (?:suspects and offenders|offenders(?: and suspects)?|(?:(?:sex|registered|violent|dangerous|convicted|high-risk|known|and) ){1,3}offenders)|offender[- ]management|(?:the |its )?handling of offenders"),
        new("Disrupting serious organised crime", ["organised crime"], @"(?:(?:disrupt|tackl|fight|combat)(?:ing|es|s|e)?|(?:the )?disruption of|response to|dealing with) ?serious(?: and|,)? organised crime|serious(?: and)? organised crime|(?:disrupt|tackl|fight|combat)(?:ing|es|s) organised crime|(?:the |its )?fight against (?:serious (?:and )?)?organised crime"),
        new("Developing a positive workplace", ["work"], @"(?:develop|build|creat|promot|support|protect|provid)(?:ing|s|es|e)?,?(?: support(?:ing|s|),?)?(?: and)?(?: (?:protect|develop|maintain)(?:ing|s|))? (?:of )?(?:a |its |the )?(?:more )?(?:positive )?(?:workplace(?: culture)?|working environment|workforce)|positive workplace|workforce support|(?:support(?:ing|s)|treat(?:ing|s|ment of)) its (?:own )?(?:officers(?: and staff)?|staff|workforce)|(?:the )?(?:workplace|working environment)(?: it (?:offers|provides|gives)(?: (?:to )?its (?:staff|people|workforce))?)?"),
        new("Good use of resources", ["resources"], @"(?:making |makes? )?(?:the )?(?:good |best |effective |efficient )?use of (?:its )?resources|us(?:ing|es) (?:its )?resources(?: well| effectively| efficiently)?"),
        new("Good use of resources", ["value for money", "organisational management"], @"strategic planning(?:,| and) organisational management(?:(?:,| and) value for money)?|(?:providing )?value for money"),
        new("Leadership and force management", ["leader", "managing the"], @"(?:its )?leadership and (?:force )?management(?: of the force)?|leading and managing (?:the force|itself)|leadership of the force|(?:its )?(?:force )?leadership"),
        new("Vetting and counter-corruption", ["corruption", "vetting"], @"(?:police )?vetting(?:,? (?:it|information technology) monitoring)?(?:,)? and (?:tackling|counter)[- ]?corruption|counter[- ]corruption(?: and vetting)?|(?:tackling|rooting out) corruption|vetting"),
        new("Understanding fires and other risks", ["understand", "risk"], @"understand(?:ing|s) (?:of )?(?:the )?(?:risks? of )?(?:fires?|risk)(?: and other (?:risks|emergencies))?"),
        new("Preventing fires and other risks", ["fire"], @"prevent(?:ing|s|ion of) (?:the )?fires?(?: and other risks)?|fire prevention|prevention (?:work|activity)"),
        new("Preventing fires and other risks", ["prevention"], $@"(?:its |fire )?prevention{Alone}"),
        new("Protecting the public through fire regulation", ["protection"], $@"(?:its |fire )?protection{Alone}"),
        new("Protecting the public through fire regulation", ["regulation", "fire safety", "fire protection"], @"protect(?:ing|s|ion of) the public(?: through (?:the )?(?:fire )?regulation(?: of fire safety)?)?|fire (?:safety )?(?:regulation|protection)|regulat(?:ing|ion of) fire safety"),
        new("Responding to fires and other emergencies", ["respon"], @"respon(?:ding|se|ds|d) to (?:fires?(?: and (?:other )?emergencies)?|emergencies|incidents)"),
        new("Responding to major and multi-agency incidents", ["major"], @"respon(?:ding|se|ds|d) to major (?:and multi-agency )?incidents|(?:major and )?multi-agency incidents"),
        new("Responding to national risks", ["national risks"], "respon(?:ding|se|ds|d) to national risks"),
        new("Making best use of resources", ["best use"], "(?:making|makes?) (?:the )?best use of (?:its )?resources"),
        new("Making the fire and rescue service affordable now and in the future", ["affordab"], @"(?:making (?:(?:the|its) (?:(?:fire and rescue )?service|FRS)|itself) affordable|(?:future )?affordability)(?: now and in the future)?"),
        new("Promoting the right values and culture", ["culture"], @"(?:promot(?:ing|es|ion of) )?(?:the right |its |a positive )?(?:values and culture|culture and values|(?:positive )?culture)"),
        new("Getting the right people with the right skills", ["right people", "right skills"], "(?:getting |having )?(?:the )?right people (?:with|and) (?:the )?right skills"),
        new("Ensuring fairness and promoting diversity", ["fairness", "diversity"], @"(?:ensur(?:ing|es) )?fairness(?: and (?:promot(?:ing|es) )?diversity)?|promot(?:ing|es|ion of) (?:fairness and )?diversity"),
        new("Managing performance and developing leaders", ["performance and"], "(?:(?:the )?way it )?(?:manag(?:ing|es|ement of) )?performance and (?:develop(?:ing|s|ment of) )?leaders(?:hip)?"),
        new("People", ["look", "people"], @"look(?:ing|s) after (?:its|their)(?: own)? (?:people|staff|workforce|firefighters|officers(?: and staff)?)|(?<=\b(?:efficiency|effectiveness)(?:,|,? and|,? or) )people\b|(?<=\bfor )people(?= (?:it|the (?:service|brigade))\b)|(?:the )?'?people'? pillar"),
        new("Effectiveness", ["effective", "keeping people safe"], $@"effectiveness(?:(?! and\b){Asked})?|effective(?:ly)? (?:(?:is|are) (?:the \w+|it) )?(?:at |in )?(?:keep|reduc|prevent)(?:ing|s|es) (?:people|crime|fire){Asked}|how effective(?:ly)? (?:it|the (?:force|service)) (?:is|keeps people safe)[^,;.]{{0,60}}|(?:effectively )?keeping people safe(?: and (?:secure|reducing crime))?|(?:preventing|reducing) crime and keeping people safe|effective(?:ly)? at keeping people safe[^,;.]{{0,40}}"),
        new("Efficiency", ["efficien"], $@"efficiency(?:(?! and\b){Asked})?|efficient(?:ly)? (?:(?:is|are) (?:the \w+|it) )?(?:at |in )?(?:keep|reduc|operat|runn?)(?:ing|s|es){Asked}|(?:the (?:force|service|brigade) |it )?operates efficiently{Asked}|how efficient(?:ly)? (?:it|the (?:force|service)) (?:is|keeps people safe|operates)[^,;.]{{0,60}}|(?:operating efficiently|efficient(?:ly)? at keeping people safe)[^,;.]{{0,40}}"),
        new("Legitimacy", ["legitima", "workforce", "public and"], $@"legitimacy(?:(?! and\b){Asked})?|(?:the (?:force|service) |it )?treats (?:the public|people) and its workforce (?:legitimately|with fairness and respect)|(?:(?:it|they) )?treat(?:s|ing) (?:the public|people|communities) and(?: (?:its|their) (?:own )?(?:workforce|staff|people)|$)|legitimately (?:the force |it )?treats{Asked}|how legitimate(?:ly)? (?:it|the force) (?:is|treats|keeps people safe)[^,;.]{{0,60}}|legitimate(?:ly)? (?:at keeping people safe|treat(?:s|ing))[^,;.]{{0,40}}"),
    ];

    /// <summary>The areas in a text in its order, the longest at each place.</summary>
    public static List<AreaWord> In(string text)
    {
        var found = new List<AreaWord>();
        foreach (var area in Areas)
        {
            if (area.Stems.Any(stem => text.Contains(stem, StringComparison.OrdinalIgnoreCase)))
            {
                found.AddRange(area.Pattern.Matches(text).Select(match => new AreaWord(Span.Of(match), area.Name)));
            }
        }

        found.Sort((one, other) => one.At.Start != other.At.Start ? one.At.Start - other.At.Start : other.At.End - one.At.End);
        var kept = new List<AreaWord>();
        foreach (var area in found)
        {
            if (kept.Count == 0 || !kept[^1].At.Overlaps(area.At))
            {
                kept.Add(area);
            }
            else if (area.At.End - area.At.Start > kept[^1].At.End - kept[^1].At.Start)
            {
                kept[^1] = area;
            }
        }

        return kept;
    }

    /// <summary>The area that a heading or a cell is; null where it says more or something else.</summary>
    public static string? Whole(string text)
    {
        var plain = text.Trim(' ', ':', '.', '•', '-');
        // Of a whole line one word is enough.
        return plain.Equals("People", StringComparison.OrdinalIgnoreCase) ? "People" : In(plain) is [var only] && only.At.End - only.At.Start >= plain.Length * 0.6 ? only.Area : null;
    }

    /// <summary>The same words mean another area of the police than of a fire service.</summary>
    public static string? Of(BodyService? service, string? area) => (service, area) switch
    {
        (BodyService.Fire, "Good use of resources") => "Making best use of resources",
        (BodyService.Police, "Making best use of resources") => "Good use of resources",
        (BodyService.Police, "Preventing fires and other risks") => "Preventing crime",
        (BodyService.Police, "People") => "Developing a positive workplace",
        _ => area,
    };

    private sealed record Area(string Name, string[] Stems, Regex Pattern)
    {
        public Area(string name, string[] stems, string pattern)
            : this(name, stems, new Regex($@"\b{How}(?:{pattern})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant))
        {
        }
    }
}
