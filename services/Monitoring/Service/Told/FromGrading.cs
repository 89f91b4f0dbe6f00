using Oversight.Contracts.Grading.V1;
using Oversight.Hosting;
using Oversight.Monitoring.Bodies;

namespace Oversight.Monitoring.Told;

/// <summary>What Grading says that Monitoring takes in.</summary>
internal static class FromGrading
{
    public static Inbox<Body, BodyCommand, BodyEvent> Inbox => new Inbox<Body, BodyCommand, BodyEvent>("grading")
        .When<GradeAwarded>(WhenGradeAwarded.When)
        .When<GradeSupported>(WhenGradeSupported.When)
        .When<GradeRevised>(WhenGradeRevised.When)
        .When<GradeContested>(WhenGradeContested.When)
        .When<AuditAssessed>(WhenAuditAssessed.When)
        .When<PracticeRecorded>(WhenFindingRecorded.When)
        .When<FindingRecorded>(WhenFindingRecorded.When)
        .Ignore<PracticeAdopted>();
}
