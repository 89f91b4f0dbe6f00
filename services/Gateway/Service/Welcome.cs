namespace Oversight.Gateway;

/// <summary>What a browser finds at the root until it knows better.</summary>
internal static class Welcome
{
    private const string Page = """
        <!doctype html>
        <html lang="en-GB">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Oversight</title></head>
        <body>
        <main>
        <h1>Oversight</h1>
        <p>The record of inspection oversight: who was watched, why, since when, on which evidence, and what was known at the time.</p>
        <h2>Things to look at</h2>
        <ul>
        <li><a href="/api/v1/status?asOf=2022-07-08">Every body's phase on 8 July 2022</a></li>
        <li><a href="/api/v1/status?asOf=2022-07-08&amp;knownAt=2022-06-27">The same day, as the public could know it on 27 June 2022</a></li>
        <li><a href="/api/v1/bodies/metropolitan">The Metropolitan Police Service</a> and <a href="/api/v1/bodies/metropolitan/history">its timeline</a></li>
        <li><a href="/api/v1/engage">Every stay in Engage</a></li>
        <li><a href="/api/v1/conflicts">Where sources disagree</a></li>
        <li><a href="/openapi/v1.json">Everything there is to ask (OpenAPI)</a></li>
        </ul>
        <p>On the command line: <code>./oversight --help</code></p>
        </main>
        </body>
        </html>
        """;

    public static void MapWelcome(this IEndpointRouteBuilder routes) => routes.MapGet("/", () => Results.Content(Page, "text/html; charset=utf-8"));
}
