namespace Oversight.Grading;

/// <summary>What an answer can be.</summary>
public enum Verdict
{
    /// <summary>One value stands.</summary>
    Stands,

    /// <summary>Sources disagree, and nothing says which is right; every side is shown.</summary>
    Conflicting,

    /// <summary>The dates are not known precisely enough; what it may be is shown.</summary>
    CannotTell,

    /// <summary>It was taken back, and nothing was given in its place.</summary>
    Withdrawn,
}
