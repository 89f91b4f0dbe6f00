using System.Globalization;
using Oversight.Core;
using Oversight.Hosting;
using Oversight.Portal.Words;

namespace Oversight.Portal.Time;

/// <summary>The three times of a page, as its address has them: what was true, published and recorded by when.</summary>
/// <param name="AsOf">What was true in the world on that day; null is today.</param>
/// <param name="KnownAt">What had been published by that day; null is today.</param>
/// <param name="RecordedAt">What this system held by that instant; null is now.</param>
/// <param name="Strict">Whether to leave out what has no known date of publication.</param>
/// <param name="Errors">What of the address is no time, by the field it stands in.</param>
public sealed record Instants(string? AsOf, string? KnownAt, string? RecordedAt, bool Strict, IReadOnlyDictionary<string, string> Errors)
{
    /// <summary>Today, with all that is known.</summary>
    public static readonly Instants Now = new(null, null, null, false, new Dictionary<string, string>());

    /// <summary>The same of what has one time only: that by which it was recorded.</summary>
    public Instants OnlyRecorded => Now with { RecordedAt = RecordedAt };

    private static readonly string[] InstantForms = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>Whether a page shows another time than the present.</summary>
    public bool IsPast => AsOf is not null || KnownAt is not null || RecordedAt is not null || Strict;

    /// <summary>Reads asOf, knownAt, recordedAt and strict; with a prefix such as left, leftAsOf and so on.</summary>
    public static Instants Of(IQueryCollection query, string prefix = "")
    {
        ArgumentNullException.ThrowIfNull(query);
        var errors = new Dictionary<string, string>();
        return new(Day(Named(prefix, "asOf")), Day(Named(prefix, "knownAt")), Instant(Named(prefix, "recordedAt")), query[Named(prefix, "strict")].ToString() is "true" or "on", errors);

        string? Day(string name) => Checked(name, Dates.Read, "must be a day such as 8 July 2022 or 2022-07-08");

        // A browser's own field gives no offset; what staff write is then the time of the record, which is UTC. In an address a plus is read as a blank.
        string? Instant(string name) => Checked(name, text => DateTimeOffset.TryParseExact(text.Replace(' ', '+'), InstantForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture) : null, "must be an instant such as 2026-11-23T09:00:00Z");

        string? Checked(string name, Func<string, string?> read, string must)
        {
            var text = query[name].ToString().Trim();
            if (text.Length == 0)
            {
                return null;
            }

            if (read(text) is { } time)
            {
                return time;
            }

            errors[name] = $"“{(text.Length > 40 ? text[..40] + "…" : text)}” {must}.";
            return null;
        }
    }

    /// <summary>The nearest times of which the services keep a record; of what is further off they would say that it is no day.</summary>
    public Instants OnRecord => this with { AsOf = Within(AsOf, ""), KnownAt = Within(KnownAt, ""), RecordedAt = Within(RecordedAt, "T00:00:00Z") };

    /// <summary>What to say of times of which nothing can be on record; null where something can.</summary>
    public string? Beyond(DateTimeOffset now) => IsBeforeAll(AsOf) || IsBeforeAll(KnownAt) || IsBeforeAll(RecordedAt)
        ? $"Nothing is on record at this time: the record reaches back to {PartialDate.EarliestYear} and no further. Take a day from 1 January {PartialDate.EarliestYear} to 31 December {PartialDate.LatestYear}." : StillToCome(now);

    private string? StillToCome(DateTimeOffset now)
    {
        var today = Moment.DayOf(now).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return IsAfter(AsOf, today) ? $"{Dates.Day(AsOf)} is still to come: what is decided or expected to hold by then is shown with what stands today, and beside it what hangs on the day alone, such as how long something would have lasted."
            : IsAfter(KnownAt, today) ? $"{Dates.Day(KnownAt)} is still to come: what has been published until today is shown."
            : RecordedAt is { } text && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) && instant > now ? $"{Dates.Instant(instant)} is still to come: what is recorded until now is shown."
            : null;
    }

    /// <summary>The day that is looked at, for the end of a sentence: now, or on 8 July 2022.</summary>
    public string When => AsOf is null ? "now" : $"on {Dates.Day(AsOf)}";

    private static string? Within(string? time, string rest) => time is null ? null
        : IsBeforeAll(time) ? $"{PartialDate.EarliestYear}-01-01{rest}" : IsAfter(time, $"{PartialDate.LatestYear}-12-31T24") ? $"{PartialDate.LatestYear}-12-31{rest}" : time;

    private static bool IsBeforeAll(string? time) => time is not null && string.CompareOrdinal(time, $"{PartialDate.EarliestYear}") < 0;

    private static bool IsAfter(string? day, string than) => string.CompareOrdinal(day, than) > 0;

    /// <summary>What a time is called in an address: asOf, or leftAsOf.</summary>
    internal static string Named(string prefix, string name) => prefix == "" ? name : prefix + char.ToUpperInvariant(name[0]) + name[1..];

    /// <summary>The day that is looked at.</summary>
    public DateOnly Day(TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return AsOf is { } day ? Dates.Parse(day) : Moment.DayOf(clock.GetUtcNow());
    }

    /// <summary>The same times at another address.</summary>
    public string AddedTo(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var query = string.Join('&', Pairs.Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value)}"));
        var (before, fragment) = path.IndexOf('#', StringComparison.Ordinal) is >= 0 and var at ? (path[..at], path[at..]) : (path, "");
        return query == "" ? path : $"{before}{(before.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{query}{fragment}";
    }

    /// <summary>Those that are not the present, by the names of an address.</summary>
    public IEnumerable<(string Name, string Value)> Pairs
    {
        get
        {
            if (AsOf is not null)
            {
                yield return ("asOf", AsOf);
            }

            if (KnownAt is not null)
            {
                yield return ("knownAt", KnownAt);
            }

            if (RecordedAt is not null)
            {
                yield return ("recordedAt", RecordedAt);
            }

            if (Strict)
            {
                yield return ("strict", "true");
            }
        }
    }

    /// <summary>A sentence for the banner: As it was on 8 July 2022, as published by 27 June 2022.</summary>
    public string InWords
    {
        get
        {
            var parts = new List<string>();
            if (AsOf is not null)
            {
                parts.Add($"as it was on {Dates.Day(AsOf)}");
            }

            if (KnownAt is not null)
            {
                parts.Add($"as published by {Dates.Day(KnownAt)}");
            }

            if (RecordedAt is not null)
            {
                parts.Add($"as recorded here by {Dates.Instant(RecordedAt)}");
            }

            if (Strict)
            {
                parts.Add("without what has no known date of publication");
            }

            return parts.Count == 0 ? "As it is today" : char.ToUpperInvariant(parts[0][0]) + string.Join(", ", parts)[1..];
        }
    }
}
