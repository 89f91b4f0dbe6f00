using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Oversight.Hosting;

/// <summary>The one time of a read about what this system was sent: <c>?recordedAt=2026-11-23T09:00:00Z</c>.</summary>
/// <param name="Limit">In this system by that instant, in UTC; null means everything there is.</param>
/// <param name="RecordedAt">The instant up to which the record was read.</param>
public sealed record Until(DateTimeOffset? Limit, DateTimeOffset RecordedAt)
{
    /// <summary>Called by ASP.NET Core for a parameter of this type.</summary>
    /// <exception cref="BadHttpRequestException">The instant is not written as it should be.</exception>
    public static ValueTask<Until?> BindAsync(HttpContext http)
    {
        var limit = Moment.Recorded(http);
        return ValueTask.FromResult<Until?>(new(limit, limit ?? http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow()));
    }
}
