namespace Oversight.Core;

/// <summary>How a claim stood to the claims made before it about the same fact.</summary>
public enum Standing
{
    /// <summary>Nobody had said anything yet.</summary>
    First,

    /// <summary>It says what another source said.</summary>
    Supports,

    /// <summary>It agrees and says more: a day where only the month was known.</summary>
    Refines,

    /// <summary>It says otherwise because something new happened: a regrade in a later report.</summary>
    Succeeds,

    /// <summary>It contradicts; both are kept.</summary>
    Differs,
}
