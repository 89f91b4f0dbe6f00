using System.Diagnostics;
using Oversight.Core;
using Oversight.Monitoring.Records;
using Oversight.Monitoring.Trails;
using static Oversight.Monitoring.Investigations.InvestigationStep;

namespace Oversight.Monitoring.Investigations;

/// <summary>How far an investigation had come.</summary>
public enum Stage
{
    /// <summary>Referred, and nothing further is known.</summary>
    Referred,

    /// <summary>No investigation was needed: it went back to the force.</summary>
    ReturnedToForce,

    Investigating,

    Concluded,

    Proceedings,

    Decided,

    /// <summary>The dates are not precise enough.</summary>
    CannotTell,
}

/// <summary>One step.</summary>
public sealed record InvestigationTaken(InvestigationStep Step, string? Value, string? With, Occurrence<InvestigationSaid> When, IReadOnlyList<Mark> Marks)
{
    /// <summary>More about it, as its sources put it.</summary>
    public string? Note =>
        string.Join(" / ", When.Claims.Select(claim => claim.Value.Note).Where(note => note != "").Distinct().Order(StringComparer.Ordinal)) is { Length: > 0 } note ? note : null;
}

/// <summary>One investigation. It stands beside the status of the force and never changes it.</summary>
/// <param name="Id">The case.</param>
/// <param name="Case">Its name.</param>
/// <param name="Stage">How far it had come; null where only something beside its course is known.</param>
/// <param name="Route">Mandatory, voluntary or called in.</param>
/// <param name="Form">The latest form that is known.</param>
/// <param name="Conclusions">What it came to.</param>
/// <param name="CombinedWith">The cases that it was combined with and not split from again.</param>
/// <param name="Steps">In the order of their dates.</param>
/// <param name="Marks">What to say beside it.</param>
public sealed record Investigation(
    string Id, string Case, Stage? Stage, string? Route, string? Form, IReadOnlyList<string> Conclusions, IReadOnlyList<string> CombinedWith,
    IReadOnlyList<InvestigationTaken> Steps, IReadOnlyList<Mark> Marks)
{
    private const string NoInvestigation = "no-investigation";

    // On that day investigations came to be independent, directed or local.
    private static readonly DateOnly OlderFormsEnded = new(2020, 2, 1);

    // What has to come first; it is marked and not refused where a source says otherwise.
    private static readonly (InvestigationStep First, InvestigationStep Then)[] Orders =
    [
        (Referred, Assessed), (Referred, InvestigationStep.Form), (Assessed, InvestigationStep.Form), (InvestigationStep.Form, FormChanged), (Referred, Concluded),
        (Assessed, Concluded), (InvestigationStep.Form, Concluded), (Concluded, Proceedings), (Proceedings, Outcome), (Concluded, Review),
    ];

    /// <summary>Every investigation that had, or may have, begun; by its first date.</summary>
    public static IReadOnlyList<Investigation> All(InvestigationRecord record, Viewpoint viewpoint, Trail? trail = null) =>
        Together([.. record.Steps.SeenFrom(viewpoint, step => step.On.First).GroupBy(step => NameBasedId.Slug(step.Value.Case))
            .Select(claims => Of(claims.Key, Sides.OfEach(claims, trail, viewpoint), viewpoint.AsOf)).OfType<Investigation>()
            .OrderBy(found => found.Steps[0].When.Earliest).ThenBy(found => found.Id, StringComparer.Ordinal)]);

    /// <summary>What a settlement has set aside.</summary>
    public IReadOnlyList<Seen<InvestigationSaid>> Overruled { get; init; } = [];

    /// <summary>Who settled, corrected, withdrew or disputed one of its steps.</summary>
    public FactTrail Trail { get; init; } = FactTrail.None;

    /// <summary>When what it came to was last looked at again; null where nobody says so, or says when.</summary>
    public PartialDate? ReviewedOn => Steps.LastOrDefault(step => step.Step == Review)?.When.On;

    // Two cases that were combined are so both ways, whichever of them a source names first.
    private static Investigation[] Together(Investigation[] all) => Array.ConvertAll(all, one => one with
    {
        CombinedWith = [.. one.CombinedWith.Concat(all.Where(other => other.CombinedWith.Any(with => NameBasedId.Slug(with) == one.Id) && !Splits(one, other)).Select(other => other.Case))
            .DistinctBy(NameBasedId.Slug)],
    });

    private static bool Splits(Investigation one, Investigation other) => one.Steps.Any(step => step is { Step: Split, With: { } with } && NameBasedId.Slug(with) == other.Id);

    /// <summary>The one of which the latest step is known; null of none.</summary>
    public static Investigation? Latest(IEnumerable<Investigation> all) => all.MaxBy(found => found.Steps[^1].When.Earliest);

    private static Investigation? Of(string id, IReadOnlyList<Sides<InvestigationSaid>> facts, DateOnly day)
    {
        var claims = facts.SelectMany(fact => fact.Standing).ToArray();
        InvestigationTaken[] steps = [.. claims.GroupBy(claim => (claim.Value.Step, Which: Which(claim.Value)))
            .SelectMany(step => Occurrence.Of(step, said => said.On, step.First().Value.IsOnce ? Occurrence.Once : 0).Select(when => Taken(step.Key.Step, when, day, facts)))
            .Where(step => step.When.HappenedBy(day) != Answer.No)
            .OrderBy(step => step.When.Earliest).ThenBy(step => step.When.Latest).ThenBy(step => step.Step)
            .ThenBy(step => step.Value, StringComparer.Ordinal).ThenBy(step => step.With, StringComparer.Ordinal)];
        if (steps.Length == 0)
        {
            return null;
        }

        steps = Array.ConvertAll(steps, step => IsTooEarly(step, steps) ? step with { Marks = [.. step.Marks.Append(Mark.OutOfOrder).Order()] } : step);
        steps = Array.ConvertAll(steps, step => IsOfOlderForm(step) ? step with { Marks = [.. step.Marks.Append(Mark.FormNoLongerInUse).Order()] } : step);
        steps = Array.ConvertAll(steps, step => IsContradicted(step, steps) ? step with { Marks = [.. step.Marks.Append(Mark.Conflicting).Distinct().Order()] } : step);
        var (sure, perhaps) = (StageOf(steps.Where(step => step.When.HappenedBy(day) == Answer.Yes)), StageOf(steps));
        var marks = steps.SelectMany(step => step.Marks).Concat(sure == perhaps ? [] : [Mark.DateImprecise]).Distinct().Order();
        return new(
            id, claims.Select(claim => claim.Value.Case).Min(StringComparer.Ordinal)!, sure == perhaps ? sure : Investigations.Stage.CannotTell,
            Of(Referred), steps.LastOrDefault(step => step.Step is InvestigationStep.Form or FormChanged)?.Value,
            [.. steps.Where(step => step.Step == Concluded).Select(step => step.Value).OfType<string>().Distinct()], Combined(steps), steps, [.. marks])
        {
            Overruled = [.. facts.SelectMany(fact => fact.Overruled)],
            Trail = new([.. facts.SelectMany(fact => fact.Trail.Settlings)], [.. facts.SelectMany(fact => fact.Trail.Annotations)]),
        };

        string? Of(InvestigationStep step) => steps.FirstOrDefault(taken => taken.Step == step)?.Value;
    }

    // Sources that give one step different ways are all shown.
    private static InvestigationTaken Taken(InvestigationStep step, Occurrence<InvestigationSaid> when, DateOnly day, IReadOnlyList<Sides<InvestigationSaid>> facts)
    {
        var ofFacts = facts.Where(fact => fact.Standing.Any(when.Claims.Contains)).SelectMany(fact => fact.Marks);
        string[] values = [.. when.Claims.Select(claim => claim.Value.Value).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        var marks = when.Marks.Concat(ofFacts).Concat(values.Length > 1 ? [Mark.Conflicting] : []).Concat(when.HappenedBy(day) == Answer.CannotTell ? [Mark.DateImprecise] : []);
        return new(step, values.Length == 0 ? null : string.Join(" or ", values), when.Claims.Select(claim => claim.Value.With).FirstOrDefault(with => with is not null), when, [.. marks.Distinct().Order()]);
    }

    private static string? Which(InvestigationSaid said) => said.IsOnce || (said.With ?? said.Value) is not { } which ? null : NameBasedId.Slug(which);

    private static bool IsTooEarly(InvestigationTaken step, InvestigationTaken[] steps) => Orders.Any(order => order.Then == step.Step
        && steps.FirstOrDefault(first => first.Step == order.First) is { } before && step.When.Latest < before.When.Earliest) || ChangesWhatIsOver(step, steps);

    // What was concluded has its form, unless a review opens it again.
    private static bool ChangesWhatIsOver(InvestigationTaken step, InvestigationTaken[] steps) => step.Step == FormChanged
        && Array.FindLast(steps, other => other.Step == Concluded) is { } concluded && concluded.When.Latest < step.When.Earliest
        && !Array.Exists(steps, other => other.Step == Review && !(other.When.Latest < concluded.When.Earliest) && !(step.When.Latest < other.When.Earliest));

    private static bool IsOfOlderForm(InvestigationTaken step) =>
        step is { Step: InvestigationStep.Form or FormChanged, Value: "managed" or "supervised" } && step.When.Earliest >= OlderFormsEnded;

    // What needs no investigation has no form, and on one day a form changes to one other.
    private static bool IsContradicted(InvestigationTaken step, InvestigationTaken[] steps) => step.Step switch
    {
        Assessed => step.Value == NoInvestigation && Array.Exists(steps, other => other.Step is InvestigationStep.Form or FormChanged),
        InvestigationStep.Form or FormChanged => Array.Exists(steps, other => other is { Step: Assessed, Value: NoInvestigation })
            || (step.Step == FormChanged && step.When.Earliest == step.When.Latest
                && Array.Exists(steps, other => other.Step == FormChanged && other.Value != step.Value && (other.When.Earliest, other.When.Latest) == (step.When.Earliest, step.When.Latest))),
        _ => false,
    };

    private static Stage? StageOf(IEnumerable<InvestigationTaken> steps) => steps.Aggregate(default(Stage?), Next);

    // A step that its source dates too early does not take the case back.
    private static Stage? Next(Stage? stage, InvestigationTaken taken) => taken.Step switch
    {
        Referred => stage ?? Investigations.Stage.Referred,
        Assessed when stage is null or Investigations.Stage.Referred or Investigations.Stage.ReturnedToForce =>
            taken.Value switch { NoInvestigation => Investigations.Stage.ReturnedToForce, "investigate" => Investigations.Stage.Investigating, _ => stage ?? Investigations.Stage.Referred },
        InvestigationStep.Form or FormChanged => Later(stage, Investigations.Stage.Investigating),
        Concluded => Later(stage, Investigations.Stage.Concluded),
        Proceedings => Later(stage, Investigations.Stage.Proceedings),
        Outcome => Later(stage, Investigations.Stage.Decided),
        Assessed or InvestigationStep.Combined or Split or Review => stage,
        _ => throw new UnreachableException(),
    };

    private static Stage Later(Stage? stage, Stage next) => stage is { } so && so > next ? so : next;

    private static string[] Combined(IEnumerable<InvestigationTaken> steps) => steps.Aggregate(Array.Empty<string>(), (with, taken) => taken switch
    {
        { Step: InvestigationStep.Combined, With: { } other } => [.. with.Except([other]), other],
        { Step: Split, With: { } other } => [.. with.Except([other])],
        _ => with,
    });
}
