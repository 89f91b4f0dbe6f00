using System.Runtime.CompilerServices;
using System.Text;
using Oversight.Ingestion.Facts;
using Oversight.Ingestion.Formats;
using Oversight.Ingestion.Register;
using Oversight.Ingestion.Submissions;

namespace Oversight.Specs.Ingestion;

/// <summary>The files in <c>data/</c>, and what becomes of a file without a store.</summary>
internal static class Samples
{
    public static readonly DateOnly Today = new(2026, 11, 23);

    private static readonly Lazy<BodyRegister> Known = new(() =>
        Register(Register(Register(BodyRegister.Initial, "forces.csv"), "fire-services.csv"), "body-names.csv"));

    /// <summary>The register as the data folder makes it.</summary>
    public static BodyRegister Bodies => Known.Value;

    public static byte[] Data(string name) => File.ReadAllBytes(Path.Combine(DataFolder(), name));

    public static Reading Reading(string? body = null, BodyRegister? bodies = null) => new("s1", bodies ?? Bodies, Today, body);

    public static Task<(RecordKind? Kind, FileRefusal? Refusal)> Check(byte[] file, string mediaType = MediaTypes.Csv, string? body = null) =>
        FileCheck.Of(() => new MemoryStream(file), mediaType, body, CancellationToken.None);

    public static Task<(RecordKind? Kind, FileRefusal? Refusal)> Check(string file, string mediaType = MediaTypes.Csv, string? body = null) =>
        Check(Encoding.UTF8.GetBytes(file), mediaType, body);

    public static async Task<List<Row>> Rows(byte[] file, string mediaType = MediaTypes.Csv, string? body = null)
    {
        var (kind, refusal) = await Check(file, mediaType, body);
        return kind is null
            ? throw new InvalidOperationException($"{refusal}")
            : await Oversight.Ingestion.Formats.Rows.Of(new MemoryStream(file), mediaType, kind, CancellationToken.None).ToListAsync();
    }

    /// <summary>Reads a file to its end the way the service does, with the facts in memory.</summary>
    public static async Task<Outcome> Import(byte[] file, string mediaType = MediaTypes.Csv, string? body = null, Dictionary<string, Fact>? facts = null)
    {
        var (kind, _) = await Check(file, mediaType, body);
        var outcome = new Outcome(facts ?? []);
        foreach (var row in await Rows(file, mediaType, body))
        {
            var (content, flaw) = Cells.Read(kind!, row, Reading(body));
            if (flaw is not null)
            {
                outcome.Refused.Add(new(row.Line, flaw.Field, flaw.Rule, flaw.Message));
            }
            else if (content is RowContent.OfFacts claims)
            {
                outcome.Take(claims.Claims);
            }
        }

        return outcome;
    }

    /// <summary>One row under a header, read as the service reads it.</summary>
    public static async Task<Flaw?> FlawOf(string header, string row, string? body = null)
    {
        var file = Encoding.UTF8.GetBytes($"{header}\n{row}\n");
        var (kind, refusal) = await Check(file, body: body);
        return kind is null ? throw new InvalidOperationException($"{refusal}") : Cells.Read(kind, (await Rows(file, body: body))[0], Reading(body)).Flaw;
    }

    private static BodyRegister Register(BodyRegister bodies, string name)
    {
        foreach (var row in Rows(Data(name)).GetAwaiter().GetResult())
        {
            var (kind, _) = Check(Data(name)).GetAwaiter().GetResult();
            var content = (RowContent.OfRegister)Cells.Read(kind!, row, Reading(null, bodies)).Content!;
            bodies = BodyRegister.Decide(content.Command, bodies).Aggregate(bodies, BodyRegister.Evolve);
        }

        return bodies;
    }

    private static string DataFolder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "data");
}

/// <summary>What became of the rows of a file.</summary>
internal sealed class Outcome(Dictionary<string, Fact> facts)
{
    public int Accepted { get; private set; }

    public int Unchanged { get; private set; }

    public int Conflicting { get; private set; }

    public List<RefusedRow> Refused { get; } = [];

    public List<FactEvent> Events { get; } = [];

    public Dictionary<string, Fact> Facts => facts;

    public (int Accepted, int Unchanged, int Conflicting, int Refused) Counts => (Accepted, Unchanged, Conflicting, Refused.Count);

    public void Take(FactCommand[] claims)
    {
        var decided = new List<FactEvent>();
        foreach (var claim in claims)
        {
            var fact = facts.GetValueOrDefault(claim.Stream, Fact.Initial);
            var events = Fact.Decide(claim, fact);
            facts[claim.Stream] = events.Aggregate(fact, Fact.Evolve);
            decided.AddRange(events);
        }

        Events.AddRange(decided);
        switch (RowOutcomes.Of(decided))
        {
            case RowOutcome.Unchanged:
                Unchanged++;
                break;
            case RowOutcome.Conflicting:
                Conflicting++;
                break;
            default:
                Accepted++;
                break;
        }
    }
}
