using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Oversight.Portal.Api;
using Oversight.Portal.SigningIn;
using Oversight.Portal.Time;
using Oversight.Portal.Words;

namespace Oversight.Portal.Pages.Work.Candidates;

/// <summary>One candidate, to accept as it is or corrected, or to decline.</summary>
public sealed class OneModel(OversightApi api, Person person, Instants instants) : PageModel
{
    public Candidate? Candidate { get; private set; }

    public Problem? Problem { get; private set; }

    public Passage? Passage { get; private set; }

    public BodyNames Names { get; private set; } = new([]);

    public bool MayAct => person.May("candidate.accept");

    /// <summary>Whether it is shown as it was, in which nobody can act.</summary>
    public bool IsPast => instants.RecordedAt is not null;

    /// <summary>Which state of it the person saw.</summary>
    public string? Seen { get; private set; }

    public Corrections Said { get; private set; } = new(null, null, null, null, null, null, null, null, null, null);

    public string? DeclineReason { get; private set; }

    public Task<IActionResult> OnGet(string id) => Show(id);

    public async Task<IActionResult> OnPostAccept(string id, string? seen, string? body, string? programme, string? area, string? grade, string? phase, string? date, string? percent, string? kind, string? source,
        string? publishedOn, string? reason)
    {
        var share = decimal.TryParse(percent?.TrimEnd('%', ' '), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : (decimal?)null;
        Said = new(Or(body), Or(programme), Or(area), Or(grade), Or(phase), Dates.Typed(date), share, Or(kind), Or(source), Dates.Typed(publishedOn), Or(reason));
        if (share is null && Or(percent) is not null)
        {
            ModelState.AddModelError("percent", "The share must be a number such as 89.5");
        }

        if (Said.Reason is null)
        {
            ModelState.AddModelError("reason", "Say why it is accepted");
        }

        return ModelState.IsValid ? await Act(id, "accept", Said, seen) : await Again(id, null);
    }

    public async Task<IActionResult> OnPostDecline(string id, string? seen, string? declineReason)
    {
        DeclineReason = Or(declineReason);
        if (DeclineReason is null)
        {
            ModelState.AddModelError("declineReason", "Say why it is declined");
            return await Again(id, null);
        }

        return await Act(id, "decline", new { Reason = DeclineReason }, seen);
    }

    private async Task<IActionResult> Act(string id, string act, object said, string? seen)
    {
        var (done, problem, _) = await api.Send<Candidate>(HttpMethod.Post, $"/api/v1/candidates/{Uri.EscapeDataString(id)}/{act}", said, seen ?? "\"0\"");
        if (done is not null)
        {
            TempData["Done"] = act == "accept" ? "The candidate is accepted; it is a claim on record now." : "The candidate is declined.";
            return Redirect($"/work/candidates/{id}");
        }

        if (problem!.Status is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden)
        {
            return person.Refused(problem);
        }

        ModelState.AddModelError(FieldOf(problem), problem.Detail ?? "It was refused.");
        return await Again(id, problem);
    }

    private async Task<IActionResult> Again(string id, Problem? problem)
    {
        Response.StatusCode = problem?.Status ?? StatusCodes.Status422UnprocessableEntity;
        return await Show(id);
    }

    // The services name the field that is missing at the end of their sentence.
    private static string FieldOf(Problem problem) => problem.Title == "candidate.incomplete" && problem.Detail?.TrimEnd('.').Split(' ')[^1] is { } field ? field : "";

    private async Task<IActionResult> Show(string id)
    {
        var names = BodyNames.Now(api);
        (Candidate, Problem, Seen) = await api.GetAt<Candidate>($"/api/v1/candidates/{Uri.EscapeDataString(id)}", instants.OnlyRecorded);
        if (Candidate is null)
        {
            return Problem is { IsSilence: true } ? Page() : NotFound();
        }

        Passage = await new Texts(api).Around(Candidate);
        Names = await (await names).And(api, Candidate.As?.Body is { } body ? [body] : []);
        return Page();
    }

    private static string? Or(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
