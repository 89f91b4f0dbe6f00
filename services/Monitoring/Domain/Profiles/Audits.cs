using Oversight.Core;
using Oversight.Monitoring.Records;

namespace Oversight.Monitoring.Profiles;

/// <summary>What one audit of a body found, in every way that sources put it.</summary>
/// <param name="Audit"><c>recording</c> or <c>stop-search</c>.</param>
/// <param name="Programme">The inspection without its remarks.</param>
/// <param name="Category">What was counted.</param>
/// <param name="Figures">Every figure that sources give, the first published first.</param>
/// <param name="Marks">What to say beside it.</param>
public sealed record AuditAnswer(
    string Audit, string Programme, string Category, IReadOnlyList<Seen<AuditFigure>> Figures, IReadOnlyList<Mark> Marks)
{
    /// <summary>Below this many cases a percentage says little.</summary>
    public const int Tiny = 30;

    public static IReadOnlyList<AuditAnswer> All(BodyRecord record, Viewpoint viewpoint) =>
        [.. Known(record, viewpoint)
            .GroupBy(seen => (seen.Value.Audit, Programme: NameBasedId.Slug(seen.Value.Programme), Category: NameBasedId.Slug(seen.Value.Category)))
            .OrderBy(audit => audit.Key.Audit, StringComparer.Ordinal)
            .ThenBy(audit => audit.Key.Programme, StringComparer.Ordinal).ThenBy(audit => audit.Key.Category, StringComparer.Ordinal)
            .Select(audit => Of([.. audit], viewpoint))];

    public static IEnumerable<Seen<AuditFigure>> Known(BodyRecord record, Viewpoint viewpoint) => record.Audits
        .Select(backed => (Seen: Seen<AuditFigure>.From(viewpoint, backed, null), backed.Value.Programme))
        .Where(audit => audit.Seen is { } seen && seen.PublishedOn?.OnOrBefore(viewpoint.AsOf) != Answer.No)
        .Select(audit => audit.Seen!);

    /// <summary>What to say about the number of cases that a figure rests on.</summary>
    public static Mark[] MarksOf(int? sample) => sample is null ? [Mark.DenominatorUnknown] : sample < Tiny ? [Mark.TinyDenominator] : [];

    private static AuditAnswer Of(Seen<AuditFigure>[] figures, Viewpoint viewpoint)
    {
        var samples = figures.Select(figure => figure.Value.Sample).OfType<int>().ToArray();
        var differ = figures.DistinctBy(figure => figure.Value.Percent).Skip(1).Any()
            || figures.Select(figure => figure.Value.HalfWidth).OfType<decimal>().Distinct().Skip(1).Any()
            || samples.Distinct().Skip(1).Any();
        var marks = figures.SelectMany(figure => figure.Marks)
            .Concat(differ ? [Mark.Conflicting] : [])
            .Concat(figures.Any(figure => figure.PublishedOn?.OnOrBefore(viewpoint.AsOf) == Answer.CannotTell) ? [Mark.DateImprecise] : [])
            .Concat(MarksOf(samples.Length == 0 ? null : samples.Min()));
        return new(figures[0].Value.Audit, figures.Min(figure => figure.Value.Programme)!, figures.Min(figure => figure.Value.Category)!,
            [.. figures.OrderBy(figure => figure.PublishedOn is null).ThenBy(figure => figure.PublishedOn)
                .ThenBy(figure => figure.Value.Percent).ThenBy(figure => figure.Value.HalfWidth).ThenBy(figure => figure.Value.Sample)
                .ThenBy(figure => figure.Value.Inspection, StringComparer.Ordinal).ThenBy(figure => figure.Value.Method, StringComparer.Ordinal)],
            [.. marks.Distinct().Order()]);
    }
}
