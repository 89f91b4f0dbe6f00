using System.Globalization;
using System.Text.Json.Nodes;
using Oversight.Ingestion.Documents;
using Oversight.Ingestion.Readers;

namespace Oversight.Testing;

/// <summary>A document with what a careful reader would take from it.</summary>
/// <param name="Path">Of the document.</param>
/// <param name="Expected">Fields of candidates, and in <c>says</c> words of the quote.</param>
public sealed record DocumentSample(string Path, IReadOnlyList<JsonObject> Expected)
{
    private static readonly Gazetteer Bodies = Gazetteer.Of(ShippedRegister.Bodies);

    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>Every sample under <c>tests/Samples/documents</c>, by name.</summary>
    public static IReadOnlyList<DocumentSample> All { get; } = [.. Directory.GetFiles(Folder, "*.expected.json").Order(StringComparer.Ordinal).Select(expected => new DocumentSample(
        Directory.GetFiles(Folder, System.IO.Path.GetFileName(expected).Replace(".expected.json", ".*", StringComparison.Ordinal)).Single(file => System.IO.Path.GetExtension(file) is ".txt" or ".html" or ".pdf"),
        [.. JsonNode.Parse(File.ReadAllText(expected))!.AsArray().Select(node => node!.AsObject())]))];

    private static string Folder => System.IO.Path.Combine(Repository.Root, "tests", "Samples", "documents");

    public DocumentText Read()
    {
        var bytes = File.ReadAllBytes(Path);
        return DocumentReader.Read(bytes, DocumentReader.FormOf(bytes, Path));
    }

    public IReadOnlyList<Candidate> Extract() => Extraction.Of(Read(), Bodies);

    /// <summary>What came out right, what came out that should not have, and what did not come out; each candidate answers one expectation.</summary>
    public Comparison Compare()
    {
        var (extra, right, missed) = (Extract().ToList(), new List<Candidate>(), new List<JsonObject>());
        foreach (var expected in Expected)
        {
            if (extra.Find(candidate => Fits(candidate, expected)) is { } found)
            {
                extra.Remove(found);
                right.Add(found);
            }
            else
            {
                missed.Add(expected);
            }
        }

        return new(right, extra, missed);
    }

    private static bool Fits(Candidate candidate, JsonObject expected) => expected.All(field => field.Key switch
    {
        "says" => Plain(candidate.Quote).Contains(Plain((string)field.Value!), StringComparison.Ordinal),
        "percent" => candidate.Percent == (decimal)field.Value!,
        var name => Field(candidate, name) == (string?)field.Value,
    });

    private static string? Field(Candidate candidate, string name) => name switch
    {
        "kind" => candidate.Kind.ToString().ToLowerInvariant(),
        "body" => candidate.Body,
        "programme" => candidate.Programme,
        "area" => candidate.Area,
        "grade" => candidate.Grade,
        "phase" => candidate.Phase,
        "date" => candidate.Date?.ToString(),
        "speaker" => candidate.Speaker,
        "role" => candidate.Role,
        "rule" => candidate.Rule,
        _ => throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"A candidate has no field {name}.")),
    };

    private static string Plain(string text) =>
        string.Join(' ', text.Replace('’', '\'').Replace('‘', '\'').Replace('“', '"').Replace('”', '"').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>How an extraction fares against what was expected.</summary>
public sealed record Comparison(IReadOnlyList<Candidate> Right, IReadOnlyList<Candidate> Extra, IReadOnlyList<JsonObject> Missed);

/// <summary>Right ones among what came out, and among what should have.</summary>
/// <param name="Right">How many candidates are right.</param>
/// <param name="Extra">How many should not have come out.</param>
/// <param name="Missed">How many did not come out.</param>
public sealed record Score(int Right, int Extra, int Missed)
{
    public double Precision => Right + Extra == 0 ? 1 : (double)Right / (Right + Extra);

    public double Recall => Right + Missed == 0 ? 1 : (double)Right / (Right + Missed);

    public static Score Of(IEnumerable<Comparison> comparisons, Func<string, bool>? kind = null)
    {
        var (right, extra, missed) = (0, 0, 0);
        foreach (var comparison in comparisons)
        {
            right += comparison.Right.Count(candidate => kind?.Invoke(candidate.Kind.ToString().ToLowerInvariant()) is not false);
            extra += comparison.Extra.Count(candidate => kind?.Invoke(candidate.Kind.ToString().ToLowerInvariant()) is not false);
            missed += comparison.Missed.Count(expected => kind?.Invoke((string)expected["kind"]!) is not false);
        }

        return new(right, extra, missed);
    }
}
