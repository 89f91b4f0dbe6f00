using Oversight.Testing;

namespace Oversight.Bench;

/// <summary>Where the built programs lie.</summary>
internal static class Programs
{
    public static string Self => Path.Combine(AppContext.BaseDirectory, "Oversight.Bench.dll");

    public static string Of(string project)
    {
        var program = Path.Combine(Repository.Root, "artifacts", "bin", project, "release", $"{project}.dll");
        return File.Exists(program) ? program : throw new FileNotFoundException($"{project} is not built: dotnet build -c Release");
    }
}
