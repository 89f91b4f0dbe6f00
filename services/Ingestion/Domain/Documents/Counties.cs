using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Oversight.Ingestion.Documents;

/// <summary>Where a county alone means its force: as a heading, and in a document about several forces wherever one of them is spoken of.</summary>
internal sealed partial class Counties
{
    private readonly Gazetteer _gazetteer;
    private readonly ImmutableArray<Sentence> _sentences;
    private readonly bool _isOfPolice;

    private Counties(Gazetteer gazetteer, ImmutableArray<Sentence> sentences)
    {
        (_gazetteer, _sentences) = (gazetteer, sentences);
        // A county has a fire and rescue service too.
        _isOfPolice = sentences.Sum(sentence => Police().Count(sentence.Text)) > 2 * sentences.Sum(sentence => Fire().Count(sentence.Text));
    }

    public static Counties Of(Reading reading, Gazetteer gazetteer) => new(gazetteer, reading.Sentences);

    /// <summary>"Suffolk" as a heading.</summary>
    public void NoteHeadings(Dictionary<Sentence, ImmutableArray<Mention>> mentions)
    {
        foreach (var sentence in _sentences.Where(sentence => _isOfPolice && sentence.Block.Kind == BlockKind.Heading && mentions[sentence].IsEmpty))
        {
            if (Mentions.In(sentence.Text, _gazetteer, isCell: true) is [{ Kind: MentionKind.Named, At: var at }] named && at.Start == 0 && at.End >= sentence.Text.TrimEnd(':', '.').Length)
            {
                mentions[sentence] = named;
            }
        }
    }

    /// <summary>"Norfolk records too few of its crimes", where Norfolk's force is one of several that the document is about.</summary>
    public void NoteShort(Dictionary<Sentence, ImmutableArray<Mention>> mentions, ImmutableArray<string> main)
    {
        if (!_isOfPolice || main.Length < 2)
        {
            return;
        }

        foreach (var sentence in _sentences)
        {
            var known = mentions[sentence];
            var more = Mentions.In(sentence.Text, _gazetteer, isCell: true).Where(mention => mention is { Kind: MentionKind.Named, Body: { } body } && main.Contains(body)
                && !known.Any(other => other.At.Overlaps(mention.At)) && !InName().IsMatch(sentence.Text[..mention.At.Start]) && !Place().IsMatch(sentence.Text[mention.At.End..])).ToList();
            if (more.Count > 0)
            {
                mentions[sentence] = [.. known.Concat(more).OrderBy(mention => mention.At.Start)];
            }
        }
    }

    /// <summary>"Buckinghamshire, which entered Engage in May, …" in a document about another: a sentence about somebody else.</summary>
    public void NoteElsewhere(Dictionary<Sentence, ImmutableArray<Mention>> mentions, ImmutableArray<string> main)
    {
        foreach (var sentence in _sentences.Where(sentence => main.Length == 1 && !mentions[sentence].Any(mention => mention.At.Start == 0) && Subject().IsMatch(sentence.Text)))
        {
            var place = Subject().Match(sentence.Text).Groups["place"];
            if (FireServices.Places.Contains(place.Value) && !main[0].Contains(place.Value.ToLowerInvariant().Replace(' ', '-'), StringComparison.Ordinal))
            {
                mentions[sentence] = [new(new(0, place.Length), MentionKind.Other, null, IsPassing: false), .. mentions[sentence]];
            }
        }
    }

    [GeneratedRegex(@"^(?<place>[A-Z][a-z]+(?: (?:and )?[A-Z][a-z]+){0,3})(?:, (?:which|where)\b| (?:is|was|has|had|came|left|went|entered|remains?|joined|moved)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Subject();

    [GeneratedRegex(@"\b(?:polic(?:e|ing)|constabular(?:y|ies))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Police();

    [GeneratedRegex(@"(?<!Constabulary,? (?:and|&) )\b[Ff]ire (?:and|&) [Rr]escue\b", RegexOptions.CultureInvariant)]
    private static partial Regex Fire();

    // "North Essex", "University of Kent"
    [GeneratedRegex(@"(?:\b(?!(?:In|Of|For|At|But|And|While|Both|Like|Unlike)\b)[A-Z][\w'-]*|\b[A-Z]\w+ of|\b(?:neighbouring|nearby|north|south|east|west|mid)) $", RegexOptions.CultureInvariant)]
    private static partial Regex InName();

    [GeneratedRegex(@"^(?:-| (?:[A-Z]|county council|council|residents?|homes|roads?|coast|villages?|towns?|man|woman|border))", RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}
