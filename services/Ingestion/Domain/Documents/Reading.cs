using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Oversight.Core;
using Oversight.Ingestion.Documents.Rules;
using Oversight.Ingestion.Documents.Words;
using Oversight.Ingestion.Register;

namespace Oversight.Ingestion.Documents;

/// <summary>A document as the rules see it: sentences outside menus and advertisements, and what the whole of it tells about each.</summary>
internal sealed partial class Reading
{
    private const int FarthestApart = 80, Lead = 5;

    private readonly Dictionary<Sentence, ImmutableArray<Mention>> _mentions = [];
    private readonly Dictionary<Sentence, string?> _running = [];
    private readonly Dictionary<Sentence, string> _flow = [];
    private readonly Dictionary<Block, string> _headed = [];
    private readonly Dictionary<Block, Sentence> _headings = [];
    private readonly Dictionary<Block, Block> _above = [];

    private readonly Gazetteer _gazetteer;

    private Reading(DocumentText document, Gazetteer gazetteer, ImmutableArray<Block> blocks, ImmutableArray<Sentence> sentences)
    {
        (Document, _gazetteer, Blocks, Sentences) = (document, gazetteer, blocks, sentences);
        ByBlock = sentences.GroupBy(sentence => sentence.Block).ToDictionary(group => group.Key, group => group.ToImmutableArray());
    }

    public DocumentText Document { get; }

    /// <summary>Without menus, advertisements and the like.</summary>
    public ImmutableArray<Block> Blocks { get; }

    public ImmutableArray<Sentence> Sentences { get; }

    public IReadOnlyDictionary<Block, ImmutableArray<Sentence>> ByBlock { get; }

    /// <summary>The bodies that the document is about; empty when it names none.</summary>
    public ImmutableArray<string> Main { get; private set; } = [];

    public PartialDate? Dated { get; private set; }

    /// <summary>The year the document speaks from, as far as it tells.</summary>
    public int? Year { get; private set; }

    /// <summary>The first year of the newest round of inspections that the document names, such as 2023 of "2023-25".</summary>
    public int? Round { get; private set; }

    /// <summary>The programme whose results the document brings, where it names one.</summary>
    public string? Programme { get; private set; }

    /// <summary>Minutes of a meeting, which tell in the past perfect what was said of the present.</summary>
    public bool IsMinutes { get; private set; }

    /// <summary>The office that investigates complaints speaks of its own work.</summary>
    public bool IsOfConduct { get; private set; }

    public static Reading Of(DocumentText document, Gazetteer gazetteer)
    {
        var blocks = document.Blocks.Where(block => block.Kind != BlockKind.Chrome).ToImmutableArray();
        var reading = new Reading(document, gazetteer, blocks, [.. blocks.SelectMany(block => Sentence.Of(document.Text, block))]);
        foreach (var sentence in reading.Sentences)
        {
            reading._mentions[sentence] = Mentions.In(sentence.Text, gazetteer, sentence.Block.Kind == BlockKind.TableCell);
        }

        var counties = Counties.Of(reading, gazetteer);
        counties.NoteHeadings(reading._mentions);
        reading.NoteHeadings();
        reading.Dated = document.Dated ?? DocumentDate.In(document);
        // Of a document without a date the newest year in it is the nearest thing to one.
        reading.IsMinutes = reading.Sentences.Any(sentence => Resolved().IsMatch(sentence.Text));
        reading.IsOfConduct = Investigations.AreOf(reading);
        reading.Year = reading.Dated?.Year ?? reading.Sentences.SelectMany(sentence => DateWords.Years(sentence.Text)).Cast<int?>().Max();
        reading.Round = Rounds.Newest(reading);
        reading.Programme = ProgrammeLabels.Current(reading);
        reading.Main = MainBodies.Of(reading, document.Title is null ? [] : Mentions.In(document.Title, gazetteer));
        reading.Programme ??= ProgrammeLabels.ByRound(reading);
        counties.NoteShort(reading._mentions, reading.Main);
        counties.NoteElsewhere(reading._mentions, reading.Main);
        reading.NoteLead();
        reading.Run();
        reading.Flow();
        return reading;
    }

    public bool IsPolice(string body) => _gazetteer.Service(body) == BodyService.Police;

    public ImmutableArray<Mention> MentionsIn(Sentence sentence) => _mentions[sentence];

    /// <summary>The heading that a block stands under.</summary>
    public Sentence? HeadingOf(Block block) => _headings.GetValueOrDefault(block);

    /// <summary>Does one block follow another with nothing between them, not even an advertisement?</summary>
    public bool IsRightBelow(Block above, Block below) =>
        above.End <= below.Start && below.Start - above.End <= FarthestApart && Document.Text.AsSpan(above.End, below.Start - above.End).Trim(" \t\r\n|").IsEmpty;

    /// <summary>The last sentence of the paragraph above, where one stands there.</summary>
    public Sentence? Above(Sentence sentence) =>
        _above.TryGetValue(sentence.Block, out var above) && ByBlock.TryGetValue(above, out var said) ? said[^1] : null;

    public bool NamesOlderProgramme(string text) => ProgrammeLabels.IsOlder(text, this);

    /// <summary>Of whom a sentence speaks at a place. More than one where names stand in a row.</summary>
    public Subject SubjectAt(Sentence sentence, int at)
    {
        var mentions = Outright(sentence, at);
        if (Antecedent(sentence, at) is { } whose)
        {
            return Of([whose], 0);
        }

        var last = mentions.FindLastIndex(mention => mention.At.Start < at);
        // "The force" after a name means the name.
        var named = last;
        while (named >= 0 && mentions[named].Kind == MentionKind.Back)
        {
            named--;
        }

        if (named >= 0)
        {
            return mentions[named] is { Kind: MentionKind.Other, At: var all } ? (Mentions.IsAll(sentence.Text[all.Start..all.End], Main.Length) ? Of(Main, -0.05m) : Subject.SomebodyElse) : Of(Row(sentence, mentions, named), named == last ? 0.05m : 0);
        }

        var next = last >= 0 ? null : mentions.Find(mention => mention.At.Start >= at && mention.Kind == MentionKind.Named);
        return next is not null && _running[sentence] is null && Main.Length != 1 ? Of([next.Body!], 0)
            : next is not null && last < 0 && sentence.InBlock == 0 && Main is [var only] && next.Body != only && !Main.Contains(next.Body!) && MentionsIn(sentence).Length == 1
                ? Of([next.Body!], 0)
            : _headed.GetValueOrDefault(sentence.Block) is { } headed && _running[sentence] == headed ? new([headed], true, 0)
            : _running[sentence] is { } running ? Of([running], 0)
            : Main is [var main] ? Of([main], 0)
            : Main.Length > 1 && _flow.GetValueOrDefault(sentence) is { } spoken ? Of([spoken], -0.05m)
            : new([null], true, 0);
    }

    // "It joins Kent Police, which has been in Engage since May": the clause is about Kent Police.
    private string? Antecedent(Sentence sentence, int at) =>
        MentionsIn(sentence).LastOrDefault(mention => mention.At.End <= at) is { Kind: MentionKind.Named } last
            && !(last.IsPassing && !Joining().IsMatch(sentence.Text[..last.At.Start])) && Relative().Match(sentence.Text, last.At.End) is { Success: true } clause && clause.Index + clause.Length > at - 1
            ? last.Body : null;

    [GeneratedRegex(@"\bRESOLVED\b|^(?i:(?:draft )?minutes of (?:the|a) (?:\w+ ){0,6}meeting)|^(?i:it was resolved)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Resolved();

    [GeneratedRegex(@"\b(?:join\w*|follow\w*|alongside|along with|as well as|including|such as)(?: the)? $", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Joining();

    [GeneratedRegex(@"\G,? (?:which|who|where)\b[^,;]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Relative();

    /// <summary>The bodies that a sentence itself names as those it speaks of at a place, whether the document is about them or not.</summary>
    public Subject NamedAt(Sentence sentence, int at)
    {
        if (Antecedent(sentence, at) is { } whose)
        {
            return new([whose], true, 0);
        }

        var mentions = Outright(sentence, at);
        var named = mentions.FindLastIndex(mention => mention.At.Start < at);
        while (named >= 0 && mentions[named].Kind == MentionKind.Back)
        {
            named--;
        }

        return named >= 0 && mentions[named].Kind == MentionKind.Named ? new([.. Row(sentence, mentions, named)], true, 0)
            : named < 0 && (mentions.Exists(mention => mention.Kind == MentionKind.Back && mention.At.Start < at) || It().IsMatch(sentence.Text[..at])) && _running[sentence] is { } running ? new([running], true, 0)
            : Subject.SomebodyElse;
    }

    [GeneratedRegex(@"\bit ['""\w ]{0,20}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex It();

    // "The Met, which borders Essex, has been …" goes on with the Met.
    private List<Mention> Outright(Sentence sentence, int at)
    {
        var asides = Asides.In(sentence.Text).FindAll(aside => aside.End <= at && Which().IsMatch(sentence.Text[aside.Start..aside.End]));
        return MentionsIn(sentence).Where(mention => !mention.IsPassing && !asides.Exists(aside => aside.Overlaps(mention.At))).ToList();
    }

    [GeneratedRegex(@"^, (?:\w+ )?(?:which|whom|whose|where|who)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Which();

    private Subject Of(ImmutableArray<string> bodies, decimal sure)
    {
        var ours = bodies.Where(body => Main.Length != 1 || Main.Contains(body)).ToImmutableArray();
        return ours.Length == 0 ? Subject.SomebodyElse : new([.. ours], true, sure);
    }

    // "Kent Police, Essex Police and the Met were …"
    private static ImmutableArray<string> Row(Sentence sentence, List<Mention> mentions, int last)
    {
        var row = new List<string> { mentions[last].Body! };
        for (var i = last; i > 0 && mentions[i - 1].Kind == MentionKind.Named; i--)
        {
            var between = sentence.Text[mentions[i - 1].At.End..mentions[i].At.Start].Replace("the", "", StringComparison.OrdinalIgnoreCase).Trim(' ', ',');
            if (between is not ("" or "and" or "&" or "or"))
            {
                break;
            }

            row.Insert(0, mentions[i - 1].Body!);
        }

        return [.. row.Distinct()];
    }

    private void NoteHeadings()
    {
        Sentence? heading = null;
        Block? above = null;
        foreach (var block in Blocks)
        {
            if (above is { Kind: BlockKind.Paragraph } && block.Kind == BlockKind.Paragraph)
            {
                _above[block] = above;
            }

            above = block;
            if (heading is not null)
            {
                _headings[block] = heading;
            }

            if (block.Kind == BlockKind.Heading)
            {
                heading = ByBlock.TryGetValue(block, out var sentences) ? sentences[0] : null;
            }
        }
    }

    // A newspaper begins with "A police force has been …" and names it further down.
    private void NoteLead()
    {
        if (Main.Length != 1)
        {
            return;
        }

        foreach (var sentence in Blocks.Take(Lead).Where(ByBlock.ContainsKey).SelectMany(block => ByBlock[block]))
        {
            if (MentionsIn(sentence) is [{ Kind: MentionKind.Other, At.Start: 0 } first, ..] mentions && Mentions.IsUnnamed(sentence.Text[..first.At.End], sentence.Text[first.At.End..]))
            {
                _mentions[sentence] = mentions.SetItem(0, first with { Kind = MentionKind.Back });
            }
        }
    }

    // Whom a sentence goes on speaking of: the first body that one before it in the same block named, or the one of its heading.
    private void Run()
    {
        foreach (var (block, sentences) in ByBlock)
        {
            var running = HeadingOf(block) is { } heading && MentionsIn(heading).Where(mention => mention.Kind == MentionKind.Named).ToList() is [var one] ? one.Body : null;
            if (running is not null)
            {
                _headed[block] = running;
            }

            foreach (var sentence in sentences)
            {
                _running[sentence] = running;
                running = MentionsIn(sentence).FirstOrDefault(mention => mention is { Kind: MentionKind.Named, IsPassing: false })?.Body ?? running;
            }
        }
    }

    // In a document about several bodies, "the brigade" is the one of them that is one; else whoever was spoken of last.
    private void Flow()
    {
        string? spoken = null;
        foreach (var sentence in Sentences)
        {
            foreach (var mention in MentionsIn(sentence).Where(mention => !mention.IsPassing))
            {
                if (mention.Kind == MentionKind.Named && Main.Contains(mention.Body!))
                {
                    spoken = mention.Body;
                }
                else if (mention.Kind == MentionKind.Back && Gazetteer.ServiceOf(sentence.Text[mention.At.Start..mention.At.End]) is { } service
                    && (spoken is null || _gazetteer.Service(spoken) != service) && Main.Where(body => _gazetteer.Service(body) == service).ToList() is [var only])
                {
                    spoken = only;
                }
            }

            if (spoken is not null)
            {
                _flow[sentence] = spoken;
            }
        }
    }
}
