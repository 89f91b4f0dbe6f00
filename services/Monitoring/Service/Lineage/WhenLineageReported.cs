using Oversight.Contracts.Ingestion.V1;
using Oversight.Core;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.Told;

namespace Oversight.Monitoring.Lineage;

internal static class WhenLineageReported
{
    public static (string Stream, BodyCommand Command) When(BodySucceeded told) => (told.Body, new BodyCommand.NoteSuccession(
        told.Predecessor, told.Successor, told.Formed, PartialDate.Parse(told.LawOn), FromSource.Date(told.InUseOn), told.Note, told.Source.Provenance));

    public static (string Stream, BodyCommand Command) When(BodyRenamed told) => (told.Body, new BodyCommand.NoteRename(
        told.FormerName, told.Name, FromSource.Date(told.LawOn), FromSource.Date(told.InUseOn), told.Note, told.Source.Provenance));

    public static (string Stream, BodyCommand Command) When(BodiesInspectedJointly told) => (told.Body, new BodyCommand.NoteJointInspection(
        told.With, told.Inspection, PartialDate.Parse(told.On), told.Note, told.Source.Provenance));
}
