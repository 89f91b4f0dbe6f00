using Oversight.Core;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.Records;
using static Oversight.Monitoring.Bodies.BodyEvent;

namespace Oversight.Specs.Monitoring;

/// <summary>The public record's own monitoring history, read as plainly as can be.</summary>
internal static class PublicRecord
{
    private static readonly string Data = Path.Combine(Root(), "data");

    /// <summary>Every body in the register, with the claims that the monitoring history makes about it.</summary>
    public static IReadOnlyDictionary<string, BodyEvent[]> Events { get; } = Read();

    public static IReadOnlyDictionary<string, BodyRecord> Bodies { get; } =
        Events.ToDictionary(body => body.Key, body => BodyRecords.Fold(body.Key, Claims.Recorded(body.Value)));

    private static Dictionary<string, BodyEvent[]> Read()
    {
        var forces = Rows("forces.csv").Select(row => (Id: row["force"], Name: row["name"], Service: "police"));
        var services = Rows("fire-services.csv").Select(row => (Id: row["body"], Name: row["name"], Service: "fire"));
        var register = forces.Concat(services).ToArray();
        var ids = register.ToDictionary(body => body.Name, body => body.Id);
        var claims = Rows("monitoring-history.csv").Concat(Rows("monitoring-letters.csv")).SelectMany(row => Moves(ids[row["body"]], row)).ToLookup(claim => claim.Body, claim => claim.Event);

        return register.ToDictionary(body => body.Id, body =>
            claims[body.Id].Prepend(new BodyRegistered(body.Name, body.Service, null, null, null)).ToArray());
    }

    // The publication date of a row is that of its entry; of its exit nobody says.
    private static IEnumerable<(string Body, BodyEvent Event)> Moves(string body, Dictionary<string, string> row)
    {
        var (from, to) = (PartialDate.Parse(row["from_date"]), row["to_date"]);
        var reason = row["reason_summary"];
        switch (row["phase"])
        {
            case "Engage":
                yield return (body, new MovedToEngage(from, null, reason, Standing.First, Source(body, "engage", from, row, row["published_on"])));
                if (to.Length > 0)
                {
                    var until = PartialDate.Parse(to);
                    yield return (body, new ReturnedToScan(until, null, reason, Standing.First, Source(body, "scan", until, row, "")));
                }

                break;
            case "Scan":
                yield return (body, new ReturnedToScan(from, null, reason, Standing.First, Source(body, "scan", from, row, row["published_on"])));
                break;
            case var label:
                yield return (body, new PhaseQuoted(label, from, PartialDate.Parse(to), reason, Source(body, label, from, row, "")));
                break;
        }
    }

    private static Provenance Source(string body, string phase, PartialDate on, Dictionary<string, string> row, string published)
    {
        var (cited, fact) = (row["source_url"], $"phase/{body}/{phase}/{on}");
        return new(NameBasedId.Of(fact, cited, published), fact, 1, cited, "monitoring-history.csv", int.Parse(row["line"], null),
            published.Length == 0 ? null : PartialDate.Parse(published));
    }

    private static IEnumerable<Dictionary<string, string>> Rows(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(Data, file)).Select(Cells).ToArray();
        return lines.Select((cells, i) => lines[0].Zip(cells).Append(("line", $"{i + 1}")).ToDictionary(cell => cell.Item1, cell => cell.Item2)).Skip(1);
    }

    private static string[] Cells(string line)
    {
        var (cells, cell, quoted) = (new List<string>(), new System.Text.StringBuilder(), false);
        foreach (var c in line)
        {
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(c);
            }
        }

        return [.. cells, cell.ToString()];
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Directory.Packages.props")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The specs run inside the repository.");
        }

        return folder;
    }
}
