namespace Oversight.Core;

/// <summary>From where the record is read.</summary>
/// <param name="AsOf">True in the world on that day.</param>
/// <param name="KnownAt">Published by that day.</param>
/// <param name="RecordedAt">In this system by that instant; null means everything there is.</param>
/// <param name="Strict">Leave out what was not surely published by then, such as what has no publication date.</param>
public sealed record Viewpoint(DateOnly AsOf, DateOnly KnownAt, DateTimeOffset? RecordedAt = null, bool Strict = false)
{
    /// <summary>Was it in this system?</summary>
    public bool HasRecorded(DateTimeOffset recordedAt) => RecordedAt is not { } limit || recordedAt <= limit;

    /// <summary>Had it been published? Where no source says when, it counts as possible, but never before there was something to know.</summary>
    /// <param name="published">When, as far as its source says.</param>
    /// <param name="earliest">The first day on which there was something to know, where that is known.</param>
    public Answer Knew(PartialDate? published, DateOnly? earliest)
    {
        var knew = published is { } on ? on.OnOrBefore(KnownAt) : earliest > KnownAt ? Answer.No : Answer.CannotTell;
        return Strict && knew == Answer.CannotTell ? Answer.No : knew;
    }
}
