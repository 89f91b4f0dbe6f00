using System.Text;
using Oversight.Ingestion.Documents;
using Oversight.Ingestion.Readers;

namespace Oversight.Specs.Ingestion.Documents;

/// <summary>What comes of a few words, as a plain text file about Kent Police would hold them.</summary>
internal static class Extracted
{
    public static readonly Gazetteer Bodies = Gazetteer.Of(ShippedRegister.Bodies);

    private const string Beginning = "Kent Police inspected\n\n22 September 2022\n\nInspectors have looked at Kent Police.\n\n";

    public static IReadOnlyList<Candidate> From(string text, bool alone = false, DocumentForm form = DocumentForm.Text) =>
        Extraction.Of(DocumentReader.Read(Encoding.UTF8.GetBytes(alone ? text : Beginning + text), form), Bodies);

    /// <summary>Candidates in short: "judgment Preventing crime: good".</summary>
    public static string[] InShort(string text, bool alone = false) => [.. From(text, alone).Select(InShort)];

    public static string InShort(Candidate candidate) => string.Join(' ', new[]
    {
        candidate.Kind.ToString().ToLowerInvariant(),
        candidate.Body is "kent" or null ? null : candidate.Body,
        candidate.Area is null ? null : candidate.Grade is null ? candidate.Area : $"{candidate.Area}:",
        candidate.Grade,
        candidate.Phase,
        // That of a grade is the document's own.
        candidate.Kind == CandidateKind.Judgment ? null : candidate.Date?.ToString(),
        candidate.Percent is { } percent ? $"{percent:0.##}%" : null,
        candidate.Speaker,
        candidate.Kind is CandidateKind.Audit or CandidateKind.Cause or CandidateKind.Investigation ? candidate.Rule[(candidate.Rule.IndexOf('.', StringComparison.Ordinal) + 1)..] : null,
    }.OfType<string>());
}
