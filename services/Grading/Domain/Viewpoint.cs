namespace Oversight.Grading;

/// <summary>From where the record is read.</summary>
/// <param name="AsOf">True in the world on that day.</param>
/// <param name="KnownAt">Published by that day.</param>
/// <param name="RecordedAt">Recorded here by that instant.</param>
/// <param name="Strict">Leave out what was not surely published by then, such as what has no publication date.</param>
public sealed record Viewpoint(DateOnly AsOf, DateOnly KnownAt, DateTimeOffset RecordedAt, bool Strict);

/// <summary>What an answer can be.</summary>
public enum Verdict
{
    /// <summary>One value stands.</summary>
    Stands,

    /// <summary>Sources disagree, and nothing says which is right; every side is shown.</summary>
    Conflicting,

    /// <summary>The dates are not known precisely enough; what it may be is shown.</summary>
    CannotTell,
}

/// <summary>Remarks that go with an answer.</summary>
public static class Marks
{
    /// <summary>A date is not known precisely enough.</summary>
    public const string CannotTell = "cannot tell";

    /// <summary>Sources disagree.</summary>
    public const string Conflicting = "conflicting";

    /// <summary>No source of a value says when it was published.</summary>
    public const string Undated = "publication date unknown";

    /// <summary>A percentage of fewer than 30; read the count.</summary>
    public const string TinyDenominator = "tiny denominator";

    /// <summary>More than one source says the same.</summary>
    public static string SupportedBy(int sources, bool andMore = false) => $"supported by {(andMore ? "more than " : "")}{sources} sources";
}
