using Oversight.Contracts.Ingestion.V1;
using Oversight.Core;

namespace Oversight.Monitoring.Told;

/// <summary>Reads what every contract says about its source.</summary>
internal static class FromSource
{
    extension(Source source)
    {
        public Provenance Provenance => new(
            source.ClaimId, source.FactId, source.Revision, source.Cited, source.Submission, source.Line, Date(source.PublishedOn));

        public Standing StandingThen => Enum.Parse<Standing>(source.Standing, ignoreCase: true);
    }

    public static PartialDate? Date(string? text) => text is null ? null : PartialDate.Parse(text);
}
