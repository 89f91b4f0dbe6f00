using Oversight.Core;
using Oversight.Monitoring.Causes;
using Oversight.Monitoring.Phases;
using Oversight.Monitoring.Records;

namespace Oversight.Monitoring.Stays;

/// <summary>Steps of a stay that no source tells as steps: what the register of causes says of its time, and what was decided in this system.</summary>
internal static class StepsToldElsewhere
{
    /// <summary>Each once, and none that is told as a step already.</summary>
    public static IEnumerable<StepTaken> Of(IReadOnlyList<Stay> stays, IReadOnlyList<Cause> causes, IReadOnlyCollection<StepTaken> told)
    {
        var ofCauses = causes.SelectMany(cause => Taken(EngageStep.CauseAdded, cause.Title, Added(cause)).Concat(Taken(EngageStep.CauseClosed, cause.Title, Said(cause, CauseStep.Closed)))
            .Where(step => !told.Any(known => known.Step == step.Step && known.Cause is { } named && (JoinedEngage.Means(named, cause.Title) || JoinedEngage.Means(named, cause.Inspection)))));
        var revisits = causes.SelectMany(cause => Said(cause, CauseStep.Revisited)).GroupBy(said => said.Value.On).SelectMany(same => Taken(EngageStep.Revisited, null, same));
        return ofCauses.Concat(revisits.Concat(stays.SelectMany(Decided)).Where(step => !told.Any(known => known.Step == step.Step && known.When.Dates.Any(step.When.Dates[0].AgreesWith))));
    }

    /// <summary>What is there when a body enters is a ground of its stay, and not added to it.</summary>
    public static bool IsAGround(StepTaken step, Stay stay) => step.Step == EngageStep.CauseAdded && step.When.Earliest <= stay.Entry.Latest;

    // That it joined the stay counts before that it was raised.
    private static Seen<StepSaid>[] Added(Cause cause)
    {
        var joined = Said(cause, CauseStep.JoinedEngage);
        return joined.Length > 0 ? joined
            : [.. cause.Said.Where(said => said.Value.RaisedOn is not null).Select(said => As(said, EngageStep.CauseAdded, said.Value.RaisedOn!.Value, null, cause.Inspection, cause.Title))];
    }

    private static Seen<StepSaid>[] Said(Cause cause, CauseStep kind) =>
    [
        .. cause.Steps.Where(step => step.Kind == kind && !step.IsOverruled).SelectMany(step => step.Said).Where(said => said.Value.On is not null).Select(said => kind == CauseStep.Revisited
            ? As(said, EngageStep.Revisited, said.Value.On!.Value, said.Value.By, string.Join(": ", new[] { cause.Title, said.Value.Note }.Where(text => text.Length > 0)), null)
            : As(said, kind == CauseStep.Closed ? EngageStep.CauseClosed : EngageStep.CauseAdded, said.Value.On!.Value, said.Value.By, said.Value.Note, cause.Title)),
    ];

    // A decision of this system says when it was taken and when it was made public; the move itself is the beginning or the end of the stay.
    private static IEnumerable<StepTaken> Decided(Stay stay) => new[] { stay.Entry, stay.Exit }.OfType<Move>().SelectMany(move =>
    {
        var decided = move.Claims.Select(claim => claim with { Evidence = [.. claim.Evidence.Where(source => source.Decided is not null)] }).Where(claim => claim.Evidence.Count > 0).ToArray();
        var isEntry = move.Phase == Phase.Engage;
        return Taken(isEntry ? EngageStep.Decided : EngageStep.ExitDecided, null, Dated(decided, source => source.DecidedOn))
            .Concat(Taken(EngageStep.Published, null, Dated(decided, source => source.Provenance.PublishedOn)));

        IEnumerable<Seen<StepSaid>> Dated(IEnumerable<Seen<MoveDate>> claims, Func<Evidence, PartialDate?> on) => claims.SelectMany(claim => claim.Evidence.Where(source => on(source) is not null)
            .Select(source => As(claim with { Evidence = [source] }, isEntry ? EngageStep.Decided : EngageStep.ExitDecided, on(source)!.Value, null, source.Provenance.Cited, null)));
    });

    private static IEnumerable<StepTaken> Taken(EngageStep step, string? cause, IEnumerable<Seen<StepSaid>> said) =>
        Occurrence.Of(said, one => one.On, step == EngageStep.Revisited ? 0 : Moves.MostDaysApart).Select(when => new StepTaken(step, cause, when, []));

    private static Seen<StepSaid> As<T>(Seen<T> said, EngageStep step, PartialDate on, string? by, string detail, string? cause)
        where T : notnull => new(new(step, on, by, detail, cause), said.Evidence, said.Published, said.Further);
}
