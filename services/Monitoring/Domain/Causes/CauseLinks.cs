using Oversight.Core;

namespace Oversight.Monitoring.Causes;

/// <summary>Which causes continue which: by what a source says, or by one title under a later inspection.</summary>
internal static class CauseLinks
{
    private const string Stated = "a source says so", ByTitle = "same title";

    /// <summary>When it was surely no longer the one to follow; null while nothing says so.</summary>
    public static When? SupersededOn(Told cause, IReadOnlyList<Told> all)
    {
        var stated = cause.Steps.FirstOrDefault(step => step.Kind is CauseStep.ReIssued or CauseStep.Superseded);
        return stated is null ? Next(cause, all)?.Raised
            : stated.When.On is not null ? stated.When
            : Under(cause, stated, all)?.Raised ?? stated.When;
    }

    /// <summary>Both ways, of what had, or may have, been raised by the day.</summary>
    public static IReadOnlyList<CauseLink> Of(Told cause, IReadOnlyList<Told> all, DateOnly day) =>
        [.. Later(cause, all, day).Concat(all.Where(other => other.Id != cause.Id).SelectMany(earlier => Later(earlier, all, day).Where(link => link.Cause == cause.Id)
            .Select(link => new CauseLink(link.Relation == "re-issued-as" ? "re-issue-of" : "raised-again-after", earlier.Id, earlier.Inspection, cause.Raised.On, link.Basis))))];

    private static IEnumerable<CauseLink> Later(Told cause, IReadOnlyList<Told> all, DateOnly day)
    {
        var stated = cause.Steps.Where(step => step.Kind is CauseStep.ReIssued or CauseStep.Superseded && step.First.Under is not null && step.When.HappenedBy(day) != Answer.No).ToArray();
        foreach (var step in stated)
        {
            var other = Under(cause, step, all);
            yield return new("re-issued-as", other?.Id, other?.Inspection ?? step.First.Under!, other?.Raised.On ?? step.When.On, Stated);
        }

        if (stated.Length == 0 && Next(cause, all) is { } next && next.Raised.HappenedBy(day) != Answer.No)
        {
            var closed = cause.Steps.FirstOrDefault(step => step.Kind == CauseStep.Closed)?.When;
            yield return new(closed?.SurelyBefore(next.Raised) == true ? "raised-again-as" : "re-issued-as", next.Id, next.Inspection, next.Raised.On, ByTitle);
        }
    }

    private static Told? Next(Told cause, IReadOnlyList<Told> all)
    {
        var title = NameBasedId.Slug(cause.Title);
        return all.Where(other => other.Id != cause.Id && NameBasedId.Slug(other.Title) == title && cause.Raised.SurelyBefore(other.Raised))
            .MinBy(other => (other.Raised.Earliest, other.Id));
    }

    private static Told? Under(Told cause, Step step, IReadOnlyList<Told> all)
    {
        var (title, under) = (NameBasedId.Slug(cause.Title), NameBasedId.Slug(step.First.Under ?? ""));
        return all.FirstOrDefault(other => other.Id != cause.Id && NameBasedId.Slug(other.Title) == title
            && (NameBasedId.Slug(other.Programme) == under || NameBasedId.Slug(other.Inspection) == under));
    }
}
