using Oversight.Core;
using Oversight.Monitoring.Phases;
using Oversight.Monitoring.Records;

namespace Oversight.Monitoring.Histories;

/// <summary>How each thing that the record holds reads in a timeline.</summary>
internal static class EntryOf
{
    // Below this many cases a percentage says little.
    private const int Tiny = 30;

    public static string IdOf(Move move) => $"{(move.Phase == Phase.Engage ? "engage" : "scan")}/{move.Dates[0].Value.On}";

    public static HistoryEntry Move(Move move)
    {
        var sources = SourceShown.Of(move.Claims.Concat(move.Overruled), claim => claim.On.ToString());
        var kind = move.Phase == Phase.Engage ? "engage" : "scan";
        var overruled = move.Overruled.Count > 0 ? $"Overruled: {string.Join(" and ", move.Overruled.Select(date => date.Value.On.InWords))}. " : "";
        var disagree = overruled + (move.IsConflicting ? $"Sources date it {string.Join(" and ", move.Dates.Select(date => date.Value.On.InWords))}. " : "");
        return new(IdOf(move), move.On, null, kind, move.Phase == Phase.Engage ? "Moved to Engage" : "Returned to Scan",
            disagree + Reasons(sources), sources, [.. move.Marks], []) { Trail = move.Trail.Steps, Dated = move.Dated };
    }

    public static HistoryEntry Label(Seen<QuotedLabel> label)
    {
        var (text, from, until) = label.Value;
        var sources = SourceShown.Of([label], _ => null);
        return new(
            $"label/{from}/{Short(label.Value.ToString())}", from, until, "label", text,
            $"A label that is no phase of the present scheme; it is kept as printed. {Reasons(sources)}", sources, [.. label.Marks], []);
    }

    // One report gives a body many grades on one day.
    public static IEnumerable<HistoryEntry> Reports(IEnumerable<Seen<Judgment>> judgments, SaidLater later) =>
        judgments.GroupBy(judgment => (Programme: NameBasedId.Slug(judgment.Value.Programme), judgment.PublishedOn)).Select(report =>
        {
            var grades = report.OrderBy(grade => grade.Value.Area, StringComparer.Ordinal).ThenBy(grade => grade.Value.Grade, StringComparer.Ordinal).ToArray();
            var marks = Array.ConvertAll(grades, grade => later.MarksOf(grade, grade.Value.Grade).ToArray());
            var standing = marks.Count(of => !of.Any(mark => mark is Mark.Withdrawn or Mark.Overruled));
            var set = string.Join(", ", new[] { Mark.Withdrawn, Mark.Overruled }.Select(mark => (Count: marks.Count(of => of.Contains(mark)), mark.InWords)).Where(one => one.Count > 0).Select(one => $"{one.Count} {one.InWords}"));
            return new HistoryEntry(
                $"grades/{report.Key.Programme}/{report.Key.PublishedOn?.ToString() ?? "undated"}",
                report.Key.PublishedOn, null, "grades",
                $"{grades.Min(grade => grade.Value.Programme)}: {(standing == 1 ? "1 grade" : $"{standing} grades")}{(set == "" ? "" : $"; {set}")}",
                string.Join("; ", grades.Zip(marks, (grade, of) => $"{grade.Value.Area}: {grade.Value.Grade}{(of.Length == 0 ? "" : $" ({string.Join(", ", of.InWords)})")}")),
                SourceShown.Of(grades, grade => $"{grade.Area}: {grade.Grade}"), [.. grades.SelectMany(grade => grade.Marks).Concat(marks.SelectMany(of => of)).Distinct()], []);
        });

    public static HistoryEntry Audit(Seen<AuditFigure> audit, SaidLater later)
    {
        var (_, _, inspection, category, method, percent, halfWidth, sample) = audit.Value;
        var rate = $"{percent}%{(halfWidth is null ? "" : $" ± {halfWidth}")}";
        return new(
            $"audit/{Short(audit.Whole.ToString())}", audit.PublishedOn, null, "audit",
            $"{inspection}: {category} {rate}", $"{(sample is null ? "Denominator not published" : $"Of {sample}")}; method: {method}",
            SourceShown.Of([audit], _ => null), [.. audit.Marks, .. MarksOf(sample), .. later.MarksOf(audit, audit.Value.InWords())], []);
    }

    public static HistoryEntry FormerName(OtherName name) => new(
        $"name/{Short($"{name.Name} {name.From} {name.To}")}", name.To, null, "name", $"No longer called {name.Name}", name.Cited, [], [], []);

    public static HistoryEntry Happening(Seen<Happening> noted) => new(
        $"timeline/{noted.Value.OccurredOn}/{Short($"{noted.Value.Kind} {noted.Whole.Summary}")}",
        noted.Value.OccurredOn, null, noted.Value.Kind, noted.Value.Summary, null, SourceShown.Of([noted], _ => null),
        [.. noted.Marks, .. TimelineKinds.MarksOf(noted.Value.Kind)], []);

    internal static Mark[] MarksOf(int? sample) => sample is null ? [Mark.DenominatorUnknown] : sample < Tiny ? [Mark.TinyDenominator] : [];

    private static string Reasons(IEnumerable<SourceShown> sources) =>
        string.Join(" / ", sources.Select(source => source.Reason).Where(reason => !string.IsNullOrWhiteSpace(reason)).Distinct());

    internal static string Short(string text) => NameBasedId.Of(text).ToString("N", null)[..8];
}
