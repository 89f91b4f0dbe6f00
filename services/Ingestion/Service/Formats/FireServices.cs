using Oversight.Ingestion.Register;

namespace Oversight.Ingestion.Formats;

/// <summary>A register of bodies that says which service each is of.</summary>
internal static class FireServices
{
    public static readonly RecordKind Kind = new("fire services",
        [
            new("body", Need.Always), new("name", Need.Always), new("service", Need.Always), new("country", Need.MayBeEmpty),
            new("source_url", Need.MayBeEmpty), new("ons_code", Need.Extra),
        ],
        row => new RowContent.OfRegister(new RegisterCommand.RegisterBody(
            row.Name("body"), row.Name("name"), row.Service("service"), row.OptionalName("country"), row.OptionalName("ons_code"),
            row.OptionalCited(), row.Submission, row.Line)));
}
