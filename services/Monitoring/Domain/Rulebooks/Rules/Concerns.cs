using Oversight.Core;

namespace Oversight.Monitoring.Rulebooks.Rules;

/// <summary>Which causes of concern count at a time.</summary>
internal static class Concerns
{
    /// <summary>Those raised, and neither known to be closed nor issued again under another inspection.</summary>
    public static IEnumerable<Dated<CauseRaised>> Standing(Known known) => known.Causes.Where(raised =>
        !known.Closures.Any(closed => closed.Value.Id == raised.Value.Cause.Id)
        && !known.Causes.Any(again => IsAgain(again, raised)));

    /// <summary>Had an earlier inspection raised the same, or does a source say so?</summary>
    public static bool IsIssuedAgain(Dated<CauseRaised> raised, Known known) => raised.Value.SaidAgain
        || known.Causes.Any(earlier => IsAgain(raised, earlier)) || known.IssuedAgain.Any(again => IsUnder(raised, again));

    /// <summary>Is it the one as which another was issued again?</summary>
    public static bool IsUnder(Dated<CauseRaised> later, Dated<CauseIssuedAgain> again) => IsUnder(later.Value.Cause, again);

    /// <summary>Is it the one as which another was issued again?</summary>
    public static bool IsUnder(CauseNamed later, Dated<CauseIssuedAgain> again) => later.Id == IdUnder(again)
        || (later.Id != again.Value.Cause.Id && NameBasedId.Slug(later.Title) == NameBasedId.Slug(again.Value.Cause.Title)
            && NameBasedId.Slug(later.Inspection) == NameBasedId.Slug(again.Value.Under));

    /// <summary>What the later one is called, as far as the source says.</summary>
    public static string IdUnder(Dated<CauseIssuedAgain> again) => $"{NameBasedId.Slug(again.Value.Under)}/{NameBasedId.Slug(again.Value.Cause.Title)}";

    /// <summary>How a cause is named in a key.</summary>
    public static string Key(string rule, CauseNamed cause) => $"{rule}/{cause.Id}";

    /// <summary>How one is told of.</summary>
    public static SignEvidence Evidence(Dated<CauseRaised> raised) =>
        SignEvidence.Of(raised, $"cause of concern: {raised.Value.Cause.Title} ({raised.Value.Cause.Inspection})");

    private static bool IsAgain(Dated<CauseRaised> later, Dated<CauseRaised> earlier) =>
        later.On > earlier.On && later.Value.Cause.Id != earlier.Value.Cause.Id
        && NameBasedId.Slug(later.Value.Cause.Title) == NameBasedId.Slug(earlier.Value.Cause.Title);
}
