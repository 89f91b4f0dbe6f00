using Oversight.Ingestion.Register;

namespace Oversight.Ingestion.Formats;

/// <summary>A register of police forces.</summary>
internal static class Forces
{
    public static readonly RecordKind Kind = new("forces",
        [new("force", Need.Always), new("name", Need.Always), new("country", Need.MayBeEmpty), new("ons_code", Need.MayBeEmpty), new("source_url", Need.Extra)],
        row => new RowContent.OfRegister(new RegisterCommand.RegisterBody(
            row.Name("force"), row.Name("name"), BodyService.Police, row.OptionalName("country"), row.OptionalName("ons_code"),
            row.OptionalCited(), row.Submission, row.Line)));
}
