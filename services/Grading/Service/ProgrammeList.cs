using Oversight.Grading.Programmes;

namespace Oversight.Grading;

internal static class ProgrammeList
{
    internal sealed record AllProgrammes(IReadOnlyList<ProgrammeAnswer> Programmes);

    public static void MapProgrammes(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/v1/programmes", () => new AllProgrammes([.. Catalogue.Programmes.Select(ProgrammeAnswer.Of)]))
            .WithName("programmes").WithTags("Grades")
            .WithSummary("Every programme with its scale, its areas, when its reports came out, and what it may be compared with.");
}
