namespace Oversight.Ingestion.Formats;

/// <summary>Why a file is refused whole.</summary>
/// <param name="Rule">A stable code.</param>
/// <param name="Because">One sentence with the place.</param>
/// <param name="Line">Where, if it is on a line.</param>
internal sealed record FileRefusal(string Rule, string Because, int? Line);

/// <summary>Ends the reading of a file that cannot be read any further.</summary>
internal sealed class UnreadableFileException(string rule, string because, int? line) : Exception(because)
{
    public FileRefusal Refusal { get; } = new(rule, because, line);
}
