using System.Globalization;
using Oversight.Portal.Time;

namespace Oversight.Portal.Exports;

/// <summary>What every exported file says of itself, and every printed page.</summary>
/// <param name="Query">The address that it answers.</param>
/// <param name="Times">What was true on which day, as published by which day and as recorded by which instant.</param>
/// <param name="Source">Whose record it is.</param>
/// <param name="Licence">Under which terms.</param>
public sealed record About(string Query, IReadOnlyList<(string Name, string Value)> Times, string Source, string Licence)
{
    /// <summary>Of a page.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="exported">The page, where it can be taken along.</param>
    /// <param name="instants">The times of the page.</param>
    /// <param name="now">What stands for a time that is not said.</param>
    public static About Of(HttpRequest request, IExported? exported, Instants instants, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(instants);
        var (today, instant) = (now.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        var query = string.Join('&', request.Query.Where(pair => pair.Key is not ("export" or "table")).SelectMany(pair => pair.Value.Select(value => $"{pair.Key}={Uri.EscapeDataString(value ?? "")}")));
        return new($"{request.Path}{(query == "" ? "" : "?" + query)}",
            [
                .. (exported?.Times ?? [("", instants)]).SelectMany(time => (IEnumerable<(string, string)>)
                [
                    (Instants.Named(time.Prefix, "asOf"), time.At.AsOf ?? today), (Instants.Named(time.Prefix, "knownAt"), time.At.KnownAt ?? today), (Instants.Named(time.Prefix, "recordedAt"), time.At.RecordedAt ?? instant),
                ]),
            ],
            "Oversight, from the public record; each row names its own sources where it has them",
            "Facts of the public record; public sector information under the Open Government Licence v3.0 where its publisher says so");
    }

    /// <summary>All of it by its names.</summary>
    public IEnumerable<(string Name, string Value)> Pairs => [("query", Query), .. Times, ("source", Source), ("licence", Licence)];
}
