namespace Oversight.Monitoring.Phases;

/// <summary>The phases of monitoring; while there is the scheme every body is in one of the first two, whether or not the record can tell which.</summary>
public enum Phase
{
    /// <summary>The ordinary phase, in which every body is by default.</summary>
    Scan,

    /// <summary>The phase of closer monitoring.</summary>
    Engage,

    /// <summary>The sources do not say it precisely enough.</summary>
    CannotTell,

    /// <summary>The scheme of the two phases had not begun, or the service had not joined the inspectorate.</summary>
    SchemeNotBegun,

    /// <summary>There was no such body.</summary>
    DidNotExist,
}
