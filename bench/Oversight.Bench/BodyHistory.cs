using Marten;
using Oversight.Core;
using Oversight.Grading.Audits;
using Oversight.Grading.ProgrammeRecords;
using Oversight.Monitoring.Bodies;
using System.Globalization;
using static Oversight.Monitoring.Bodies.BodyEvent;

namespace Oversight.Bench;

/// <summary>
/// Made-up streams of a body with the mix that the record of the Metropolitan Police Service has: of 80 events 1 registration, 4 other names,
/// 3 claims about moves, 17 about grades, 5 about audits, 1 conflict and 49 entries of its timeline.
/// </summary>
/// <remarks>
/// However long, a body has no more than 120 graded areas (today's programmes have about 50), 40 audits, 12 moves, 6 other names and 10 facts in dispute;
/// what comes beyond is a further source for one of them. Its timeline grows without bound.
/// </remarks>
internal static class BodyHistory
{
    public const string Mix = "the Met's mix: of 80 events 49 timeline, 17 grades, 5 audits, 4 names, 3 moves, 1 conflict, 1 registration;"
        + " at most 120 graded areas, 40 audits, 12 moves and 10 disputes, beyond that further sources for the same.";

    private const int GradedAreas = 120, Audits = 40, Moves = 12, Names = 6, Disputes = 10;

    private static readonly (string Name, int Year)[] Programmes =
    [
        ("PEEL 2014", 2014), ("PEEL 2015", 2015), ("PEEL 2016", 2016), ("PEEL 2017", 2017),
        ("PEEL 2018/19", 2019), ("PEEL 2021/22", 2022), ("PEEL 2023-25", 2024), ("PEEL 2025-27", 2026),
    ];

    // Spread as they would arrive, not kind by kind.
    private static readonly char[] Cycle = [.. "RTGTTATGTTNTGTTMTGTTTGTATTGTNTTGTTCTGTTMTGTATTGTTGTTNTGTTATGTTTGTMTTGTNTTGTATTGT"];

    public static IEnumerable<BodyEvent> Of(string body, int events)
    {
        var nth = Cycle.Distinct().ToDictionary(kind => kind, _ => 0);
        for (var i = 0; i < events; i++)
        {
            var kind = Cycle[i % Cycle.Length];
            yield return Make(body, kind, nth[kind]++);
        }
    }

    /// <summary>What Grading had stored before Monitoring noted it.</summary>
    public static (string Stream, GradingEvent Event)? OfGrading(string body, BodyEvent noted) => noted switch
    {
        GradeNoted { Ruling: GradeRuling.Awarded } e => (ProgrammeRecord.Stream(body, e.Programme), new GradingEvent.GradeAwarded(body, e.Programme, e.Area, e.Grade, e.Provenance)),
        GradeNoted e => (ProgrammeRecord.Stream(body, e.Programme), new GradingEvent.GradeSupported(body, e.Programme, e.Area, e.Grade, e.Provenance)),
        AuditNoted { Standing: Standing.First } e => (ProgrammeRecord.Stream(body, e.Programme), new GradingEvent.AuditAssessed(body, e.Programme, Figure(e), e.Method, e.Provenance)),
        AuditNoted e => (ProgrammeRecord.Stream(body, e.Programme), new GradingEvent.AuditSupported(body, e.Programme, Figure(e), e.Method, e.Provenance)),
        _ => null,
    };

    /// <summary>Appends to a store, one event of each body after the other, as imports bring them.</summary>
    /// <returns>How many events that were.</returns>
    public static async Task<int> Append<TEvent>(
        DocumentStore store, IReadOnlyDictionary<string, int> lengths, Func<string, BodyEvent, (string Stream, TEvent Event)?> translate)
        where TEvent : notnull
    {
        var (open, appended) = (lengths.ToDictionary(body => body.Key, body => Of(body.Key, body.Value).GetEnumerator()), 0);
        while (open.Count > 0)
        {
            await using var session = store.LightweightSession();
            for (var left = 1_000; left > 0 && open.Count > 0;)
            {
                foreach (var (body, events) in open.ToList())
                {
                    left--;
                    if (!events.MoveNext())
                    {
                        open.Remove(body);
                    }
                    else if (translate(body, events.Current) is var (stream, @event))
                    {
                        appended++;
                        session.Events.Append(stream, @event);
                    }
                }
            }

            await session.SaveChangesAsync();
        }

        return appended;
    }

    private static AuditFigure Figure(AuditNoted audit) => new(AuditKind.Recording, audit.Inspection, audit.Category, audit.Percent, audit.HalfWidth, audit.Sample);

    private static BodyEvent Make(string body, char kind, int n) => kind switch
    {
        'R' => new BodyRegistered($"{body} Constabulary", "police", "England", $"E{n:00000000}", null),
        'N' => new BodyNamed($"{body} Police {n % Names}", "alias", null, null, n < Names ? null : $"https://example.org/{body}/names/{n}"),
        'M' => Move(body, n % Moves, n),
        'G' => new GradeNoted(Programmes[n % GradedAreas % 8].Name, $"Area {n % GradedAreas / 8}", n % GradedAreas % 3 == 0 ? "outstanding" : "good",
            n < GradedAreas ? GradeRuling.Awarded : GradeRuling.Supported, From(body, $"grade/{body}/{n % GradedAreas}", n, Programmes[n % GradedAreas % 8].Year)),
        'A' => new AuditNoted("recording", $"Crime Data Integrity inspection {2014 + (n % Audits / 4)}", $"Crime Data Integrity inspection {2014 + (n % Audits / 4)}",
            $"category {n % Audits % 4}", "rolling-2016-2020", 80 + (n % Audits * 0.4m), 1.7m, 700,
            n < Audits ? Standing.First : Standing.Supports, From(body, $"recording/{body}/{n % Audits}", n, 2014 + (n % Audits / 4))),
        'C' => new ConflictNoted($"stop-search/{body}/{n % Disputes}", "stop and search records with reasonable grounds",
            [new("75 %", From(body, $"dispute/{body}/{n % Disputes}/a", n, 2022)), new("76 %", From(body, $"dispute/{body}/{n % Disputes}/b", n, 2022))]),
        _ => new TimelineNoted(PartialDate.Parse($"{2000 + (n % 24)}-{1 + (n % 12):00}-{1 + (n % 28):00}"), "iopc",
            $"An investigation, inquiry or judgment about {body} that takes a sentence to sum up, number {n}", From(body, $"timeline/{body}/{n}", n, 2000 + (n % 24))),
    };

    private static BodyEvent Move(string body, int move, int n) => move % 2 == 0
        ? new MovedToEngage(PartialDate.Parse($"{2000 + (move * 2)}-06-28"), null, "call handling, professional standards, systemic failures",
            n < Moves ? Standing.First : Standing.Supports, From(body, $"phase/{body}/engage/{move}", n, 2000 + (move * 2)))
        : new ReturnedToScan(PartialDate.Parse($"{2000 + (move * 2)}-01-23"), null, "causes of concern closed; progress on its plan",
            n < Moves ? Standing.First : Standing.Supports, From(body, $"phase/{body}/scan/{move}", n, 2000 + (move * 2)));

    private static Provenance From(string body, string fact, int n, int year) => new(
        NameBasedId.Of(fact, n.ToString(CultureInfo.InvariantCulture)), fact, n + 1, $"https://example.org/publications/{body}/report-{n}-of-the-inspectorate",
        "0123456789abcdef0123456789abcdef", n + 2, PartialDate.Parse($"{year}-09-22"));
}
