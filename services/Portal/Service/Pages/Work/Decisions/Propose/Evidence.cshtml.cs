using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Oversight.Portal.Api;
using Oversight.Portal.SigningIn;
using Oversight.Portal.Time;

namespace Oversight.Portal.Pages.Work.Decisions.Propose;

/// <summary>Then why, and on which claims of the body's record it rests.</summary>
public sealed class EvidenceModel(OversightApi api, Person person, Drafts drafts) : PageModel
{
    private const int LongestReason = 4_000, MostClaims = 100;

    public Draft Draft { get; private set; } = new("");

    public string Name { get; private set; } = "";

    public IReadOnlyList<Evidence> Claims { get; private set; } = [];

    public Problem? Problem { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        Draft = drafts.Read();
        return !person.May("decision.propose") ? IndexModel.NotAllowed(person) : Draft.HasMove ? await Show() : Redirect("/work/decisions/propose");
    }

    public async Task<IActionResult> OnPost(string? reason, string[] claim)
    {
        if (!person.May("decision.propose"))
        {
            return IndexModel.NotAllowed(person);
        }

        Draft = drafts.Read() with { Reason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(), Claims = claim };
        if (!Draft.HasMove)
        {
            return Redirect("/work/decisions/propose");
        }

        if (Draft.Reason is null)
        {
            ModelState.AddModelError("reason", "Say why the body is to move");
        }
        else if (Draft.Reason.Length > LongestReason)
        {
            ModelState.AddModelError("reason", $"The reason has {Draft.Reason.Length} characters; {LongestReason} is the most");
        }

        if (claim is not { Length: > 0 and <= MostClaims })
        {
            ModelState.AddModelError("claim", claim is { Length: > MostClaims } ? $"Choose at most {MostClaims} claims" : "Choose at least one claim as evidence");
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await Show();
        }

        drafts.Keep(Draft);
        return Redirect("/work/decisions/propose/check");
    }

    private async Task<IActionResult> Show()
    {
        (var history, Problem, _) = await api.GetAt<History>($"/api/v1/bodies/{Uri.EscapeDataString(Draft.Body!)}/history?limit=1000", Instants.Now);
        (Name, var all) = (history?.Name ?? Draft.Body!, Evidence.Of(history?.Entries ?? []));
        // What was chosen and the timeline does not show, such as the evidence of a prompt, stays to be chosen.
        Claims = [.. (Draft.Claims ?? []).Where(id => all.All(one => one.Claim != id)).Select(id => new Evidence(id, null, null)), .. all];
        return Page();
    }
}
