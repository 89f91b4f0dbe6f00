using System.Text.RegularExpressions;

namespace Oversight.Ingestion.Documents.Words;

/// <summary>Reads who is meant in front of "said" or behind it, remembering who has spoken before.</summary>
internal sealed partial class People
{
    private readonly List<Person> _known = [];

    /// <summary>The one who spoke last.</summary>
    public Person? Last { get; private set; }

    /// <summary>The person in a stretch of text; null where nobody can be made out.</summary>
    public Person? Read(string text)
    {
        // "Responding to the report by one, another said": who speaks stands behind the comma.
        var rest = Introduction().Replace(text, "");
        text = rest.Length > 2 ? rest : text;
        if (Paper().IsMatch(text))
        {
            return null;
        }

        var person = Spokesperson().Match(text) is { Success: true } spokesperson ? new Person(Trimmed(spokesperson.Groups["who"].Value), null)
            : Named(text) ?? Again(text) ?? (Organisation().Match(text) is { Success: true } organisation ? new Person(Trimmed(organisation.Value), null) : null);
        if (person is not null)
        {
            Last = person;
            if (!_known.Contains(person))
            {
                _known.Add(person);
            }
        }

        return person;
    }

    /// <summary>Notes a named person who may be "he" or "she" later on.</summary>
    public void Hear(string text)
    {
        if (Named(text) is { } person)
        {
            Last = person;
            if (!_known.Contains(person))
            {
                _known.Add(person);
            }
        }
    }

    /// <summary>Notes whom a text names with their office, without letting them be "he" or "she".</summary>
    public void Meet(string text)
    {
        foreach (var match in WithOffice().Matches(text).Cast<Match>())
        {
            if (Named(match.Value) is { } person && !_known.Contains(person))
            {
                _known.Add(person);
            }
        }
    }

    /// <summary>Notes whoever a sentence is about from its beginning: "Mayor Ann Lee is on the radio."</summary>
    public void Follow(string text)
    {
        foreach (var sentence in Sentences().Matches(text).Cast<Match>())
        {
            if (Subject(sentence.Value, isSure: false) is { } person)
            {
                Last = person;
                if (!_known.Contains(person))
                {
                    _known.Add(person);
                }
            }
        }
    }

    /// <summary>Whose sentence it is; where that is not sure, only somebody known or with an office.</summary>
    public Person? Subject(string sentence, bool isSure)
    {
        var text = Introduction().Replace(sentence, "") is { Length: > 2 } rest ? rest : sentence;
        var opening = text[..Math.Min(text.Length, Opening)];
        if (Paper().IsMatch(text))
        {
            return null;
        }

        if (Begins().IsMatch(opening))
        {
            return Last;
        }

        return Named(opening) is { } person && opening.IndexOf(person.Name, StringComparison.Ordinal) is var at && (at < NearBeginning || person.Role is not null) && at >= 0
            && (isSure || _known.Contains(person) || HasTitle().IsMatch(opening))
            ? person
            : Mister().Match(opening) is { Success: true } mister ? _known.FindLast(known => known.Name.Split(' ').Contains(mister.Groups["name"].Value)) : null;
    }

    [GeneratedRegex(@"(?<=[a-z]),? (?:OBE|CBE|MBE|KBE|DBE|QPM|KPM|BEM|DL|JP|KC|QC|QFSM|KFSM)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Honours();

    private const int Opening = 160, NearBeginning = 60;

    [GeneratedRegex(@"[^.!?]{4,400}[.!?]?", RegexOptions.CultureInvariant)]
    private static partial Regex Sentences();

    [GeneratedRegex(@"^\W*(?:(?:but|and|meanwhile|however),? )?(?:he|she)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Begins();

    [GeneratedRegex(@"^\W*(?:(?:But|And|Meanwhile|However),? )?(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Baroness|Cllr|CC|DCC|ACC|Chief Constable|Commissioner) (?<name>[A-Z][a-zÀ-ÿ]+(?:['-][A-Za-zÀ-ÿ]+)*)", RegexOptions.CultureInvariant)]
    private static partial Regex Mister();

    [GeneratedRegex(@"\b(?:chief|constable|inspectors?|commissioner|mayor|officer|secretary|minister|MPs?|councillor|cllr|superintendent|director|leader|chair(?:man|woman|person)?|federation|spokes\w+|PCC|HMI|cop|boss|head|president|campaigner|sir|dame|sergeant|manager|executive|professor|detective)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HasTitle();

    private Person? Named(string text)
    {
        Match? best = null;
        text = Honours().Replace(text, "");
        foreach (var match in Name().Matches(text).Cast<Match>())
        {
            if (Parts(match.Value).Count(word => !word.IsOffice) >= 2)
            {
                best = match;
                if (text[(match.Index + match.Length)..].StartsWith(',') || text[(match.Index + match.Length)..].Trim() == "")
                {
                    break;
                }
            }
        }

        if (best is null)
        {
            return null;
        }

        // The name is the last words of a run such as "Chief Constable Sir Mark Rowley".
        var parts = Parts(best.Value);
        var words = parts.ConvertAll(part => part.Word);
        var last = parts.FindLastIndex(part => !part.IsOffice);
        var first = last;
        while (first > 0 && !parts[first - 1].IsOffice)
        {
            first--;
        }

        // "Director of Operations Amanda Rowe": what the office is of is no name.
        if (last - first >= 2 && text[..best.Index].TrimEnd() is var leading && (leading.EndsWith(" of", StringComparison.Ordinal) || leading.EndsWith(" for", StringComparison.Ordinal)))
        {
            first = last - 1;
        }

        if (last - first < 1)
        {
            return null;
        }

        if (first > 0 && words[first - 1] is "Sir" or "Dame" or "Lord" or "Baroness" or "Lady" or "Dr")
        {
            first--;
        }

        var name = string.Join(' ', words[first..(last + 1)]);
        var at = text.IndexOf(name, StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        if (_known.Find(known => Bare(known.Name) == Bare(name)) is { } before)
        {
            return before;
        }

        return new(name, RoleOf(text[..at], text[(at + name.Length)..]));
    }

    private Person? Again(string text)
    {
        if (Pronoun().IsMatch(text))
        {
            return Last;
        }

        if (Surname().Match(text) is { Success: true } surname
            && _known.FindLast(known => known.Name.Split(' ').Contains(surname.Groups["name"].Value)) is { } known)
        {
            return known;
        }

        // Somebody whose first name is never told.
        if (Polite().Match(text) is { Success: true } polite)
        {
            return new Person(polite.Groups["who"].Value, null);
        }

        if (OfficeAlone().Match(text) is { Success: true } alone)
        {
            return _known.FindLast(person => person.Role?.Contains(alone.Groups["office"].Value, StringComparison.OrdinalIgnoreCase) is true) ?? new Person(Trimmed(alone.Value), null);
        }

        return Office().Match(text) is { Success: true } office
            ? _known.FindLast(person => person.Role?.Contains(office.Groups["office"].Value, StringComparison.OrdinalIgnoreCase) is true) ?? new Person(Trimmed(office.Value), null)
            : null;
    }

    private static string? RoleOf(string before, string after)
    {
        var role = after.StartsWith(',') ? Office(after.Trim(' ', ',').Split(", ")) : "";
        if (role == "" || (!HasTitle().IsMatch(role) && HasTitle().IsMatch(before)) || role.StartsWith("who ", StringComparison.Ordinal))
        {
            role = before.TrimEnd(' ', ',');
            role = role[(role.LastIndexOf(", ", StringComparison.Ordinal) is >= 0 and var comma && !HasOffice(role[..comma]) ? comma + 2 : 0)..];
        }

        role = Trimmed(Beginning().Replace(role, ""));
        return role.Length is 0 or > 160 ? null : role;
    }

    // "Police, Fire and Crime Commissioner for Kent, branded it wrong": the office goes on as long as it names one.
    private static string Office(string[] parts) => string.Join(", ", parts.Take(1).Concat(parts.Skip(1).TakeWhile(part => HasTitle().IsMatch(part) && !part.Contains(':', StringComparison.Ordinal))));

    private static bool HasOffice(string text) => Words(text).Any(IsOfAnOffice);

    private static string Bare(string name) => Honorific().Replace(name, "");

    private static string Trimmed(string text) => Article().Replace(text.Trim(' ', ',', ':', '"'), "");

    private static IEnumerable<string> Words(string run) => run.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.EndsWith("'s", StringComparison.Ordinal) ? word[..^2] : word);

    // "Green" behind a first name is a name, in front of "Party" it is none.
    private static List<(string Word, bool IsOffice)> Parts(string run)
    {
        var words = Words(run).ToList();
        return [.. words.Select((word, at) => (word, IsOfAnOffice(word) && !(at == words.Count - 1 && at > 0 && !IsOfAnOffice(words[at - 1]) && Surnames.Contains(word))))];
    }

    private static readonly HashSet<string> Surnames = ["Green", "West", "North", "South", "East", "London", "England", "Wales", "Head", "Lord", "Justice", "Constable"];

    // Words that belong to what somebody is, or where, and not to a name.
    private static bool IsOfAnOffice(string word) => Offices.Contains(word.Trim('.', ','));

    private static readonly HashSet<string> Offices =
    [
        "Chief", "Constable", "Constables", "Constabulary", "Inspector", "Inspectors", "Inspectorate", "Commissioner", "Police", "Majesty", "HM", "His", "Her", "Home", "Secretary", "Mayor", "Deputy",
        "Assistant", "Regional", "Director", "Fire", "Rescue", "Service", "Services", "Officer", "Independent", "Office", "Conduct", "Metropolitan", "Force", "Council", "Leader", "The", "A", "An", "In", "On",
        "At", "Responding", "Speaking", "But", "And", "Superintendent", "Detective", "Sergeant", "Crime", "Minister", "Prime", "Policing", "Member", "Parliament", "MP", "Shadow", "Federation", "Chair", "Chairman",
        "Chairwoman", "President", "Head", "National", "Association", "Liberal", "Labour", "Conservative", "Democrat", "Green", "London", "Sir", "Dame", "Lord", "Baroness", "Lady", "Dr", "Mr", "Mrs", "Ms", "Miss",
        "Professor", "Prof", "Cllr", "Councillor", "County", "City", "IOPC", "HMICFRS", "HMIC", "Met", "PCC", "Lead", "Staff", "Area", "Manager", "Authority", "Brigade", "Of", "For", "Victims", "Domestic", "Abuse", "HMI", "HMCI", "Rt", "Hon", "CC", "DCC", "ACC", "CFO", "DAC", "Supt", "Insp", "Sgt", "Ch", "DCI", "PC", "PFCC",
        "Acting", "Temporary", "Interim", "Senior", "Executive", "Spokesperson", "Campaigner", "Solicitor", "Former", "Greater", "West", "North", "South", "East", "Midlands", "Yorkshire", "Manchester", "Wales",
        "England", "Following", "After", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Commenting", "Welcoming", "Today", "Yesterday", "Watchdog", "Justice", "Centre", "Women",
    ];

    private const string Word = @"[A-Z][A-Za-zÀ-ÿ]*(?:['-][A-Za-zÀ-ÿ]+)*(?:(?<=\b(?:[A-Z]|Dr|St|Mr|Mrs|Ms|Cllr|Supt|Insp|Sgt|Prof|Rt|Hon|Ch|Det|Const|Rev))\.)?";

    [GeneratedRegex($@"(?:{Word})(?: (?:{Word}|de|van|von|ap))+", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(@"(?<who>\b(?:(?:an?|the) )?(?:[\w&'-]+ ){0,5}(?:spokes(?:man|woman|person)|source|representative)(?: (?:for|from|at|close to) (?:the )?[A-Z][\w&' -]{1,60}?)?) ?,?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Spokesperson();

    [GeneratedRegex(@"(?:^|\b(?:and|but|however|meanwhile),? |^(?:of|on|in|at|about|to|after|during|asked about|turning to|speaking (?:to|after|at)) [^,.""]{3,40},? )(?:he|she|they) ?(?:also |later |then |further )?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pronoun();

    [GeneratedRegex(@"(?:\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Baroness|Lady|Cllr|Ch Const|CC|DCC|ACC|Commissioner|Constable|Inspector|Superintendent) )?\b(?<name>[A-Z][a-zÀ-ÿ]+(?:['-][A-Za-zÀ-ÿ]+)*) ?(?:also |later |then )?,?$", RegexOptions.CultureInvariant)]
    private static partial Regex Surname();

    [GeneratedRegex(@"(?<who>\b(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Ch Supt|Supt|Insp) [A-Z][A-Za-zÀ-ÿ]+(?:['-][A-Za-zÀ-ÿ]+)*) ?(?:also |later |then )?,?$", RegexOptions.CultureInvariant)]
    private static partial Regex Polite();

    [GeneratedRegex(@"^(?:the )?(?:acting |deputy |temporary )?(?<office>chief constable|(?:police(?:,? fire)? and crime )?commissioner|mayor|chief fire officer|chief inspector)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfficeAlone();

    [GeneratedRegex(@"\bthe (?:\w+ )?(?<office>chief constable|commissioner|inspector|inspectorate|mayor|home secretary|minister|chief fire officer|director|force|watchdog|service|constabulary|IOPC)\b ?(?:also |later )?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Office();

    [GeneratedRegex($@"\b(?:[Cc]hief [Cc]onstable|[Cc]ommissioner|[Mm]ayor|[Cc]hief [Ff]ire [Oo]fficer|[Ii]nspector|[Dd]irector),? (?:(?:Sir|Dame|Lord|Baroness) )?{Word}(?: {Word}){{1,2}}", RegexOptions.CultureInvariant)]
    private static partial Regex WithOffice();

    [GeneratedRegex(@"^(?:but|and|meanwhile|however|responding|reacting|speaking|commenting|in (?:a|his|her|its) (?:statement|letter|response))\b[^,]{0,60},? ?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Beginning();

    [GeneratedRegex(@"^(?:(?:And |But )?(?:responding|reacting|commenting|speaking|welcoming|following|in (?:a |his |her |its |their )?(?:response|reaction|reply|statement|letter|foreword)|after|ahead of|asked|when|writing|addressing|on)\b[^""]{2,150}?, )(?=[A-Z])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Introduction();

    // A letter says what it says for itself.
    [GeneratedRegex(@"^(?:the|its|their|this|an?|his|her) (?:\w+ )?(?:letter|report|document|review|inspection|website|summary|assessment|article|headline)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Paper();

    // A force, a council or a union that speaks with one voice.
    [GeneratedRegex(@"(?:^|\b[Tt]he )(?:[A-Z][\w&'-]+ (?:and |& |of |for )?){0,5}(?:Police|Constabulary|Service|Federation|Council|Office|Brigade|Unison|UNISON|Union|Unite|Liberty|Association|Commission|Authority|Inquest|INQUEST|Refuge)(?: [A-Z][a-z]+)? ?(?:also |later )?,?$", RegexOptions.CultureInvariant)]
    private static partial Regex Organisation();

    [GeneratedRegex(@"^(?:Sir|Dame|Lord|Baroness|Lady|Dr|Mr|Mrs|Ms|Miss) ", RegexOptions.CultureInvariant)]
    private static partial Regex Honorific();

    [GeneratedRegex(@"^(?:an?|the) ", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Article();
}
