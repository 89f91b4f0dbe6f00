using System.Text.Json.Nodes;

namespace Oversight.Gateway;

/// <summary>What people attempted and were refused, whichever service refused it. A service that does not answer is named as missing.</summary>
internal static class AttemptsOfAll
{
    private const string Path = "/api/v1/attempts", Mine = $"{Path}/mine";

    // As many as each service tells of where nobody says how many.
    private const int Usual = 100;

    // Those in which people act.
    private static readonly string[] Keepers = ["monitoring", "ingestion"];

    /// <summary>Says in the document of the whole address what is added here.</summary>
    public static void Describe(JsonObject paths, JsonObject schemas) => OpenApiOfAll.Answer(paths, schemas, Path)["properties"]!["missing"] = new JsonObject
    {
        ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" }, ["description"] = "The services that do not answer just now.",
    };

    public static void MapAttemptsOfAll(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, (HttpContext http, Services services, CancellationToken ct) => Told(Path, http, services, ct));
        routes.MapGet(Mine, (HttpContext http, Services services, CancellationToken ct) => Told(Mine, http, services, ct));
    }

    private static async Task<IResult> Told(string path, HttpContext http, Services services, CancellationToken ct)
    {
        var (query, said, missing) = (http.Request.Query, new List<JsonObject>(), new JsonArray());
        if (query["service"].ToString() is { Length: > 0 } only && !Keepers.Contains(only))
        {
            return Results.Problem($"service is {string.Join(" or ", Keepers)}.", statusCode: StatusCodes.Status400BadRequest, title: "request.malformed", type: "urn:oversight:rule:request.malformed");
        }

        // One after the other, so that whoever may not ask is refused, and noted, once.
        foreach (var service in Keepers.Where(keeper => query["service"].ToString() is "" || query["service"] == keeper))
        {
            switch (await services.Get(service, $"{path}{http.Request.QueryString}", ct, http.Request.Headers.Authorization))
            {
                case null:
                    missing.Add(service);
                    break;
                case (StatusCodes.Status200OK, var list, _):
                    said.Add(list);
                    break;
                case var (status, problem, challenge):
                    http.Response.Headers.WWWAuthenticate = challenge;
                    return Results.Text(problem.ToJsonString(), "application/problem+json", statusCode: status);
            }
        }

        return said.Count == 0 ? Unreachable.Problem("No service that keeps attempts answers") : Results.Json(new JsonObject
        {
            ["recordedAt"] = said[0]["recordedAt"]!.DeepClone(),
            ["attempts"] = new JsonArray([.. said.SelectMany(list => list["attempts"]!.AsArray()).OrderByDescending(attempt => attempt!["at"]!.GetValue<DateTimeOffset>())
                .Take(int.TryParse(query["limit"], out var limit) ? limit : Usual).Select(attempt => attempt!.DeepClone())]),
            ["missing"] = missing,
        });
    }
}
