using Oversight.Portal.Api;
using Oversight.Portal.Tables;
using Oversight.Portal.Words;
using static Oversight.Portal.Pages.CompareModel;
using Side = Oversight.Portal.Pages.CompareModel.Side;

namespace Oversight.Portal.Pages;

/// <summary>Which entries of the timelines explain what differs between two times; where none does, what it lies in.</summary>
/// <param name="Left">The first time.</param>
/// <param name="Right">The second.</param>
/// <param name="Entries">Those that only one of them shows or that they tell otherwise.</param>
internal sealed record Differing(Side Left, Side Right, IReadOnlyList<Explaining> Entries)
{
    public const string Cause = "cause/";

    private const string OfStay = "stay/", OfGrade = "grade/", OfAudit = "audit/", OfConflict = "conflict/";

    private static readonly string[] Moves = ["engage", "scan"], SaidLater = ["settled", "reopened", "corrected", "withdrawn", "disputed", "dispute-withdrawn"];

    public static string KeyOf(Audit audit) => $"{OfAudit}{audit.Kind}/{audit.Programme}/{audit.Category}";

    /// <summary>When a cause of concern was raised, where one of the times cannot tell whether it had been.</summary>
    public static string Raised(CauseLine cause) => (cause.RaisedOn ?? cause.PublishedOn) is { } on ? $"when it was raised is known as {Dates.Day(on)}" : "when it was raised is not known";

    /// <summary>The entries that are about one thing that differs.</summary>
    public IEnumerable<Explaining> By(string key)
    {
        var (about, fact) = key.Split('/', 2) is [var first, var rest] ? (first + "/", rest) : (key, "");
        return about switch
        {
            // Of several moves between the two times, the last one made the phase what it is.
            "phase" or "since" => Entries.Where(IsMove).GroupBy(one => one.Side).Select(moves => moves.MaxBy(one => one.Entry.On, StringComparer.Ordinal)!).Concat(Later("phase/")),
            OfStay => Entries.Where(one => IsMove(one) && Ends(fact).Contains(one.Entry.On)).Concat(Later("phase/")),
            OfGrade => Tells("grades", told => fact.Split('/', 2) is [var programme, var area] && told.Id.StartsWith($"grades/{programme}/", StringComparison.Ordinal) && $"; {told.Detail}".Contains($"; {area}: ", StringComparison.Ordinal)).Concat(Later(OfGrade)),
            OfAudit => new[] { Left, Right }.SelectMany(side => side.Body?.Audits ?? []).FirstOrDefault(audit => KeyOf(audit) == key) is not { } audit ? []
                : Tells("audit", told => told.Title.StartsWith(audit.Programme, StringComparison.Ordinal) && told.Title.Contains($": {audit.Category} ", StringComparison.Ordinal)).Concat(Later(OfAudit)),
            Cause => Entries.Where(one => one.Entry.Id.Contains(fact, StringComparison.Ordinal)).Concat(From(fact)).Concat(Later(fact)),
            OfConflict => From(fact).Concat(Later(fact)),
            "name" => Entries.Where(one => one.Entry.Kinds.Any(kind => kind is "name" or "lineage")),
            _ => [],
        };
    }

    /// <summary>The same as a field of the table: links to the entries, or what else explains it.</summary>
    public Cell Cell(string key)
    {
        var entries = By(key).DistinctBy(one => (one.Side, one.Entry.Id)).ToList();
        return entries.Count == 0 ? new(Otherwise(key))
            : new(string.Join("; ", entries.Select(Text)), Links: [.. entries.Select(one => (Text(one), one.Side.At.AddedTo($"/bodies/{one.Side.Body!.Id}#{one.Entry.Id}")))]);

        static string Text(Explaining one) => $"{Told.InWords(one.Entry.Title)}, {(one.Entry.On is null ? "date not known" : Dates.Day(one.Entry.On))}{(one.IsInBoth ? " (told otherwise)" : "")}";
    }

    private string Otherwise(string key)
    {
        if (key.StartsWith(OfStay, StringComparison.Ordinal) && (Of(Left, key), Of(Right, key)) is ({ } before, { } now) && before.Exit == now.Exit && before.Exit is null && before.Days != now.Days)
        {
            // At its longest it grows with every day, whatever is known of its beginning.
            var isSure = now.Days.AtMost - before.Days.AtMost == now.Days.AtLeast - before.Days.AtLeast;
            return $"the day alone: it goes on, and is {(isSure ? "" : "up to ")}{Say.Count(Math.Abs(now.Days.AtMost - before.Days.AtMost), "day")} {(now.Days.AtMost < before.Days.AtMost ? "shorter" : "longer")}";
        }

        if (key.StartsWith(Cause, StringComparison.Ordinal) && (Left.Causes ?? []).Concat(Right.Causes ?? []).Where(cause => Cause + cause.Id == key).ToList() is { Count: > 0 } causes && causes.Any(cause => cause.State == "CannotTell"))
        {
            return $"the day alone: {Raised(causes[0])}, so one of the times cannot tell whether it had been";
        }

        return (Left.At.KnownAt != Right.At.KnownAt, Left.At.RecordedAt != Right.At.RecordedAt) switch
        {
            (_, true) => "what was recorded here in between; no entry of the timeline is about it",
            (true, _) => "what was published in between; no entry of the timeline is about it",
            _ => "the day alone: what is known of it holds from one day on, and no entry of the timeline is about it",
        };
    }

    private static Stay? Of(Side side, string key) => side.Body?.Stays.FirstOrDefault(stay => OfStay + stay.Entry.On == key);

    // The days on which a stay began and ended, as either time has them.
    private IEnumerable<string?> Ends(string entered) => new[] { Left, Right }.Select(side => Of(side, OfStay + entered)).OfType<Stay>().SelectMany(stay => new[] { stay.Entry.On, stay.Exit?.On }).OfType<string>();

    private static bool IsMove(Explaining one) => one.Entry.Kinds.Any(Moves.Contains);

    // What somebody settled or said later names the fact that it is about.
    private IEnumerable<Explaining> Later(string fact) => Entries.Where(one => SaidLater.Contains(one.Entry.Kind) && one.Entry.Title.Contains(fact, StringComparison.Ordinal));

    private IEnumerable<Explaining> From(string fact) => Entries.Where(one => one.Entry.Sources.Any(source => source.FactId == fact));

    private IEnumerable<Explaining> Tells(string kind, Func<ToldToo, bool> isIt) =>
        Entries.Where(one => (one.Entry.Tells ?? []).Prepend(new(one.Entry.Id, one.Entry.Kind, one.Entry.Title, one.Entry.Detail)).Any(told => told.Kind == kind && isIt(told)));
}
