namespace Oversight.Core;

/// <summary>The names of inspections under which something is on record.</summary>
public static class InspectionNames
{
    private const int LongestShown = 60;

    /// <summary>A misspelt inspection is no inspection under which nothing was found.</summary>
    /// <param name="asked">The name that somebody asks by, however they spell it.</param>
    /// <param name="onRecord">Those that there are.</param>
    /// <param name="nothing">What none of them has, such as "No audit".</param>
    /// <exception cref="RejectedException">None of them is called so.</exception>
    public static void Insist(string asked, IEnumerable<string> onRecord, string nothing)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var names = onRecord.Distinct().Order(StringComparer.Ordinal).ToArray();
        if (!Array.Exists(names, name => NameBasedId.Slug(name) == NameBasedId.Slug(asked)))
        {
            throw new RejectedException("programme.unknown",
                $"{nothing} is on record under '{(asked.Length <= LongestShown ? asked : asked[..LongestShown] + "…")}'. {(names.Length == 0 ? "Nothing is." : $"On record are: {string.Join(", ", names)}.")}");
        }
    }
}
