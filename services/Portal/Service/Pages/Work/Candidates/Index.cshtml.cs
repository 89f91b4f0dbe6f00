using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Oversight.Portal.Api;
using Oversight.Portal.Exports;
using Oversight.Portal.SigningIn;
using Oversight.Portal.Tables;
using Oversight.Portal.Time;
using Oversight.Portal.Words;

namespace Oversight.Portal.Pages.Work.Candidates;

/// <summary>What documents seem to say, for people to accept or to decline, one by one or several at once.</summary>
public sealed class IndexModel(OversightApi api, Person person, Instants instants) : PageModel, IExported
{
    private const int PerPage = 25;

    /// <summary>A candidate with the passage in which it was read.</summary>
    public sealed record Shown(Candidate Candidate, Passage Passage);

    public string ExportName => "candidates";

    public IReadOnlyList<Table> Exported { get; private set; } = [];

    public IReadOnlyList<Shown> Candidates { get; private set; } = [];

    public IReadOnlyList<string> Kinds { get; private set; } = [];

    public BodyNames Names { get; private set; } = new([]);

    public Problem? Problem { get; private set; }

    public bool MayAct => person.May("candidate.accept");

    /// <summary>Whether the list is of another time, which nobody can act in.</summary>
    public bool IsPast => instants.RecordedAt is not null;

    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Body { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Submission { get; set; }

    [BindProperty(SupportsGet = true, Name = "page-number")]
    public int Number { get; set; } = 1;

    public int Pages { get; private set; } = 1;

    public int Total { get; private set; }

    public bool IsCut { get; private set; }

    public string? Reason { get; private set; }

    public IReadOnlyList<string> Selected { get; private set; } = [];

    /// <summary>What was refused of what was done at once, each in a sentence.</summary>
    public IReadOnlyList<string> Refusals { get; private set; } = [];

    public async Task OnGet()
    {
        Refusals = (TempData["Refused"] as string)?.Split('\n') ?? [];
        await Show();
    }

    public async Task<IActionResult> OnPost(string act, string[] selected, string? reason)
    {
        ArgumentNullException.ThrowIfNull(selected);
        if (!MayAct)
        {
            return person.Refused(new(null, $"Accepting and declining takes the role of {Person.WhoMay("candidate.accept")}.", StatusCodes.Status403Forbidden));
        }

        (Selected, Reason) = (selected, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim());
        if (selected.Length == 0)
        {
            ModelState.AddModelError("selected", "Select at least one candidate");
        }

        if (Reason is null)
        {
            ModelState.AddModelError("reason", $"Say why they are {(act == "decline" ? "declined" : "accepted")}");
        }

        if (!ModelState.IsValid || act is not ("accept" or "decline"))
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            await Show();
            return Page();
        }

        var (done, refused, why) = (new List<string>(), new List<string>(), new Dictionary<string, string>());
        foreach (var id in selected.Distinct().Take(PerPage))
        {
            var problem = await Act(id, act);
            if (problem is null)
            {
                done.Add(id);
            }
            else if (problem.Status == StatusCodes.Status401Unauthorized)
            {
                return person.Refused(problem);
            }
            else
            {
                refused.Add(id);
                why[id] = problem.Detail ?? "It was refused.";
            }
        }

        await Eventually.Shows(() => IsListedNoMore(done), HttpContext.RequestAborted);
        if (done.Count > 0)
        {
            TempData["Done"] = $"{Say.Count(done.Count, "candidate")} {(act == "accept" ? "accepted" : "declined")}.";
        }

        if (refused.Count > 0)
        {
            // Named as the list names it; what stands behind its id is of no use to who reads.
            var names = await BodyNames.Now(api);
            var lines = await Task.WhenAll(refused.Select(async id => $"{id}|{((await api.Send<Candidate>(HttpMethod.Get, $"/api/v1/candidates/{Uri.EscapeDataString(id)}")).Value is { } one ? CandidateWords.About(one, names) : "A candidate")}|{CandidateWords.Refusal(why[id])}"));
            TempData["Refused"] = string.Join('\n', lines);
        }

        return Redirect(Link(Number));
    }

    /// <summary>The same list at another of its pages.</summary>
    public string Link(int number) => instants.OnlyRecorded.AddedTo($"/work/candidates?state={Uri.EscapeDataString(State ?? "waiting")}{Pair("body", Body)}{Pair("kind", Kind)}{Pair("submission", Submission)}{(number > 1 ? $"&page-number={number}" : "")}");

    private static string Pair(string name, string? value) => string.IsNullOrWhiteSpace(value) ? "" : $"&{name}={Uri.EscapeDataString(value)}";

    // Whoever selected it saw it waiting; what it is by now is not acted on.
    private async Task<Problem?> Act(string id, string act)
    {
        var path = $"/api/v1/candidates/{Uri.EscapeDataString(id)}";
        var (seen, problem, version) = await api.Send<Candidate>(HttpMethod.Get, path);
        if (seen is null)
        {
            return problem;
        }

        return seen.State != "Waiting" ? new(null, $"It waits no more: {CandidateWords.State(seen)}.", StatusCodes.Status409Conflict)
            : (await api.Send<Candidate>(HttpMethod.Post, $"{path}/{act}", new { Reason }, version)).Problem;
    }

    private async Task<bool> IsListedNoMore(List<string> done) => done.Count == 0
        || (await api.Send<CandidateList>(HttpMethod.Get, "/api/v1/candidates?state=waiting")).Value?.Candidates.Any(one => done.Contains(one.Id)) != true;

    private async Task Show()
    {
        State ??= "waiting";
        var names = BodyNames.Now(api);
        (var list, Problem, _) = await api.GetAt<CandidateList>($"/api/v1/candidates?{(State is "waiting" or "accepted" or "declined" ? $"state={State}" : "")}{Pair("submission", Submission)}{Pair("body", Body)}", instants.OnlyRecorded);
        Names = await names;
        Kinds = [.. (list?.Candidates ?? []).Select(one => one.Kind).Distinct().Order(StringComparer.Ordinal)];
        var found = (list?.Candidates ?? []).Where(one => string.IsNullOrEmpty(Kind) || one.Kind == Kind).ToList();
        (Total, IsCut, Pages) = (found.Count, list?.IsCut == true, Math.Max(1, (found.Count + PerPage - 1) / PerPage));
        Number = Math.Clamp(Number, 1, Pages);
        var texts = new Texts(api);
        Candidates = await Task.WhenAll(found.Skip((Number - 1) * PerPage).Take(PerPage).Select(async one => new Shown(one, await texts.Around(one))));
        Exported = [new("Candidates", [new("Candidate", "candidate"), new("Kind", "kind"), new("What it says", "says"), new("Its words", "quote"), new("Rule", "rule"), new("Confidence", "confidence", true), new("State", "state"), new("Document", "submission"), new("Line", "line", true)],
            [.. found.Select(one => (IReadOnlyList<Cell>)
            [
                one.Id, one.Kind, CandidateWords.About(one, Names), one.Quote, one.Rule, one.Confidence.ToString(CultureInfo.InvariantCulture), one.State, one.Submission, one.Line.ToString(CultureInfo.InvariantCulture),
            ])])];
    }
}
