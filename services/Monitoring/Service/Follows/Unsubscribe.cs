using Oversight.Core;
using static Oversight.Monitoring.Follows.FollowCommand;

namespace Oversight.Monitoring.Follows;

/// <summary>What a link in a mail would end, or has ended.</summary>
public sealed record Unsubscription(string? Name, bool Ended);

internal static class Unsubscribe
{
    public static void MapUnsubscribe(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/unsubscribe/{token}", async (string token, HttpRequest request, FollowLinks links, FollowStore store, CancellationToken ct) =>
        {
            var follow = await store.Find(await Of(links, token, ct), ct);

            // A mail program may show this very address to a person; a page asks them first.
            return request.Headers.Accept.Any(accept => accept?.Contains("text/html", StringComparison.OrdinalIgnoreCase) == true)
                ? Results.Redirect($"/unsubscribe/{Uri.EscapeDataString(token)}") : Results.Ok(new Unsubscription(follow?.Name, follow is null));
        })
        .Produces<Unsubscription>().Produces(StatusCodes.Status302Found).ProducesProblem(StatusCodes.Status404NotFound)
        .WithName("unsubscription").WithTags("Follows").WithSummary("What the link of a mail would end. Looking ends nothing.");

        routes.MapPost("/api/v1/unsubscribe/{token}", async (string token, FollowLinks links, FollowDesk desk, TimeProvider clock, CancellationToken ct) =>
        {
            var follow = await Of(links, token, ct);
            await desk.Do(FollowStore.StreamOfFollow(follow), new EndFollow(follow, EndedHow.ByMail, clock.GetUtcNow()), null, ct);
            return new Unsubscription(null, true);
        })
        .ProducesProblem(StatusCodes.Status404NotFound)
        .WithName("unsubscribe").WithTags("Follows").WithSummary("Ends the follow that the mail came from, at one click and without signing in (RFC 8058); a second time changes nothing.");
    }

    private static async Task<string> Of(FollowLinks links, string token, CancellationToken ct) => await links.OfUnsubscribe(token, ct)
        ?? throw new RejectedException("follow.unknown", "This link ends nothing: it is none of this system, or it was cut off on its way.");
}
