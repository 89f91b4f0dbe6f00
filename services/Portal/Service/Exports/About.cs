using System.Globalization;
using Oversight.Portal.Time;

namespace Oversight.Portal.Exports;

/// <summary>What every exported file says of itself.</summary>
/// <param name="Query">The address that it answers.</param>
/// <param name="AsOf">What was true on that day.</param>
/// <param name="KnownAt">What had been published by that day.</param>
/// <param name="RecordedAt">What was recorded by that instant.</param>
/// <param name="Source">Whose record it is.</param>
/// <param name="Licence">Under which terms.</param>
internal sealed record About(string Query, string AsOf, string KnownAt, string RecordedAt, string Source, string Licence)
{
    public static About Of(HttpRequest request, Instants instants, DateTimeOffset now)
    {
        var (today, instant) = (now.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        var query = string.Join('&', request.Query.Where(pair => pair.Key is not ("export" or "table")).SelectMany(pair => pair.Value.Select(value => $"{pair.Key}={Uri.EscapeDataString(value ?? "")}")));
        return new($"{request.Path}{(query == "" ? "" : "?" + query)}", instants.AsOf ?? today, instants.KnownAt ?? today, instants.RecordedAt ?? instant,
            "Oversight, from the public record; each row names its own sources where it has them",
            "Facts of the public record; public sector information under the Open Government Licence v3.0 where its publisher says so");
    }

    public IEnumerable<(string Name, string Value)> Pairs =>
        [("query", Query), ("asOf", AsOf), ("knownAt", KnownAt), ("recordedAt", RecordedAt), ("source", Source), ("licence", Licence)];
}
