using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Extensions;

namespace Oversight.Gateway;

/// <summary>Grading knows bodies by id only. Who asks it by another name is understood, and who asks for a body that there is none of is told so.</summary>
internal static class NamedBodies
{
    private const string Body = "body";

    private static readonly string[] Lists = ["/api/v1/grades", "/api/v1/audits", "/api/v1/practice", "/api/v1/findings"];

    public static void UseNamedBodies(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (NamedIn(context.Request) is not { } named)
        {
            await next(context);
            return;
        }

        // Without an answer of Monitoring the name goes on as it is: grades are there even if Monitoring is not.
        var answer = await context.RequestServices.GetRequiredService<Services>().Get("monitoring", $"/api/v1/bodies{QueryString.Create("name", named)}", context.RequestAborted);
        if (answer is { Status: StatusCodes.Status404NotFound } unknown)
        {
            await Results.Text(unknown.Body.ToJsonString(), "application/problem+json", statusCode: unknown.Status).ExecuteAsync(context);
            return;
        }

        if (answer is { Status: StatusCodes.Status200OK } known && known.Body["bodies"] is JsonArray { Count: 1 } bodies && bodies[0]!["id"]!.GetValue<string>() is var id && id != named)
        {
            AskFor(context.Request, id);
        }

        await next(context);
    });

    private static string? NamedIn(HttpRequest request) => !HttpMethods.IsGet(request.Method) ? null
        : Lists.Contains(request.Path.Value) ? request.Query[Body] is [{ Length: > 0 } named] ? named : null
        : request.Path.Value?.Split('/') is ["", "api", "v1", "bodies", { Length: > 0 } of, "grades" or "audits"] ? of
        : null;

    private static void AskFor(HttpRequest request, string id)
    {
        if (request.Query.ContainsKey(Body))
        {
            request.QueryString = new QueryBuilder(request.Query.Select(asked => KeyValuePair.Create(asked.Key, asked.Key == Body ? id : asked.Value.ToString()))).ToQueryString();
        }
        else
        {
            request.Path = $"/api/v1/bodies/{id}/{request.Path.Value!.Split('/')[5]}";
        }
    }
}
