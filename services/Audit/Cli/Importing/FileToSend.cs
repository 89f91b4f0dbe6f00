using System.Text;

namespace Oversight.Cli.Importing;

/// <summary>One file that is going to be sent.</summary>
/// <param name="Path">As it was given or found.</param>
/// <param name="Length">In bytes.</param>
/// <param name="IsNamed">Somebody named it, rather than its folder.</param>
internal sealed record FileToSend(string Path, long Length, bool IsNamed)
{
    private static readonly string[][] Registers = [["ons_code"], ["name", "service"], ["name", "kind"], ["step", "other"]];

    public string Name => System.IO.Path.GetFileName(Path);

    public string? MediaType => System.IO.Path.GetExtension(Path).ToLowerInvariant() switch
    {
        ".csv" => "text/csv",
        ".json" => "application/json",
        ".ndjson" or ".jsonl" => "application/x-ndjson",
        ".txt" => "text/plain",
        ".html" or ".htm" => "text/html",
        ".pdf" => "application/pdf",
        _ => null,
    };

    // A document is sent by its own name: what else lies in a folder need not be one.
    private bool HoldsRecords => MediaType is "text/csv" or "application/json" or "application/x-ndjson";

    /// <summary>The files that <paramref name="paths"/> mean, registers first: the other files mean nothing without the bodies.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="passOver">Told, for each folder, what in it is not sent, and why.</param>
    public static IReadOnlyList<FileToSend> From(IEnumerable<string> paths, Action<string> passOver) =>
        [.. paths.SelectMany(path => Expand(path, passOver)).DistinctBy(file => System.IO.Path.GetFullPath(file.Path)).OrderBy(Rank)];

    private static List<FileToSend> Expand(string path, Action<string> passOver)
    {
        if (Directory.Exists(path))
        {
            var all = new DirectoryInfo(path).EnumerateFiles().OrderBy(file => file.Name, StringComparer.Ordinal)
                .Select(file => new FileToSend(System.IO.Path.Combine(path, file.Name), file.Length, IsNamed: false)).ToList();
            PassOver("a document is sent by its own name", all.Where(file => !file.HoldsRecords && file.MediaType is not null).Select(file => file.Name));
            PassOver("neither records nor a document", all.Where(file => file.MediaType is null).Select(file => file.Name));
            PassOver("a folder in a folder is sent by its own name", Directory.EnumerateDirectories(path).Select(folder => $"{System.IO.Path.GetFileName(folder)}/").Order(StringComparer.Ordinal));
            var found = all.FindAll(file => file.HoldsRecords);
            return found.Count > 0 ? found : throw new Failure($"{path} holds no .csv, .json or .ndjson file.", Failure.Misused);
        }

        void PassOver(string because, IEnumerable<string> names)
        {
            if (string.Join(", ", names) is { Length: > 0 } all)
            {
                passOver($"Not sent, for {because}: {all}.");
            }
        }

        var named = new FileInfo(path);
        return !named.Exists ? throw new Failure($"There is no file or folder {path}.", Failure.Misused)
            : new FileToSend(path, named.Length, IsNamed: true) is { MediaType: not null } file ? [file]
            : throw new Failure($"{path} is not a .csv, .json, .ndjson, .txt, .html or .pdf file.", Failure.Misused);
    }

    // By what its first line says and not by its name, which is the sender's own business.
    private static int Rank(FileToSend file)
    {
        var words = FirstWords(file.Path);
        var rank = Array.FindLastIndex(Registers, words.IsSupersetOf);
        return rank < 0 ? Registers.Length : rank;
    }

    private static HashSet<string> FirstWords(string path)
    {
        var buffer = new byte[4096];
        using var file = Open(path);
        var text = Encoding.UTF8.GetString(buffer, 0, file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)).TrimStart('\ufeff', ' ', '[', '\r', '\n');
        var first = text.IndexOfAny(text.StartsWith('{') ? ['}'] : ['\r', '\n']) is >= 0 and var end ? text[..end] : text;
        return [.. first.Split([',', '"', ':', '{', ' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries)];
    }

    public static FileStream Open(string path)
    {
        try
        {
            return new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1, FileOptions.Asynchronous | FileOptions.SequentialScan);
        }
        catch (Exception fault) when (fault is UnauthorizedAccessException or IOException)
        {
            throw new Failure($"{path} cannot be read: {fault.Message}", Failure.Misused);
        }
    }
}
