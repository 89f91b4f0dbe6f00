using System.IO.Enumeration;
using System.Text.Json;

namespace Oversight.Core;

/// <summary>What something was called, or whose it was, for a time.</summary>
/// <param name="Name">Its name then.</param>
/// <param name="From">Its first day; null where that is not on record.</param>
/// <param name="Until">The first day on which it no longer was; null where it still is.</param>
public sealed record NamedFor(string Name, DateOnly? From = null, DateOnly? Until = null);

/// <summary>A class of publishers.</summary>
/// <param name="Class">Such as <c>inspectorate</c>.</param>
/// <param name="Hosts">The hosts of its addresses without <c>www.</c>: <c>.police.uk</c> is that host and all below it, and <c>*</c> stands for any letters.</param>
/// <param name="Words">How a source that is cited in words begins.</param>
/// <param name="Names">What it was called, where it is one publisher; the earliest first.</param>
/// <param name="Cited">Who says so.</param>
public sealed record Publisher(string Class, IReadOnlyList<string> Hosts, IReadOnlyList<string> Words, IReadOnlyList<NamedFor>? Names = null, string? Cited = null);

/// <summary>The ministry that something answered to.</summary>
/// <param name="Of">What.</param>
/// <param name="Names">Which ministry, the earliest first.</param>
public sealed record Ministry(string Of, IReadOnlyList<NamedFor> Names);

/// <summary>Who publishes, how they are known by the source cited, and what they were called when: <c>publishers.json</c>.</summary>
/// <param name="All">The first that fits is meant.</param>
/// <param name="Ministries">Who answered to which ministry.</param>
public sealed record Publishers([property: System.Text.Json.Serialization.JsonPropertyName("publishers")] IReadOnlyList<Publisher> All, IReadOnlyList<Ministry> Ministries)
{
    /// <summary>Those on record.</summary>
    public static Publishers Known { get; } = Read();

    /// <summary>Whose source it is; null of nobody known.</summary>
    public Publisher? Of(string cited)
    {
        var host = Uri.TryCreate(cited, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address!.IdnHost.TrimEnd('.') : null;
        return All.FirstOrDefault(known => host is null
            ? known.Words.Any(word => cited.StartsWith(word, StringComparison.OrdinalIgnoreCase) && !(cited.Length > word.Length && char.IsLetterOrDigit(cited[word.Length])))
            : known.Hosts.Any(pattern => IsOf(host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host, pattern)));
    }

    /// <summary>What the publisher of a source was called when it was published; several names where that cannot be told, null of whoever has none on record.</summary>
    public static string? NameThen(string cited, PartialDate? publishedOn) => Known.Of(cited)?.Names is { } names ? string.Join(" or ", Then(names, publishedOn)) : null;

    /// <summary>The names that can have been in use then.</summary>
    public static IEnumerable<string> Then(IEnumerable<NamedFor> names, PartialDate? on) =>
        names.Where(named => !(named.From > on?.Last) && !(named.Until <= on?.First)).Select(named => named.Name);

    private static bool IsOf(string host, string pattern) => pattern[0] == '.'
        ? $".{host}".EndsWith(pattern, StringComparison.OrdinalIgnoreCase) : FileSystemName.MatchesSimpleExpression(pattern, host);

    private static Publishers Read()
    {
        using var file = typeof(Publishers).Assembly.GetManifestResourceStream("publishers.json")!;
        return JsonSerializer.Deserialize<Publishers>(file, EventJson.Options)!;
    }
}
