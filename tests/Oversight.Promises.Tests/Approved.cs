using Xunit;

namespace Oversight.Promises.Tests;

/// <summary>Plain text that others rely on. It changes only when somebody has read the difference and approves it.</summary>
internal static class Approved
{
    private static readonly bool Rewrites = Environment.GetEnvironmentVariable("OVERSIGHT_APPROVE") == "1";

    /// <summary>Compares with <c>&lt;name&gt;.approved.txt</c> beside the tests.</summary>
    public static void Is(string name, string now) => IsFile($"tests/Oversight.Promises.Tests/{name}.approved.txt", now);

    public static void IsFile(string path, string now)
    {
        now = now.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        var file = Repository.PathOf(path);
        if (Rewrites)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, now);
            return;
        }

        var approved = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";
        if (approved != now)
        {
            Assert.Fail(Difference(path, approved.Split('\n'), now.Split('\n')));
        }
    }

    private static string Difference(string path, string[] approved, string[] now)
    {
        var line = approved.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"{path} differs first in line {line + 1}.\n  approved: {At(approved, line)}\n  now:      {At(now, line)}\n"
            + "If this is meant, run these tests with OVERSIGHT_APPROVE=1 and let the difference be reviewed.";
    }

    private static string At(string[] lines, int line) => line < lines.Length ? lines[line] : "(nothing)";
}
