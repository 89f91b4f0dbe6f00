using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Core;

namespace Oversight.Hosting;

/// <summary>The three times of a read, from its query: <c>?asOf=2022-07-08&amp;knownAt=2022-06-30&amp;recordedAt=2026-11-23T09:00:00Z&amp;strict=true</c>.</summary>
/// <param name="AsOf">True in the world on that day; today by default.</param>
/// <param name="KnownAt">Published by that day; today by default.</param>
/// <param name="RecordedAt">In this system by that instant, in UTC; null means everything there is.</param>
/// <param name="Strict">Leave out what has no publication date.</param>
/// <param name="Now">When the read was made.</param>
public sealed record Moment(DateOnly AsOf, DateOnly KnownAt, DateTimeOffset? RecordedAt, bool Strict, DateTimeOffset Now)
{
    /// <summary>The same for the pure functions that read.</summary>
    public Viewpoint Viewpoint => new(AsOf, KnownAt, RecordedAt, Strict);

    /// <summary>The instant up to which the record was read.</summary>
    public DateTimeOffset Until => RecordedAt ?? Now;

    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>Called by ASP.NET Core for a parameter of this type.</summary>
    /// <exception cref="BadHttpRequestException">A time is not written as it should be.</exception>
    public static ValueTask<Moment?> BindAsync(HttpContext http)
    {
        var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var today = DayOf(now);
        return ValueTask.FromResult<Moment?>(new(Day("asOf") ?? today, Day("knownAt") ?? today, Recorded(http), Flag("strict"), now));

        DateOnly? Day(string name) => One(http, name) is not { } text ? null
            : PartialDate.TryParse(text, out var date) && date.Precision == 3 ? date.First
            : throw new BadHttpRequestException($"{name} is {PartialDate.ADay}, not '{Shown(text)}'.");

        bool Flag(string name) => One(http, name) switch
        {
            null or "false" => false,
            "" or "true" => true,
            var text => throw new BadHttpRequestException($"{name} is true or false, not '{Shown(text)}'."),
        };
    }

    /// <summary>The day it is then where the inspectorate is.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, London).Date);

    /// <summary>The instant in <c>recordedAt</c>, in UTC; null where it is not given.</summary>
    internal static DateTimeOffset? Recorded(HttpContext http) => One(http, "recordedAt") is not { } text ? null
        : HasOffset(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var instant)
            && instant.Year is >= PartialDate.EarliestYear and <= PartialDate.LatestYear ? instant.ToUniversalTime()
        : throw new BadHttpRequestException($"recordedAt is an instant from {PartialDate.EarliestYear} to {PartialDate.LatestYear} with its offset such as 2026-11-23T09:00:00Z, not '{Shown(text)}'.");

    private static string? One(HttpContext http, string name) => http.Request.Query[name] switch
    {
        { Count: 0 } => null,
        { Count: 1 } only => only[0],
        _ => throw new BadHttpRequestException($"{name} is given more than once."),
    };

    /// <summary>When that day began there.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => new(TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), London), TimeSpan.Zero);

    private static bool HasOffset(string text) =>
        text.Contains('T', StringComparison.Ordinal) && (text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-' && text[^3] == ':'));

    private static string Shown(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
