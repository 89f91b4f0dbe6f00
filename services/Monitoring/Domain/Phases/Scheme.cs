using Oversight.Core;

namespace Oversight.Monitoring.Phases;

/// <summary>Since when there have been the phases Scan and Engage. What came before them does not map onto them.</summary>
/// <remarks>
/// Five stages of 2009 are on record, and an inspectorate's scheme of 2014 to 2018 by its years alone; the first stay in Engage on record began in 2019.
/// On which day of 2018 the one took the place of the other no source says.
/// </remarks>
public static class Scheme
{
    private static readonly DateOnly EarliestBegin = new(2018, 1, 1), FirstOnRecord = new(2019, 1, 1);

    /// <summary>The day on which the inspectorate took on the fire and rescue services.</summary>
    private static readonly DateOnly FireJoined = new(2017, 7, 19);

    /// <summary>Had it begun by the end of that day?</summary>
    public static Answer HadBegun(DateOnly day) => day >= FirstOnRecord ? Answer.Yes : day < EarliestBegin ? Answer.No : Answer.CannotTell;

    /// <summary>Why nothing can be said of a phase on that day; null where something can.</summary>
    public static string? WhyNot(string? service, DateOnly day) => HadBegun(day) switch
    {
        Answer.Yes => null,
        Answer.No when service == "fire" && day < FireJoined => $"The inspectorate took on the fire and rescue services on {PartialDate.On(FireJoined)}; none of them was in a phase before.",
        Answer.No => "The scheme of Scan and Engage had not begun; earlier schemes do not map onto it.",
        _ => "In 2018 the scheme of Scan and Engage took the place of an earlier one; on which day is not on record.",
    };
}
