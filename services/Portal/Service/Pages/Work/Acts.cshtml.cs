using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Oversight.Portal.Api;
using Oversight.Portal.Exports;
using Oversight.Portal.SigningIn;
using Oversight.Portal.Tables;
using Oversight.Portal.Time;
using Oversight.Portal.Words;

namespace Oversight.Portal.Pages.Work;

/// <summary>What whoever looks has done here; and what was refused to them; auditors and administrators see both of everybody.</summary>
public sealed class ActsModel(OversightApi api, Instants instants, Person person) : PageModel, IExported
{
    private sealed record Done(string At, string Who, string What, string On, string Href, string? Why);

    public string ExportName => "acts";

    public IReadOnlyList<Table> Exported { get; private set; } = [];

    /// <summary>Whether those of all people are shown.</summary>
    public bool OfAll { get; private set; }

    public Problem? Problem { get; private set; }

    public Problem? AttemptsProblem { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        if (!person.IsKnown)
        {
            return person.Refused();
        }

        OfAll = person.May("attempt.read");
        var (candidates, conflicts) = (api.Send<CandidateList>(HttpMethod.Get, "/api/v1/candidates"), api.Get<Disagreements>("/api/v1/conflicts"));
        var decisions = person.May("decision.read") ? api.Get<DecisionList>("/api/v1/decisions") : Task.FromResult(new Answer<DecisionList>(null, null));
        var (list, problem, _) = await decisions;
        if (problem?.Status == StatusCodes.Status401Unauthorized)
        {
            return person.Refused(problem);
        }

        var (read, candidatesProblem, _) = await candidates;
        var (disagreements, conflictsProblem, _) = await conflicts;
        var names = await (await BodyNames.Now(api)).And(api, (list?.Decisions ?? []).Select(one => one.Body).Concat((read?.Candidates ?? []).Select(one => one.As?.Body ?? one.Body).OfType<string>()));
        Problem = problem ?? candidatesProblem ?? conflictsProblem;
        IEnumerable<Done> done =
        [
            .. (list?.Decisions ?? []).SelectMany(one => one.Acts.Where(act => IsShown(act.By.Subject) && act.By.Role is not null)
                .Select(act => new Done(act.At, act.By.Name, $"{act.What} a decision", $"{DecisionWords.Move(one)}, {names.Of(one.Body)}", $"/work/decisions/{one.Id}", act.Why))),
            .. (read?.Candidates ?? []).Where(one => one is { State: not "Waiting", By.Role: not null } && IsShown(one.By.Subject))
                .Select(one => new Done(one.At!, one.By!.Name, $"{one.State.ToLowerInvariant()} a candidate", CandidateWords.About(one, names), $"/work/candidates/{one.Id}", one.Why)),
            .. (disagreements?.Conflicts ?? []).SelectMany(one => one.Trail.Where(step => step.What == "settled" && step.Who?.EndsWith(')') == true && IsShown(step.Who[(step.Who.LastIndexOf('(') + 1)..^1]))
                .Select(step => new Done(step.On!, step.Who![..step.Who!.LastIndexOf('(')].Trim(), $"settled a conflict{(step.Says is null ? "" : $" on {Told.Value(step.Says)}")}", one.About, $"/work/conflicts/one?fact={Uri.EscapeDataString(one.FactId)}", step.Why))),
        ];
        Exported = [new(OfAll ? "What everybody did" : "What you did", [new("What", "what"), .. OfAll ? [new Column("Who", "who")] : (Column[])[], new("On", "on"), new("When", "when"), new("Why", "why")],
            [.. done.OrderByDescending(one => one.At, StringComparer.Ordinal).Select(one => (IReadOnlyList<Cell>)
            [
                one.What, .. OfAll ? [new Cell(one.Who)] : (Cell[])[], new(one.On, Href: instants.AddedTo(one.Href)), new(one.At.Length > 10 ? Dates.Instant(one.At) : Dates.Day(one.At), one.At), one.Why ?? "no reason given",
            ])], OfAll ? "Nobody has decided, settled or accepted anything here yet." : "You have not proposed, decided, settled or accepted anything here yet. What waits for you is on the overview.", Sortable: true, HideCaption: true)];
        var (attempts, attemptsProblem, _) = await api.Get<AttemptList>(OfAll ? "/api/v1/attempts" : "/api/v1/attempts/mine");
        AttemptsProblem = attemptsProblem ?? (attempts?.Missing is { Count: > 0 } missing ? new(null, $"What {string.Join(" and ", missing)} refused is missing: it does not answer.", StatusCodes.Status503ServiceUnavailable) : null);
        Exported = [.. Exported, new("What was refused", [new("What was tried", "act"), .. OfAll ? [new Column("Who", "who")] : (Column[])[], new("As", "roles"), new("On", "target"), new("When", "at"), new("Why not", "because"), new("Rule", "rule")],
            [.. (attempts?.Attempts ?? []).Select(one => (IReadOnlyList<Cell>)
            [
                one.Act.Replace('.', ' '), .. OfAll ? [new Cell(one.Name)] : (Cell[])[], one.Roles.Count == 0 ? "no role" : string.Join(" and ", one.Roles.Select(role => role.Replace('-', ' '))), one.Target, new(Dates.Instant(one.At), one.At), one.Because, one.Rule,
            ])], OfAll ? "Nothing was refused to anybody known." : "You were refused nothing.", Sortable: true, HideCaption: true)];
        return Page();
    }

    private bool IsShown(string subject) => OfAll || subject == person.Subject;
}
