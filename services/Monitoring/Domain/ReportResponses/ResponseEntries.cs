using Oversight.Core;
using Oversight.Monitoring.Histories;
using Oversight.Monitoring.Records;

namespace Oversight.Monitoring.ReportResponses;

/// <summary>How reports, the answers to them, and missed deadlines read in a timeline.</summary>
internal static class ResponseEntries
{
    public static IEnumerable<HistoryEntry> Of(string body, IEnumerable<Recorded> events, Trail trail, Viewpoint viewpoint) =>
        ReportResponse.Noted(ReportResponseRecord.Fold(body, events), viewpoint, trail).SelectMany(report => Steps(report).Concat(Missed(report)));

    private static IEnumerable<HistoryEntry> Steps(ReportResponse report) => report.Steps.Select(step => new HistoryEntry(
        $"section-55/{report.Id}/{step.Step.Word}", step.When.On, null, "section-55", $"{report.Report}: {Words(step.Step)}",
        step.Step == ResponseStep.Published && report.LastDay is { } last ? $"To be answered by {report.Owner!.Name}; the last day is {PartialDate.On(last).InWords}" : null,
        SourceShown.Of(step.When.Claims, said => said.On.ToString()), [.. step.When.Marks, .. report.Marks.Where(mark => mark == Mark.NothingSuchOnRecord)], []));

    private static IEnumerable<HistoryEntry> Missed(ReportResponse report) =>
        report is { Missed: { } missed, Published: { } published }
            ? [new HistoryEntry(
                $"deadline/section-55/{report.Id}", PartialDate.On(missed.LastDay.AddDays(1)), null, "deadline", $"{report.Report}: the time to answer had passed",
                $"The last day was {PartialDate.On(missed.LastDay).InWords}; noticed by the clock of {PartialDate.On(missed.NoticedOn).InWords}{(report.IsMissRefuted ? "; as is known by now, nothing was missed" : "")}",
                SourceShown.Of(published.Claims, said => said.On.ToString()), report.IsMissRefuted ? [Mark.Corrected] : [], [])]
            : [];

    private static string Words(ResponseStep step) => step switch
    {
        ResponseStep.Published => "published",
        ResponseStep.CommentsInvited => "the chief officer was asked for comments",
        ResponseStep.ChiefOfficerComments => "the chief officer's comments came",
        ResponseStep.ResponsePublished => "the answer of the local policing body was published",
        ResponseStep.CopiesSent => "copies went to the inspectorate and the Secretary of State",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
