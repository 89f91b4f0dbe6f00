namespace Oversight.Testing;

/// <summary>Where the clone is that is being tested.</summary>
public static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string from) => File.Exists(Path.Combine(from, "Oversight.sln")) ? from
        : Find(Path.GetDirectoryName(from) ?? throw new InvalidOperationException("This is not inside a clone of Oversight."));
}
