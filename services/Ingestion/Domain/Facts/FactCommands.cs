using Oversight.Core;

namespace Oversight.Ingestion.Facts;

/// <summary>Where a claim was read.</summary>
/// <param name="Cited">The source as the submission cites it, mostly an address.</param>
/// <param name="Submission">The submission that brings it.</param>
/// <param name="Line">The line of the submission, 1 being its first.</param>
/// <param name="PublishedOn">When the source was published; null where nobody says.</param>
public sealed record ReadFrom(string Cited, string Submission, int Line, PartialDate? PublishedOn);

/// <summary>A claim to be kept: what a source says about one fact of one body.</summary>
public abstract partial record FactCommand
{
    private FactCommand()
    {
    }

    /// <summary>The id of the body it is about.</summary>
    public abstract string Body { get; init; }

    /// <summary>Where it was read.</summary>
    public abstract ReadFrom From { get; init; }

    /// <summary>The stream in which the fact lives.</summary>
    public abstract string Stream { get; }

    /// <summary>A grade for one area of a programme.</summary>
    public sealed record ClaimGrade(string Body, string Programme, string Area, Grade Grade, ReadFrom From) : FactCommand
    {
        /// <inheritdoc/>
        public override string Stream => FactIds.Grade(Body, Programme, Area);
    }

    /// <summary>An audit of crime recording.</summary>
    public sealed record ClaimRecordingAudit(
        string Body, string Inspection, string Category, decimal Percent, decimal? HalfWidth, int? Sample, ReadFrom From)
        : FactCommand
    {
        /// <inheritdoc/>
        public override string Stream => FactIds.Recording(Body, FactIds.Programme(Inspection), Category);
    }

    /// <summary>An audit of stop and search records.</summary>
    public sealed record ClaimStopSearchAudit(string Body, string Inspection, decimal Percent, int? Records, ReadFrom From)
        : FactCommand
    {
        /// <inheritdoc/>
        public override string Stream => FactIds.StopSearch(Body, FactIds.Programme(Inspection));
    }

    /// <summary>A move into a phase, or a label that is no phase and the time it was used for.</summary>
    public sealed record ClaimPhaseMove(
        string Body, Phase? Phase, string Label, PartialDate EffectiveOn, PartialDate? Until, PartialDate? DecidedOn, string Reason, ReadFrom From)
        : FactCommand
    {
        /// <inheritdoc/>
        public override string Stream => FactIds.Phases(Body);
    }

    /// <summary>An entry of a timeline.</summary>
    public sealed record ClaimTimelineEntry(string Body, PartialDate OccurredOn, string Kind, string Summary, ReadFrom From)
        : FactCommand
    {
        /// <inheritdoc/>
        public override string Stream => FactIds.Timeline(Body, OccurredOn, Kind, Summary);
    }
}
