using Oversight.Core;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.Records;
using Oversight.Monitoring.Stays;

namespace Oversight.Monitoring.Histories;

/// <summary>A timeline that somebody kept tells some of what the record knows by itself. What one page says of one day is dated alike and told once.</summary>
internal static class Retold
{
    private const string Timeline = "timeline/", Investigation = "investigation", Step = "engage-step";

    /// <summary>Entries of a timeline with the day on which their page was published, where another claim from the same page about the same day gives it.</summary>
    public static IEnumerable<Backed<Happening>> Dated(IEnumerable<Recorded> events, IReadOnlyList<Backed<Happening>> happenings)
    {
        var dated = events.Select(recorded => Said(recorded.Event)).OfType<(PartialDate On, Provenance Source)>().Where(said => said.Source.PublishedOn is not null)
            .ToLookup(said => (said.On, said.Source.Cited), said => said.Source);
        return happenings.Select(happening => happening with
        {
            Evidence = [.. happening.Evidence.Select(source => source.Provenance.PublishedOn is null
                && dated[(happening.Value.OccurredOn, source.Provenance.Cited)].OrderBy(by => by.PublishedOn).ThenBy(by => by.ClaimId).FirstOrDefault() is { } by
                    ? source with { Provenance = source.Provenance with { PublishedOn = by.PublishedOn }, DatedBy = by } : source)],
        });
    }

    /// <summary>Each thing once, with everybody who tells of it. A move stands for itself; of anything else the timeline's own words are kept.</summary>
    public static IEnumerable<HistoryEntry> Once(IEnumerable<HistoryEntry> entries)
    {
        var all = entries.ToArray();
        var (told, gone) = (new Dictionary<string, HistoryEntry>(), new HashSet<string>());
        foreach (var kept in all.Where(entry => entry.Id.StartsWith(Timeline, StringComparison.Ordinal)))
        {
            var same = all.Where(other => IsSame(kept, other)).OrderBy(other => other.Id, StringComparer.Ordinal).ToArray();
            if (same.Length == 0 || all.Count(rival => rival.Id.StartsWith(Timeline, StringComparison.Ordinal) && same.Any(other => IsSame(rival, other))) > 1)
            {
                continue;
            }

            var (host, others) = Array.Find(same, IsMove) is { } move ? (move, [kept]) : (kept, same);
            told[host.Id] = With(host, others);
            gone.UnionWith(others.Select(other => other.Id));
        }

        return all.Where(entry => !gone.Contains(entry.Id)).Select(entry => told.GetValueOrDefault(entry.Id) ?? entry);
    }

    private static bool IsSame(HistoryEntry kept, HistoryEntry other) => kept.On == other.On && Tells(kept.Kind.ToLowerInvariant(), other)
        && other.Sources.Select(source => source.Cited).Intersect(kept.Sources.Select(source => source.Cited)).Any();

    private static bool Tells(string kind, HistoryEntry other) => kind switch
    {
        "iopc" or "misconduct" => other.Kind == Investigation,
        "monitoring" => IsMove(other) || Is(other, EngageStep.Ppog, EngageStep.Fpog, EngageStep.MilestonePlan, EngageStep.ImprovementPlan),
        "parliament" => Is(other, EngageStep.ParliamentTold),
        "inspection" or "publication" => Is(other, EngageStep.ReportPublished, EngageStep.Revisited),
        "letter" => Is(other, EngageStep.LetterSent),
        _ => false,
    };

    private static bool Is(HistoryEntry entry, params EngageStep[] steps) =>
        entry.Kind == Step && Array.Exists(steps, step => entry.Id.StartsWith($"{Step}/{step.Word}/", StringComparison.Ordinal));

    private static HistoryEntry With(HistoryEntry host, HistoryEntry[] others)
    {
        var detail = string.Join("; ", others.Where(other => !other.Id.StartsWith(Timeline, StringComparison.Ordinal))
            .Select(other => other.Detail is null ? other.Title : $"{other.Title} ({other.Detail})"));
        HistoryEntry[] all = [host, .. others];

        // One page that is dated is enough.
        var doubts = all.Any(entry => !entry.Marks.Any(IsDoubt)) ? (Func<Mark, bool>)IsDoubt : _ => false;
        return host with
        {
            Detail = host.Detail ?? (detail.Length == 0 ? null : detail),
            Sources = [.. all.SelectMany(entry => entry.Sources).DistinctBy(source => source.ClaimId)],
            Marks = [.. all.SelectMany(entry => entry.Marks).Where(mark => !doubts(mark)).Distinct().Order()],
            Trail = [.. all.SelectMany(entry => entry.Trail).Distinct()],
            Tells = [.. others.Select(other => new ToldToo(other.Id, other.Kind, other.Title, other.Detail) { Sources = other.Sources })],
        };
    }

    private static bool IsMove(HistoryEntry entry) => entry.Kind is "engage" or "scan";

    private static bool IsDoubt(Mark mark) => mark is Mark.PublicationDateUnknown or Mark.PublicationDateImprecise or Mark.PublicationDayByAnotherSource;

    private static (PartialDate, Provenance)? Said(BodyEvent said) => said switch
    {
        BodyEvent.InvestigationStepNoted e => (e.On, e.Provenance),
        BodyEvent.EngageStepNoted e => (e.On, e.Provenance),
        BodyEvent.MovedToEngage e => (e.EffectiveOn, e.Provenance),
        BodyEvent.ReturnedToScan e => (e.EffectiveOn, e.Provenance),
        _ => null,
    };
}
