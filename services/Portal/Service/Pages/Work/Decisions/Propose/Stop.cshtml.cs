using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Oversight.Hosting;
using Oversight.Portal.Api;
using Oversight.Portal.SigningIn;
using Oversight.Portal.Time;

namespace Oversight.Portal.Pages.Work.Decisions.Propose;

/// <summary>A last stop before a move into or out of Engage is proposed.</summary>
public sealed class StopModel(OversightApi api, Person person, Drafts drafts, TimeProvider clock) : PageModel
{
    public DateOnly Today => Moment.DayOf(clock.GetUtcNow());

    public Draft Draft { get; private set; } = new("");

    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnGet()
    {
        Draft = drafts.Read();
        return !person.May("decision.propose") ? IndexModel.NotAllowed(person) : Draft is { IsWhole: true, Seen: not null } ? await Show() : Redirect("/work/decisions/propose/check");
    }

    public async Task<IActionResult> OnPost()
    {
        Draft = drafts.Read();
        if (Draft is not { IsWhole: true, Seen: not null })
        {
            return Redirect("/work/decisions");
        }

        var (proposed, problem, _) = await api.Send<Decision>(HttpMethod.Post, $"/api/v1/bodies/{Uri.EscapeDataString(Draft.Body!)}/decisions",
            new { Draft.To, Draft.EffectiveOn, Draft.Reason, Evidence = Draft.Claims, Draft.DecidedOn }, Draft.Seen);
        if (proposed is not null)
        {
            drafts.Forget();
            TempData["Done"] = "The move is proposed. Somebody else has to confirm it.";
            return Redirect($"/work/decisions/{proposed.Id}");
        }

        if (problem!.Status is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden)
        {
            return person.Refused(problem);
        }

        ModelState.AddModelError("", problem.Detail ?? "It was refused; nothing was proposed.");
        Response.StatusCode = problem.Status;
        return await Show();
    }

    private async Task<IActionResult> Show()
    {
        Name = (await api.GetAt<BodyProfile>($"/api/v1/bodies/{Uri.EscapeDataString(Draft.Body!)}", Instants.Now)).Value?.Name ?? Draft.Body!;
        return Page();
    }
}
