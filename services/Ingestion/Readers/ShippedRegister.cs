using Oversight.Core;
using Oversight.Ingestion.Register;

namespace Oversight.Ingestion.Readers;

/// <summary>The bodies and their names as this version of Oversight ships them.</summary>
public static class ShippedRegister
{
    /// <summary>The same as an import of the three files makes it.</summary>
    public static BodyRegister Bodies { get; } = Rows("forces.csv").Select(cells => (RegisterCommand)new RegisterCommand.RegisterBody(cells[0], cells[1], BodyService.Police, Known(cells[2]), Known(cells[3]), null, "shipped", 0))
        .Concat(Rows("fire-services.csv").Select(cells => new RegisterCommand.RegisterBody(cells[0], cells[1], BodyService.Fire, Known(cells[3]), null, null, "shipped", 0)))
        .Concat(Rows("body-names.csv").Select(cells => new RegisterCommand.NameBody(cells[0], cells[1], Enum.Parse<NameKind>(cells[2], ignoreCase: true), Date(cells[3]), Date(cells[4]), null, "shipped", 0)))
        .Aggregate(BodyRegister.Initial, (bodies, command) => BodyRegister.Decide(command, bodies).Aggregate(bodies, BodyRegister.Evolve));

    // Our own files; none of these cells holds a comma or a quote, which a spec makes sure of.
    private static IEnumerable<string[]> Rows(string name)
    {
        using var reader = new StreamReader(typeof(ShippedRegister).Assembly.GetManifestResourceStream(name)!);
        reader.ReadLine();
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            yield return line.Split(',');
        }
    }

    private static string? Known(string cell) => cell.Length == 0 ? null : cell;

    private static PartialDate? Date(string cell) => PartialDate.TryParse(cell, out var date) ? date : null;
}
