using Oversight.Portal.Time;

namespace Oversight.Portal.Api;

/// <summary>The answer of /api/v1/grades of every programme.</summary>
public sealed record AllGrades(IReadOnlyList<GradeMatrix>? Programmes);

/// <summary>Every grade as it is today; it is much and changes seldom, so pages that are asked for within the same seconds share what was answered.</summary>
public sealed class EveryGrade(TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);

    private sealed record Answered(AllGrades Grades, DateTimeOffset At);

    private volatile Answered? _latest;

    /// <summary>At the times of a page.</summary>
    public async Task<(AllGrades? Grades, Problem? Problem)> At(Instants instants, OversightApi api)
    {
        ArgumentNullException.ThrowIfNull(instants);
        ArgumentNullException.ThrowIfNull(api);
        if (!instants.IsPast && _latest is { } latest && clock.GetUtcNow() - latest.At < Fresh)
        {
            return (latest.Grades, null);
        }

        var (grades, problem, _) = await api.Get<AllGrades>("/api/v1/grades");
        if (!instants.IsPast && grades is not null)
        {
            _latest = new(grades, clock.GetUtcNow());
        }

        return (grades, problem);
    }
}
