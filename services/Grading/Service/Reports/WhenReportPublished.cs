using Oversight.Contracts.Ingestion.V1;
using Oversight.Core;
using Oversight.Grading.Programmes;
using Oversight.Grading.ProgrammeRecords;

namespace Oversight.Grading.Reports;

/// <summary>Of the steps around Engage only the reports matter here, and of those the ones whose detail begins with the name of a programme.</summary>
internal static class WhenReportPublished
{
    public static (string Stream, GradingCommand Command)? When(EngageStepReported told) =>
        told.Step == "report-published" && told.Detail.Split(',')[0] is var name && Catalogue.Find(name) is { } programme && programme.Name == name
            ? (ProgrammeRecord.Stream(told.Body, name), new GradingCommand.DateReport(told.Body, name, PartialDate.Parse(told.On), Sources.Read(told.Source)))
            : null;
}
