using Microsoft.AspNetCore.Http.HttpResults;
using Oversight.Grading.Programmes;

namespace Oversight.Grading;

/// <summary>Says that nothing of that name is known, and what is.</summary>
internal static class Unknown
{
    public static ProblemHttpResult Programme(string name) => Named("programme.unknown",
        $"There is no programme '{Shown(name)}'. Known are: {string.Join(", ", Catalogue.Programmes.Select(programme => programme.Id))}.");

    public static ProblemHttpResult Area(string name, IEnumerable<string> known) => Named("area.unknown",
        $"There is no area '{Shown(name)}'. Known are: {string.Join(", ", known)}.");

    private static ProblemHttpResult Named(string rule, string detail) =>
        TypedResults.Problem(detail, statusCode: StatusCodes.Status404NotFound, title: rule, type: $"urn:oversight:rule:{rule}");

    private static string Shown(string name) => name.Length <= 60 ? name : name[..60] + "…";
}
