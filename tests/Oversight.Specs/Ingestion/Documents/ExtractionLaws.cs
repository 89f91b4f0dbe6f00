using System.Text;
using CsCheck;
using Oversight.Ingestion.Documents;
using Oversight.Ingestion.Readers;
using Xunit;

namespace Oversight.Specs.Ingestion.Documents;

/// <summary>What holds of every text, sense or none.</summary>
public sealed class ExtractionLaws
{
    private static readonly string[] Pieces =
    [
        "Kent Police", "the Met", "Essex Police", "the force", "It", "forces", "was", "were", "rated", "graded", "good", "inadequate", "requires improvement", "adequate", "outstanding", "at", "in", "for",
        "preventing crime", "responding to the public", "investigating crime", "special measures", "Engage", "Scan", "enhanced monitoring", "moved into", "removed from", "not", "no", "previously", "if", "could",
        "a quarter of", "75%", "one in five", "stop and search", "grounds", "recorded", "crimes", "cause of concern", "closed", "raised", "two", "areas", "and", "but", ",", ".", ";", ":", "\"", "'", "“", "”", "’", "-", "–", "(", ")",
        "said", "Mark Pell", "Chief Constable", "he", "IOPC", "investigating", "the death of", "praised", "innovative practice", "workloads", "overtime", "June", "2018", "28 June 2022", "in", "since", "\n", "\n\n", "•", "\t", "|", "\u200b", "\ud83d\ude00", "é", "PEEL 2018/19",
    ];

    [Fact]
    public void Any_text_gives_quotes_that_stand_where_they_say() =>
        Gen.Int[0, Pieces.Length - 1].Array[0, 120].Select(at => string.Join(' ', at.Select(i => Pieces[i]))).Sample(Holds, iter: 150);

    [Fact]
    public void Any_characters_do_too() => Gen.String[0, 400].Select(text => string.Concat(text.EnumerateRunes()).Replace('\0', ' ')).Sample(Holds, iter: 150);

    [Theory]
    [InlineData("a ")]
    [InlineData("\"")]
    [InlineData("' ")]
    [InlineData("Kent Police ")]
    [InlineData("good in one area, ")]
    [InlineData("good at preventing crime and ")]
    [InlineData("moved into the the the ")]
    [InlineData("Mark Pell said: \"")]
    [InlineData("a quarter of ")]
    [InlineData("9")]
    [InlineData("The IOPC is investigating the death of Jo Bloggs ")]
    [InlineData("A")]
    [InlineData("- ")]
    [InlineData("is the ")]
    public void A_text_of_one_thing_over_and_over_comes_to_its_end(string piece) =>
        Holds(new StringBuilder().Insert(0, piece, 12_000 / piece.Length).ToString());

    private static void Holds(string text)
    {
        var document = DocumentReader.Read(Encoding.UTF8.GetBytes($"{text} "), DocumentForm.Text);
        foreach (var candidate in Extraction.Of(document, Extracted.Bodies))
        {
            Assert.Equal(candidate.Quote, document.Text[candidate.Start..candidate.End]);
        }
    }
}
