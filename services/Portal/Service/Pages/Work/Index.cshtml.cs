using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Oversight.Portal.Api;
using Oversight.Portal.SigningIn;
using Oversight.Portal.Tables;
using Oversight.Portal.Time;
using Oversight.Portal.Words;

namespace Oversight.Portal.Pages.Work;

/// <summary>What waits for somebody to do something about it.</summary>
public sealed class IndexModel(OversightApi api, Instants instants, Person person, TimeProvider clock) : PageModel
{
    private const int Lately = 7;

    /// <summary>A number of things that wait.</summary>
    public sealed record Waiting(string What, string Number, string Sentence, string Href, string Link);

    public IReadOnlyList<Waiting> Tiles { get; private set; } = [];

    public Table? Prompts { get; private set; }

    public Problem? PromptsProblem { get; private set; }

    public async Task OnGet()
    {
        var (submissions, candidates, conflicts, prompts) = (api.Send<SubmissionList>(HttpMethod.Get, "/api/v1/submissions"), api.Send<CandidateList>(HttpMethod.Get, "/api/v1/candidates?state=waiting"),
            api.Get<Disagreements>("/api/v1/conflicts?state=unsettled"), api.Get<PromptList>("/api/v1/prompts"));
        var decisions = person.May("decision.read") ? (await api.Get<DecisionList>("/api/v1/decisions")).Value?.Decisions.Count(one => one.IsOpen) : null;
        var since = clock.GetUtcNow().AddDays(-Lately);
        var sent = (await submissions).Value?.Submissions.Where(one => DateTimeOffset.Parse(one.ReceivedAt, CultureInfo.InvariantCulture) >= since).ToList();
        var (waiting, open) = ((await candidates).Value, (await conflicts).Value);
        (var standing, PromptsProblem, _) = await prompts;
        Tiles =
        [
            Tile("Submissions lately", sent?.Count, $"sent in the last {Lately} days", "/work/submissions", "See submissions"),
            Tile("Refusals", sent?.Count(one => one.Refused > 0 || one.State == "Refused"), "of these have lines or are files that were refused", "/work/submissions?only=refused", "See what was refused"),
            Tile("Candidates", waiting?.Candidates.Count, waiting?.IsCut == true ? "and more wait to be accepted or declined" : "wait to be accepted or declined", "/work/candidates", "Work through them"),
            Tile("Conflicts", open?.Conflicts.Count, "are not settled", "/work/conflicts?state=unsettled", "See conflicts"),
            person.May("decision.read") ? Tile("Proposals", decisions, "are open", "/work/decisions?state=open", "See proposals")
                : new("Proposals", "–", person.IsKnown ? "are not for you to read: you have no role here" : "are for those who are signed in", "/sign-in?returnUrl=%2Fwork", "Sign in"),
            Tile("Prompts", standing?.Prompts.Count, "stand", "/work#prompts", "See prompts"),
        ];
        Prompts = standing is null ? null : new("Prompts that stand", [new("Body", "body"), new("Why", "because"), new("What clears it", "clears"), new("Raised", "raisedOn"), new("Rule", "rule"), new("Next", "next")],
            [.. standing.Prompts.Select(one => (IReadOnlyList<Cell>)
            [
                new(one.Name, one.Body, instants.AddedTo($"/bodies/{one.Body}")), Told.InWords(one.Prompt.Because), Told.InWords(one.Prompt.Clears), new(Dates.Day(one.Prompt.RaisedOn), one.Prompt.RaisedOn), $"{RuleInWords.Name(one.Prompt.Rule)} ({one.Prompt.Rulebook})",
                person.May("decision.propose") ? new Cell("Propose a move", Href: $"/work/decisions/propose?body={one.Body}&prompt={one.Prompt.PromptId}") : "look at the body",
            ])], "No prompt stands at this time.", HideCaption: true);
    }

    private Waiting Tile(string what, int? number, string sentence, string href, string link) =>
        new(what, number?.ToString(CultureInfo.InvariantCulture) ?? "?", number is null ? "cannot be shown just now; try again shortly" : sentence, instants.AddedTo(href), link);
}
