using Oversight.Contracts.Grading.V1;
using Oversight.Monitoring.Bodies;

namespace Oversight.Monitoring.Told;

internal static class WhenFindingRecorded
{
    public static (string Stream, BodyCommand Command) When(PracticeRecorded told) => (told.Body, new BodyCommand.NotePractice(
        told.Practice, told.Label, told.Inspection, told.Programme, told.Source.Provenance));

    public static (string Stream, BodyCommand Command) When(FindingRecorded told) => (told.Body, new BodyCommand.NoteFinding(
        told.Inspection, told.Programme, told.Topic, told.Standard, told.Count, told.OutOf, told.Percent, told.Text, told.Source.Provenance));
}
