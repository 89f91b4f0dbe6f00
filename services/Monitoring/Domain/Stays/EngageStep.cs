namespace Oversight.Monitoring.Stays;

/// <summary>What is done around and inside a stay in Engage, about in the order in which it is done.</summary>
public enum EngageStep
{
    /// <summary>HM Inspector recommends the move.</summary>
    Recommended,

    /// <summary>The inspectors' own group discusses it.</summary>
    Considered,

    /// <summary>HM Chief Inspector decides.</summary>
    Decided,

    LetterSent,

    Published,

    /// <summary>A minister tells Parliament.</summary>
    ParliamentTold,

    /// <summary>A report that explains the move, or closes the matter after the exit.</summary>
    ReportPublished,

    ImprovementPlan,

    MilestonePlan,

    PpogPlanned,

    /// <summary>The force presents to the Policing Performance Oversight Group.</summary>
    Ppog,

    FpogPlanned,

    /// <summary>The service presents to the Fire Performance Oversight Group.</summary>
    Fpog,

    CauseAdded,

    CauseClosed,

    Revisited,

    ExitRecommended,

    ExitDecided,

    Exit,
}
