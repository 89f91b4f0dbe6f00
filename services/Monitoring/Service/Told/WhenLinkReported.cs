using Oversight.Contracts.Ingestion.V1;
using Oversight.Core;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.EntryLinks;

namespace Oversight.Monitoring.Told;

internal static class WhenLinkReported
{
    public static (string Stream, BodyCommand Command) When(LinkReported told) => (told.Body, new BodyCommand.NoteLink(
        told.Of, Kebab.Parse<Relation>(told.Relation), told.To, told.Source.Provenance));
}
