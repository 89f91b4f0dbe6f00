using System.Collections.Immutable;
using Oversight.Ingestion.Documents.Words;

namespace Oversight.Ingestion.Documents;

/// <summary>Which bodies a document is about: those in its title, its headline and its first sentences, and else those it speaks of most.</summary>
internal static class MainBodies
{
    private const int Title = 6, Headline = 6, Opening = 4, Heading = 2, Elsewhere = 1, InPassing = 8;
    private const int OpeningBlocks = 3, FewestInDigest = 5, FewestInRoundUp = 4;
    private const double NearlyAsMuch = 0.6;

    public static ImmutableArray<string> Of(Reading reading, ImmutableArray<Mention> title)
    {
        var (scores, order) = (new Dictionary<string, double>(), new List<string>());
        void Score(Mention mention, double points)
        {
            if (mention.Kind == MentionKind.Named)
            {
                if (!scores.ContainsKey(mention.Body!))
                {
                    order.Add(mention.Body!);
                }

                scores[mention.Body!] = scores.GetValueOrDefault(mention.Body!) + (mention.IsPassing ? points / InPassing : points);
            }
        }

        foreach (var mention in title.DistinctBy(mention => mention.Body))
        {
            Score(mention, Title);
        }

        var (paragraphs, isFirstHeading) = (0, true);
        foreach (var block in reading.Blocks.Where(reading.ByBlock.ContainsKey))
        {
            var sentences = reading.ByBlock[block];
            var points = block.Kind == BlockKind.Heading ? (isFirstHeading ? Headline : Heading)
                : block.Kind != BlockKind.TableCell && paragraphs < OpeningBlocks && sentences.Sum(sentence => sentence.Text.Length) > 25 ? Opening - paragraphs
                : Elsewhere;
            paragraphs += points is > Elsewhere and <= Opening && block.Kind != BlockKind.Heading ? 1 : 0;
            isFirstHeading &= block.Kind != BlockKind.Heading;
            // Being named twice in a paragraph is no more than being named in it.
            foreach (var mention in sentences.SelectMany(sentence => reading.MentionsIn(sentence)).OrderBy(mention => mention.IsPassing).DistinctBy(mention => mention.Body))
            {
                Score(mention, block.Kind == BlockKind.TableCell ? 0.2 : points);
            }
        }

        if (scores.Count == 0)
        {
            return [];
        }

        var most = scores.Values.Max();
        // A digest speaks of many in turn, each under a heading, and of none at its head.
        if (most < Headline && scores.Count >= FewestInDigest && most * 2 < scores.Values.Sum() && Sections(reading) >= FewestInDigest)
        {
            return [.. order];
        }

        var graded = Graded(reading);
        var together = Together(reading);
        // Whoever opens the document beside the one it is about is what it is about as well.
        bool IsBeside(string body) => together.Contains(body) && together.Any(other => scores[other] >= most * NearlyAsMuch);
        return [.. order.Where(body => scores[body] >= most * NearlyAsMuch || IsBeside(body) || (graded.Count >= FewestInRoundUp && graded.Contains(body)))];
    }

    // "Staffordshire Police and Wiltshire Police have been …"
    private static HashSet<string> Together(Reading reading)
    {
        var first = reading.Sentences.FirstOrDefault(sentence => sentence.Block.Kind != BlockKind.Heading && sentence.Text.Length > 40);
        return first is not null && reading.MentionsIn(first) is [{ Kind: MentionKind.Named, IsPassing: false, At.Start: 0 } one, { Kind: MentionKind.Named, IsPassing: false } other, ..]
            && first.Text[one.At.End..other.At.Start] is " and " or " and the " ? [one.Body!, other.Body!] : [];
    }

    private static int Sections(Reading reading) => reading.Blocks.Where(block => block.Kind != BlockKind.Heading && reading.ByBlock.TryGetValue(block, out var sentences)
        && sentences.Any(sentence => reading.MentionsIn(sentence).Any(mention => mention.Kind == MentionKind.Named))).Select(reading.HeadingOf).OfType<Sentence>().Distinct().Count();

    // A round-up gives each of many its grade, in a sentence that begins with its name.
    private static HashSet<string> Graded(Reading reading) =>
    [
        .. reading.Sentences.Where(sentence => sentence.Block.Kind != BlockKind.TableCell && GradeWords.Given(sentence.Text).Any())
            .Select(sentence => reading.MentionsIn(sentence) is [{ Kind: MentionKind.Named, IsPassing: false, At.Start: <= 4 } first, ..] ? first.Body : null).OfType<string>(),
    ];
}
