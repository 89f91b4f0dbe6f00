using Oversight.Core;
using Oversight.Monitoring.Deadlines;
using Oversight.Monitoring.Records;
using Oversight.Monitoring.Trails;

namespace Oversight.Monitoring.ReportResponses;

/// <summary>How a report about a force was answered.</summary>
public enum ResponseState
{
    /// <summary>Answered within the 56 days.</summary>
    Met,

    /// <summary>Answered after them.</summary>
    Late,

    /// <summary>No answer is on record, and somebody said when the report came out in order to watch for one.</summary>
    Outstanding,

    /// <summary>The report is on record as the source of grades or figures alone; nobody has looked for its answer.</summary>
    NoAnswerOnRecord,

    /// <summary>The dates are not precise enough, or the publication is not on record.</summary>
    CannotTell,

    /// <summary>A national report: the answer to the force's own report with the same findings is enough.</summary>
    Covered,

    /// <summary>Nothing has to be done within 56 days: the report is older than that rule, or the force has no local policing body.</summary>
    NoTerm,
}

/// <summary>The answer to one report under section 55 of the Police Act 1996.</summary>
/// <param name="Id">The report.</param>
/// <param name="Report">Its name.</param>
/// <param name="Owner">Who has to answer.</param>
/// <param name="Published">When it was published; null where nobody says.</param>
/// <param name="Answered">When the answer was published; null while none is on record.</param>
/// <param name="EarliestLastDay">The first day that can be the last of the 56.</param>
/// <param name="LastDay">The last of the 56 days, or the last day that can be it.</param>
/// <param name="State">How it was answered.</param>
/// <param name="Overdue">Had the last day passed without an answer?</param>
/// <param name="SameFindingsAs">The force's own report that covers a national one.</param>
/// <param name="Steps">Everything that was done, in its order.</param>
/// <param name="Missed">That it was noticed to have been missed; a later answer does not unsay it.</param>
/// <param name="Marks">What to say beside it.</param>
public sealed record ReportResponse(
    string Id, string Report, LocalPolicingBody? Owner, Occurrence<ResponseSaid>? Published, Occurrence<ResponseSaid>? Answered,
    DateOnly? EarliestLastDay, DateOnly? LastDay, ResponseState State, Answer Overdue, string? SameFindingsAs,
    IReadOnlyList<(ResponseStep Step, Occurrence<ResponseSaid> When)> Steps, MissNoticed? Missed, IReadOnlyList<Mark> Marks)
{
    public const string Kind = "section-55";

    /// <summary>What a settlement has set aside.</summary>
    public IReadOnlyList<Seen<ResponseSaid>> Overruled { get; init; } = [];

    /// <summary>Who settled, corrected, withdrew or disputed one of its steps.</summary>
    public FactTrail Trail { get; init; } = FactTrail.None;

    /// <summary>Does what is known by now say that nothing was missed after all?</summary>
    public bool IsMissRefuted => State is ResponseState.Met or ResponseState.Covered or ResponseState.NoTerm;

    /// <summary>What the days are counted from.</summary>
    public string CountedFrom { get; init; } = "the day on which a source says that the report was published";

    // Sources seldom date one report alike; what is further apart is another one.
    private const int MostDaysApart = 62;

    /// <summary>The day of publication is the first of the 56.</summary>
    private const int DaysAfterPublication = 55;

    // The Policing and Crime Act 2017, which set the term, was passed on that day; no older report is held to it.
    private static readonly DateOnly TermSince = new(2017, 1, 31);

    /// <summary>Every report that had, or may have, been published, or that something is on record about; the oldest first.</summary>
    public static IReadOnlyList<ReportResponse> All(ReportResponseRecord record, Viewpoint viewpoint, Trail? trail = null)
    {
        var noted = Noted(record, viewpoint, trail);
        return [.. noted.Concat(Named(record, viewpoint, noted)).OrderBy(report => report.Published?.Earliest ?? DateOnly.MaxValue).ThenBy(report => report.Id, StringComparer.Ordinal)];
    }

    /// <summary>Those of which somebody says what was done about them.</summary>
    internal static IReadOnlyList<ReportResponse> Noted(ReportResponseRecord record, Viewpoint viewpoint, Trail? trail = null)
    {
        var known = record.Steps.SeenFrom(viewpoint, step => step.On.First).ToLookup(step => NameBasedId.Slug(step.Value.Report));
        return [.. known.Select(report => Of(record, report.Key, Sides.OfEach(report, trail, viewpoint), known.Contains, viewpoint)).OfType<ReportResponse>()
            .OrderBy(report => report.Published?.Earliest ?? DateOnly.MaxValue).ThenBy(report => report.Id, StringComparer.Ordinal)];
    }

    /// <summary>The one that was published last; null of none.</summary>
    public static ReportResponse? Latest(IEnumerable<ReportResponse> all) => all.MaxBy(report => report.Published?.Earliest ?? DateOnly.MinValue);

    /// <summary>What has to be answered by when; a report whose publication nobody dates sets no deadline.</summary>
    public static IEnumerable<Deadline> Deadlines(ReportResponseRecord record, Viewpoint viewpoint, Trail? trail = null) => Noted(record, viewpoint, trail)
        .Where(report => report is { LastDay: not null, Owner: not null })
        .Select(report => new Deadline(
            Kind, report.Id, $"Answer to {report.Report}", report.Owner!.Name, report.LastDay!.Value, report.Answered?.Earliest,
            [.. report.Published!.Claims.SelectMany(claim => claim.Evidence).Select(source => source.Provenance.ClaimId).Distinct().Order()])
        {
            PublishedOn = report.Published!.On,
            Cited = report.Published!.Claims.SelectMany(claim => claim.Evidence).Select(source => source.Provenance.Cited).Min(StringComparer.Ordinal)!,
        });

    // Known by what it says only: it has a last day, and whether it was answered nobody has said.
    private static IEnumerable<ReportResponse> Named(ReportResponseRecord record, Viewpoint viewpoint, IReadOnlyList<ReportResponse> noted)
    {
        var days = noted.Select(report => report.Published).OfType<Occurrence<ResponseSaid>>().SelectMany(published => published.Dates).ToHashSet();
        return record.IsFire ? [] :
            from report in record.Named.SeenFrom(viewpoint, said => said.On.First).GroupBy(claim => NameBasedId.Slug(claim.Value.Report))
            from once in Occurrence.Of(report, said => said.On, MostDaysApart)
            let published = BestDated(once)
            where published.Earliest >= TermSince && published.Earliest <= viewpoint.AsOf && !published.Dates.Any(days.Contains)
            let owner = LocalPolicingBody.Of(record.Id, published.Latest)
            where owner is not null
            let ends = (First: published.Earliest.AddDays(DaysAfterPublication), Last: published.Latest.AddDays(DaysAfterPublication))
            select new ReportResponse($"{report.Key}/{published.Dates[0]}", published.Claims.Select(claim => claim.Value.Report).Min(StringComparer.Ordinal)!,
                owner, published, null, ends.First, ends.Last, ResponseState.NoAnswerOnRecord, viewpoint.AsOf <= ends.First ? Answer.No : Answer.CannotTell,
                null, [(ResponseStep.Published, published)], null, [.. published.Marks, .. MarksOf(published)]) { CountedFrom = InWords(published) };
    }

    // The inspectorate knows best when its report came out; what others print on a later day says nothing against it.
    private static Occurrence<ResponseSaid> BestDated(Occurrence<ResponseSaid> once)
    {
        var own = once.Claims.Where(claim => claim.Value.NamedBy == NamedBy.Step || claim.Evidence.Any(source => Publishers.Known.Of(source.Provenance.Cited)?.Class == "inspectorate")).ToArray();
        return own.Length == 0 ? once : Occurrence.Of(own, said => said.On, Occurrence.Once).Single();
    }

    // The best of them is what is said beside it.
    private static IEnumerable<Mark> MarksOf(Occurrence<ResponseSaid> published) => published.Claims.Min(claim => claim.Value.NamedBy) switch
    {
        NamedBy.Grades => [Mark.CountedFromTheDayItsGradesWerePublished],
        NamedBy.Figures => [Mark.CountedFromTheDayItsFiguresWerePublished],
        NamedBy.Causes => [Mark.CountedFromTheDayItsCausesWerePublished],
        _ => [],
    };

    private static string InWords(Occurrence<ResponseSaid> published) => $"the day on which {string.Join(" and ", published.Claims.Select(claim => claim.Value.NamedBy).Distinct().Order().Select(by => by switch
    {
        NamedBy.Step => "a source says that the report was published",
        NamedBy.Grades => "its grades were published",
        NamedBy.Figures => "its figures were published",
        NamedBy.Causes => "its causes of concern were published",
        _ => throw new System.Diagnostics.UnreachableException(),
    }))}";

    private static ReportResponse? Of(
        ReportResponseRecord record, string id, IReadOnlyList<Sides<ResponseSaid>> facts, Predicate<string> isKnown, Viewpoint viewpoint)
    {
        var claims = facts.SelectMany(fact => fact.Standing).ToArray();
        (ResponseStep Step, Occurrence<ResponseSaid> When)[] steps = [.. claims.GroupBy(claim => claim.Value.Step)
            .SelectMany(step => Occurrence.Of(step, said => said.On, Occurrence.Once).Select(when => (step.Key, when)))
            .Where(step => step.when.HappenedBy(viewpoint.AsOf) != Answer.No)
            .OrderBy(step => step.when.Earliest).ThenBy(step => step.Key)];
        if (steps.Length == 0)
        {
            return null;
        }

        var (published, answered) = (When(ResponseStep.Published), When(ResponseStep.ResponsePublished));
        var owner = LocalPolicingBody.Of(record.Id, published?.Latest ?? viewpoint.AsOf);
        var alike = steps.SelectMany(step => step.When.Claims).Select(claim => claim.Value.SameFindingsAs).OfType<string>().Where(name => NameBasedId.Slug(name) != id).ToArray();
        var same = alike.FirstOrDefault(name => isKnown(NameBasedId.Slug(name)));
        var hasTerm = owner is not null && same is null && published?.Latest >= TermSince;
        var (first, last) = hasTerm ? (published!.Earliest.AddDays(DaysAfterPublication), published.Latest.AddDays(DaysAfterPublication)) : default((DateOnly?, DateOnly?));
        var state = same is not null ? ResponseState.Covered
            : owner is null || (published is not null && !hasTerm) ? ResponseState.NoTerm
            : published is null || answered?.HappenedBy(viewpoint.AsOf) == Answer.CannotTell ? ResponseState.CannotTell
            : StateOf(first!.Value, last!.Value, answered);
        var overdue = first is null ? Answer.No
            : OverdueBy(first.Value, last!.Value, answered, viewpoint.AsOf);
        var marks = steps.SelectMany(step => step.When.Marks).Concat(facts.SelectMany(fact => fact.Marks))
            .Concat(published is null ? [Mark.DateUnknown] : [])
            .Concat(state == ResponseState.CannotTell && published is not null ? [published.IsConflicting || answered?.IsConflicting == true ? Mark.Conflicting : Mark.DateImprecise] : [])
            .Concat(published is not null && answered is not null && answered.Latest < published.Earliest ? [Mark.OutOfOrder] : [])
            .Concat(alike.Length > 0 && same is null ? [Mark.NothingSuchOnRecord] : []);
        return new(
            id, claims.Select(claim => claim.Value.Report).Min(StringComparer.Ordinal)!, owner, published, answered, first, last, state, overdue, same, steps,
            record.Missed.FirstOrDefault(missed => missed.Report == id && missed.LastDay < viewpoint.AsOf && viewpoint.HasRecorded(missed.RecordedAt)), [.. marks.Distinct().Order()])
        {
            Overruled = [.. facts.SelectMany(fact => fact.Overruled)],
            Trail = new([.. facts.SelectMany(fact => fact.Trail.Settlings)], [.. facts.SelectMany(fact => fact.Trail.Annotations)]),
        };

        Occurrence<ResponseSaid>? When(ResponseStep step) => steps.FirstOrDefault(taken => taken.Step == step).When;
    }

    private static ResponseState StateOf(DateOnly first, DateOnly last, Occurrence<ResponseSaid>? answered) =>
        answered is null ? ResponseState.Outstanding
        : answered.Latest <= first ? ResponseState.Met
        : answered.Earliest > last ? ResponseState.Late
        : ResponseState.CannotTell;

    private static Answer OverdueBy(DateOnly first, DateOnly last, Occurrence<ResponseSaid>? answered, DateOnly day) =>
        answered?.HappenedBy(day) == Answer.Yes || day <= first ? Answer.No
        : day > last && answered is null ? Answer.Yes
        : Answer.CannotTell;
}
