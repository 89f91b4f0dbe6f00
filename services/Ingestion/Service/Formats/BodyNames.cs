using Oversight.Ingestion.Register;

namespace Oversight.Ingestion.Formats;

/// <summary>Other names of bodies in the register.</summary>
internal static class BodyNames
{
    public static readonly RecordKind Kind = new("names of bodies",
        [
            new("body", Need.Always), new("name", Need.Always), new("kind", Need.Always), new("from", Need.MayBeEmpty), new("to", Need.MayBeEmpty),
            new("source_url", Need.MayBeEmpty),
        ],
        Read);

    private static RowContent.OfRegister Read(Cells row)
    {
        var (body, name, kind) = (row.Name("body"), row.Name("name"), row.NameKind("kind"));
        var (from, to) = (row.OptionalDate("from"), row.OptionalDate("to"));
        row.InOrder("from", from, "to", to);
        return new RowContent.OfRegister(new RegisterCommand.NameBody(body, name, kind, from, to, row.OptionalCited(), row.Submission, row.Line));
    }
}
