using System.CommandLine;
using System.Text.Json.Nodes;
using Oversight.Core;
using Oversight.Ingestion.Documents;
using Oversight.Ingestion.Readers;

namespace Oversight.Cli.Commands;

/// <summary>What a document seems to say. It needs no running system and keeps nothing.</summary>
internal static class Extract
{
    private const int LongestQuote = 110;

    private static readonly Argument<string> File = new("file") { Description = "A document: plain text, HTML or PDF." };
    private static readonly Option<bool> Json = new("--json") { Description = "Print the candidates as JSON." };

    public static Command Command()
    {
        var command = new Command("extract", "Reads candidate claims in a document, each with its very words; nothing is sent or kept, and none is a fact.") { File, Json };
        command.SetAction(parsed => Run(parsed.GetValue(File)!, parsed.GetValue(Json)));
        return command;
    }

    private static int Run(string path, bool json)
    {
        var candidates = Extraction.Of(Read(path), Gazetteer.Of(ShippedRegister.Bodies));
        if (json)
        {
            Output.Write(new JsonObject { ["candidates"] = new JsonArray([.. candidates.Select(AsJson)]) });
            return 0;
        }

        if (candidates.IsEmpty)
        {
            Output.Line("No candidates.");
            return 0;
        }

        Output.Table(["Kind", "Body", "What", "Quote"], candidates.Select(candidate => new[]
        {
            Word(candidate.Kind), candidate.Body ?? "not known", What(candidate), Short(candidate.Quote),
        }));
        Output.Line();
        Output.Line(candidates.Length == 1 ? "1 candidate" : $"{candidates.Length} candidates");
        return 0;
    }

    private static DocumentText Read(string path)
    {
        if (Path.GetExtension(path).ToLowerInvariant() is var form && (form is ".doc" or ".docx" or ".odt" or ".rtf" or ".csv" or ".json" or ".xlsx" or ".ods"))
        {
            throw new Failure($"{path} is a {form} file; a document is plain text, HTML or PDF.", Failure.Misused);
        }

        var bytes = Bytes(path);
        try
        {
            return DocumentReader.Read(bytes, DocumentReader.FormOf(bytes, path));
        }
        catch (RejectedException refusal)
        {
            throw new Failure($"{refusal.Message} ({refusal.Rule})");
        }
    }

    // One byte more than is read is enough to tell that a file is too large.
    private static byte[] Bytes(string path)
    {
        if (Directory.Exists(path))
        {
            throw new Failure($"{path} is a folder; name one document in it.", Failure.Misused);
        }

        try
        {
            using var file = System.IO.File.OpenRead(path);
            var bytes = new byte[Math.Min(file.Length, DocumentReader.LargestInBytes + 1L)];
            var read = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return read == bytes.Length ? bytes : bytes[..read];
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new Failure($"There is no file {path}.", Failure.Misused);
        }
        catch (Exception fault) when (fault is UnauthorizedAccessException or IOException or ArgumentException or NotSupportedException)
        {
            throw new Failure($"{path} cannot be read: {fault.Message}", Failure.Misused);
        }
    }

    private static JsonObject AsJson(Candidate candidate)
    {
        var json = new JsonObject { ["kind"] = Word(candidate.Kind) };
        void Add(string name, string? value)
        {
            if (value is not null)
            {
                json[name] = value;
            }
        }

        Add("body", candidate.Body);
        Add("programme", candidate.Programme);
        Add("area", candidate.Area);
        Add("grade", candidate.Grade);
        Add("phase", candidate.Phase);
        Add("date", candidate.Date?.ToString());
        if (candidate.Percent is { } percent)
        {
            json["percent"] = percent;
        }

        if (candidate.Count is { } count)
        {
            json["count"] = count;
        }

        if (candidate.OutOf is { } outOf)
        {
            json["outOf"] = outOf;
        }

        Add("speaker", candidate.Speaker);
        Add("role", candidate.Role);
        json["quote"] = candidate.Quote;
        json["start"] = candidate.Start;
        json["end"] = candidate.End;
        json["rule"] = candidate.Rule;
        json["confidence"] = candidate.Confidence;
        return json;
    }

    private static string What(Candidate candidate) => candidate.Kind switch
    {
        CandidateKind.Judgment => $"{candidate.Area ?? "area not known"}: {candidate.Grade}",
        CandidateKind.Phase => candidate.Date is { } date ? $"{candidate.Phase}, {date}" : candidate.Phase!,
        CandidateKind.Audit => $"{candidate.Area}: {candidate.Percent:0.##}%{(candidate.OutOf is { } all ? $" of {all}" : "")} ({candidate.Rule})",
        CandidateKind.Statement => candidate.Role is { } role ? $"{candidate.Speaker}, {role}" : candidate.Speaker!,
        CandidateKind.Cause or CandidateKind.Investigation => candidate.Area is { } area ? $"{candidate.Rule}: {area}" : candidate.Rule,
        CandidateKind.Finding => candidate.Area!,
        _ => candidate.Rule,
    };

    private static string Word(CandidateKind kind) => kind.ToString().ToLowerInvariant();

    private static string Short(string quote) => quote.Length <= LongestQuote ? quote : $"{quote[..LongestQuote].TrimEnd()}…";
}
