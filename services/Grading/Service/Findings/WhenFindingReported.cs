using Oversight.Contracts.Ingestion.V1;
using Oversight.Core;
using Oversight.Grading.ProgrammeRecords;

namespace Oversight.Grading.Findings;

/// <summary>What Ingestion says of findings that have no grade.</summary>
internal static class WhenFindingReported
{
    public static (string Stream, GradingCommand Command) When(PracticeReported reported) => (
        ProgrammeRecord.Stream(reported.Body, reported.Programme),
        new GradingCommand.RecordPractice(reported.Body, reported.Practice, reported.Label, reported.Inspection, reported.Programme, Standing(reported.Source), Sources.Read(reported.Source)));

    public static (string Stream, GradingCommand Command) When(PracticeAdoptionReported reported) => (
        ProgrammeRecord.Stream(reported.Body, reported.Programme),
        new GradingCommand.RecordAdoption(reported.Body, reported.Practice, reported.Inspection, reported.Programme, reported.AdoptedBy,
            reported.On is { } on ? PartialDate.Parse(on) : null, Standing(reported.Source), Sources.Read(reported.Source)));

    public static (string Stream, GradingCommand Command) When(FindingReported reported) => (
        ProgrammeRecord.Stream(reported.Body, reported.Programme),
        new GradingCommand.RecordFinding(reported.Body, reported.Inspection, reported.Programme, reported.Topic, reported.Standard,
            reported.Count, reported.OutOf, reported.Percent, reported.Text, Standing(reported.Source), Sources.Read(reported.Source)));

    private static Standing Standing(Source source) => Enum.Parse<Standing>(source.Standing, ignoreCase: true);
}
