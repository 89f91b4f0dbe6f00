using Oversight.Portal.Api;
using Oversight.Portal.Words;

namespace Oversight.Portal.Pages.Following;

/// <summary>What somebody follows, in words.</summary>
internal static class FollowWords
{
    /// <summary>Moves to Engage and Grades of Kent Police.</summary>
    public static string What(IReadOnlyList<string> bodies, IReadOnlyList<string> kinds, string? service, BodyNames names) =>
        $"{(kinds.Count == 0 ? "Every change" : Join(kinds.Select(Kinds.Text)))} of {(bodies.Count > 0 ? Join(bodies.Select(names.Of)) : service switch { "police" => "every police force", "fire" => "every fire and rescue service", _ => "every body" })}";

    public static string Mail(Follow follow) => follow.Mail switch
    {
        "immediate" => $"Mailed at once to {follow.Address}",
        "daily" => $"Mailed to {follow.Address} every morning on which something has changed",
        "weekly" => $"Mailed to {follow.Address} every Monday on which something has changed",
        _ => "No mail",
    };

    private static string Join(IEnumerable<string> words) => string.Join(", ", words) is var all && all.LastIndexOf(", ", StringComparison.Ordinal) is > 0 and var last ? $"{all[..last]} and {all[(last + 2)..]}" : all;
}
