using Oversight.Core;

namespace Oversight.Monitoring;

/// <summary>From where the record is looked at.</summary>
/// <param name="AsOf">True in the world on that day.</param>
/// <param name="KnownAt">Published by that day.</param>
/// <param name="RecordedAt">In this system by that instant; null means everything there is.</param>
/// <param name="Strict">Leave out what was not surely published by then, such as what has no publication date.</param>
public sealed record Viewpoint(DateOnly AsOf, DateOnly KnownAt, DateTimeOffset? RecordedAt = null, bool Strict = false)
{
    public bool HasRecorded(DateTimeOffset recordedAt) => RecordedAt is not { } limit || recordedAt <= limit;

    /// <summary>Had it been published? Where no source says when, it counts as possible, but never before it can have happened.</summary>
    public Answer Knew(PartialDate? published, DateOnly? happened)
    {
        var knew = published is { } on ? on.OnOrBefore(KnownAt) : happened > KnownAt ? Answer.No : Answer.CannotTell;
        return Strict && knew == Answer.CannotTell ? Answer.No : knew;
    }
}

/// <summary>What a reader must be told beside an answer.</summary>
public enum Mark
{
    /// <summary>Sources disagree; nobody has settled it.</summary>
    Conflicting,

    /// <summary>The date is not known to the day, and the day asked about lies within it.</summary>
    DateImprecise,

    /// <summary>No source says when.</summary>
    DateUnknown,

    /// <summary>No source that says so has a publication date.</summary>
    PublicationDateUnknown,

    /// <summary>It was published about then, perhaps later.</summary>
    PublicationDateImprecise,

    /// <summary>It left Engage later on, but no source says when it had entered.</summary>
    EntryUnknown,

    /// <summary>Sources put it into Engage again although none says that it had left.</summary>
    EnteredAgain,

    /// <summary>The figure rests on fewer than thirty cases.</summary>
    TinyDenominator,

    /// <summary>How many cases the figure rests on was not published.</summary>
    DenominatorUnknown,
}
