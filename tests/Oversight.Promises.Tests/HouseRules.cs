using System.Text.RegularExpressions;
using Xunit;

namespace Oversight.Promises.Tests;

/// <summary>What is true of every file here, whatever it is about.</summary>
public sealed partial class HouseRules
{
    private const int MostLines = 300;

    private static readonly HashSet<string> Texts =
        [".cs", ".csproj", ".props", ".sln", ".json", ".md", ".sh", ".js", ".yml", ".yaml", ".csv", ".txt", ".html", ".css", ".xml", ".editorconfig", ".gitignore", ""];

    [Fact]
    public void No_file_names_a_folder_of_somebodys_machine() => Assert.Empty(
        from path in Repository.Files
        where Texts.Contains(Path.GetExtension(path))
        from line in File.ReadLines(Repository.PathOf(path)).Index()
        where line.Item.Contains(Repository.Root + "/", StringComparison.Ordinal) || SomebodysFolder().IsMatch(line.Item)
        select $"{path}:{line.Index + 1}: {line.Item.Trim()}");

    [Fact]
    public void No_page_of_code_is_too_long_to_read() => Assert.Empty(
        from path in Repository.Files
        where path.EndsWith(".cs", StringComparison.Ordinal)
        let lines = File.ReadLines(Repository.PathOf(path)).Count()
        where lines > MostLines
        select $"{path} has {lines} lines");

    [Fact]
    public void No_file_holds_a_private_key() => Assert.DoesNotContain(
        Repository.Files, path => Texts.Contains(Path.GetExtension(path)) && PrivateKey().IsMatch(Repository.Read(path)));

    // The portal has a page /work with pages below it.
    [GeneratedRegex(@"(?<![\w.:/*~}-])/(home|Users|root|work(?!/(submissions|candidates|conflicts|decisions|acts)\b)|workspaces?|builds)/[\w.-]")]
    private static partial Regex SomebodysFolder();

    [GeneratedRegex("-----BEGIN [A-Z ]*PRIVATE" + " KEY-----")]
    private static partial Regex PrivateKey();
}
