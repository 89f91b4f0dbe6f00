namespace Oversight.Monitoring.Phases;

/// <summary>The phases of monitoring; every body is in one of the first two, whether or not the record can tell which.</summary>
public enum Phase
{
    /// <summary>The ordinary phase, in which every body is by default.</summary>
    Scan,

    /// <summary>The phase of closer monitoring.</summary>
    Engage,

    /// <summary>The sources do not say it precisely enough.</summary>
    CannotTell,
}
