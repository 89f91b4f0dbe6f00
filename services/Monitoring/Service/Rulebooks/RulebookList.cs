using System.ComponentModel;

namespace Oversight.Monitoring.Rulebooks;

/// <summary>Every rulebook.</summary>
public sealed record RulebooksAnswer(IReadOnlyList<RulebookAnswer> Rulebooks);

/// <summary>One rulebook.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">What people call it.</param>
/// <param name="From">The first day on which it raises prompts; null for one on trial.</param>
/// <param name="Until">The first day on which it no longer does.</param>
/// <param name="InEffect">Does it raise prompts today?</param>
/// <param name="Rules">Its rules with their settings.</param>
public sealed record RulebookAnswer(string Id, string Title, DateOnly? From, DateOnly? Until, bool InEffect, IReadOnlyList<Rule> Rules);

internal static class RulebookList
{
    public static void MapRulebooks(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/rulebooks", (TimeProvider clock) =>
            TypedResults.Ok(new RulebooksAnswer([.. Shelf.All.Select(book => Answer(book, clock))])))
            .WithName("rulebooks").WithTags("Rulebooks").WithSummary("Every rulebook with its rules and their settings; one at most is in effect.");

        routes.MapGet("/api/v1/rulebooks/{id}", ([Description("Its id, such as 2026-1.")] string id, TimeProvider clock) =>
            Shelf.Find(id) is { } book ? Results.Ok(Answer(book, clock)) : Unknown(id))
            .Produces<RulebookAnswer>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithName("rulebook").WithTags("Rulebooks").WithSummary("One rulebook.");
    }

    public static IResult Unknown(string id) => Results.Problem(
        $"There is no rulebook '{Reads.Asked.Shown(id)}'; there are {string.Join(", ", Shelf.All.Select(book => book.Id))}.",
        statusCode: StatusCodes.Status404NotFound, title: "rulebook.unknown", type: "urn:oversight:rule:rulebook.unknown");

    private static RulebookAnswer Answer(Rulebook book, TimeProvider clock) => new(
        book.Id, book.Title, book.From, book.Until, book.IsInEffect(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)), book.Rules);
}
