namespace Oversight.Portal;

/// <summary>What a browser must not do with a page: run or load what is not the page's own, show it within another, or keep what somebody signed in saw.</summary>
internal static class SafeHeaders
{
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; "
        + "base-uri 'none'; frame-ancestors 'none'; object-src 'none'";

    public static void UseSafeHeaders(this WebApplication app) => app.Use((http, next) =>
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (!http.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal))
        {
            // In the words of the framework where a page has a form; other words it replaces with these, and warns each time.
            headers.CacheControl = "no-cache, no-store";
        }

        return next(http);
    });
}
