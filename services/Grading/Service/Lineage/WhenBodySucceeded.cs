using Oversight.Contracts.Ingestion.V1;
using Oversight.Core;
using Oversight.Grading.ProgrammeRecords;

namespace Oversight.Grading.Lineage;

/// <summary>A merger is told to both bodies; here only the later one's beginning matters.</summary>
internal static class WhenBodySucceeded
{
    public static (string Stream, GradingCommand Command)? When(BodySucceeded told) => told.Body != told.Successor ? null
        : (told.Body, new GradingCommand.NotePredecessor(told.Body, told.Predecessor, told.Formed, PartialDate.Parse(told.LawOn), Sources.Read(told.Source)));
}
