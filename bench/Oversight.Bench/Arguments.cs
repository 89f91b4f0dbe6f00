namespace Oversight.Bench;

/// <summary>What was asked for.</summary>
/// <param name="Parts">Letters from a to i.</param>
/// <param name="Rounds">How often the things compared take turns.</param>
/// <param name="Rows">The rows of one submission in part a.</param>
/// <param name="ManyRows">The rows of the long import in part f.</param>
/// <param name="Json">Where every number is written to.</param>
internal sealed record Arguments(IReadOnlySet<string> Parts, int Rounds, int Rows, int ManyRows, string? Json)
{
    public const string Usage = """
        oversight bench [a] [b] [c] [d] [e] [f] [g] [h] [i] [--json FILE] [--rounds N] [--rows N] [--many-rows N]
          a  throughput of the three services against a floor and a naive variant
          b  latency from an accepted submission to the view
          c  rebuild of a view against a raw fold of the same events
          d  a body's as-of read with 10, 1,000 and 10,000 events
          e  memory and start-up of each service
          f  memory during an import of 200,000 rows
          g  latency from a confirmed decision to the page that shows it
          h  precision and recall of what is read in the sample documents
          i  the staff portal's home page and pages of bodies while twenty people click
        """;

    public static Arguments? Read(string[] args)
    {
        var (parts, read) = (new HashSet<string>(), new Arguments(new HashSet<string>("abcdefghi".Select(part => part.ToString())), 5, 20_000, 200_000, null));
        for (var i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case [>= 'a' and <= 'i'] part:
                    parts.Add(part);
                    break;
                case "--json" when i + 1 < args.Length:
                    read = read with { Json = args[++i] };
                    break;
                case "--rounds" when Number(i) is { } rounds:
                    (read, i) = (read with { Rounds = rounds }, i + 1);
                    break;
                case "--rows" when Number(i) is { } rows:
                    (read, i) = (read with { Rows = rows }, i + 1);
                    break;
                case "--many-rows" when Number(i) is { } rows:
                    (read, i) = (read with { ManyRows = rows }, i + 1);
                    break;
                default:
                    return null;
            }
        }

        return parts.Count == 0 ? read : read with { Parts = parts };

        int? Number(int at) => at + 1 < args.Length && int.TryParse(args[at + 1], out var number) && number > 0 ? number : null;
    }
}
