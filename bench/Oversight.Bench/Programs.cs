namespace Oversight.Bench;

/// <summary>Where the built programs lie.</summary>
internal static class Programs
{
    public static string Root { get; } = Above(AppContext.BaseDirectory);

    public static string Self => Path.Combine(AppContext.BaseDirectory, "Oversight.Bench.dll");

    public static string Of(string project)
    {
        var program = Path.Combine(Root, "artifacts", "bin", project, "release", $"{project}.dll");
        return File.Exists(program) ? program : throw new FileNotFoundException($"{project} is not built: dotnet build -c Release");
    }

    private static string Above(string folder) => File.Exists(Path.Combine(folder, "Oversight.sln")) ? folder
        : Path.GetDirectoryName(folder) is { } parent ? Above(parent)
        : throw new InvalidOperationException("This program has to lie inside the clone it measures.");
}
