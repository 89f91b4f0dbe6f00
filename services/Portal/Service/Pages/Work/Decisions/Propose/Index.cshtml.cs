using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Oversight.Portal.Api;
using Oversight.Portal.SigningIn;
using Oversight.Portal.Time;
using Oversight.Portal.Words;

namespace Oversight.Portal.Pages.Work.Decisions.Propose;

/// <summary>First what is to move, where and from when.</summary>
public sealed class IndexModel(OversightApi api, Person person, Drafts drafts) : PageModel
{
    public Draft Draft { get; private set; } = new("");

    public IReadOnlyList<StatusLine> Bodies { get; private set; } = [];

    public Problem? Problem { get; private set; }

    public async Task<IActionResult> OnGet(string? body, string? prompt)
    {
        if (!person.May("decision.propose"))
        {
            return NotAllowed(person);
        }

        Draft = drafts.Read();
        if (body is not null)
        {
            // Whoever comes from a prompt begins with its evidence.
            var claims = prompt is null ? null : (await api.GetAt<PromptList>("/api/v1/prompts", Instants.Now)).Value?.Prompts.FirstOrDefault(one => one.Prompt.PromptId == prompt)?.Prompt.Evidence.Select(one => one.ClaimId).ToList();
            Draft = Draft.Body == body && claims is null ? Draft : new(Draft.By, body, Claims: claims);
            drafts.Keep(Draft);
        }

        return await Show();
    }

    public async Task<IActionResult> OnPost(string? body, string? to, string? effectiveOn, string? decidedOn)
    {
        if (!person.May("decision.propose"))
        {
            return NotAllowed(person);
        }

        var before = drafts.Read();
        Draft = before with { Body = Or(body), To = to is "engage" or "scan" ? to : null, EffectiveOn = Dates.Typed(effectiveOn), DecidedOn = Dates.Typed(decidedOn), Claims = before.Body == Or(body) ? before.Claims : null };
        if (Draft.Body is null)
        {
            ModelState.AddModelError("body", "Choose a body");
        }

        if (Draft.To is null)
        {
            ModelState.AddModelError("to", "Choose where it is to move");
        }

        Date("effectiveOn", Draft.EffectiveOn, "Say from when the move is to hold");
        Date("decidedOn", Draft.DecidedOn, null);
        if (ModelState.IsValid && await IsThere(Draft) is { } name)
        {
            ModelState.AddModelError("to", $"The record has {name} in {(Draft.To == "engage" ? "Engage" : "Scan")} on {Dates.Day(Draft.EffectiveOn)} already; there is nothing to move");
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await Show();
        }

        drafts.Keep(Draft);
        return Redirect("/work/decisions/propose/evidence");
    }

    internal static IActionResult NotAllowed(Person person) => person.Refused(new(null, $"Proposing a move takes the role of {Person.WhoMay("decision.propose")}.", StatusCodes.Status403Forbidden));

    private void Date(string field, string? text, string? missing)
    {
        if (text is null && missing is not null)
        {
            ModelState.AddModelError(field, missing);
        }
        else if (text is not null && !Oversight.Core.PartialDate.TryParse(text, out _))
        {
            ModelState.AddModelError(field, "The date must be a day, a month or a year, such as 28 June 2022, June 2022 or 2022");
        }
    }

    // What the service would refuse at the last step is said at the first.
    private async Task<string?> IsThere(Draft draft) => Dates.Read(draft.EffectiveOn) is { } day && (await api.GetAt<BodyProfile>($"/api/v1/bodies/{Uri.EscapeDataString(draft.Body!)}", Instants.Now with { AsOf = day })).Value is { } body
        && body.Status.Phase.Equals(draft.To, StringComparison.OrdinalIgnoreCase) ? body.Name : null;

    private async Task<IActionResult> Show()
    {
        (var board, Problem, _) = await api.GetAt<StatusBoard>("/api/v1/status", Instants.Now);
        Bodies = [.. (board?.Bodies ?? []).OrderBy(one => one.Name, StringComparer.Ordinal)];
        return Page();
    }

    private static string? Or(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
