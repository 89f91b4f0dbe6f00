using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Oversight.Portal.Api;
using Oversight.Portal.SigningIn;
using Oversight.Portal.Time;
using Oversight.Portal.Words;

namespace Oversight.Portal.Pages.Work.Decisions;

/// <summary>One act on a proposed move, asked for again before it is done.</summary>
public sealed class ActModel(OversightApi api, Person person, TimeProvider clock) : PageModel
{
    /// <summary>An act in words.</summary>
    /// <param name="Heading">What it asks.</param>
    /// <param name="Button">What it does.</param>
    /// <param name="Done">What was done.</param>
    /// <param name="NeedsReason">Whether it needs a reason.</param>
    /// <param name="TakesDate">Whether it may say when the decision is published.</param>
    public sealed record Wording(string Heading, string Button, string Done, bool NeedsReason, bool TakesDate = false);

    private static readonly Dictionary<string, Wording> Acts = new()
    {
        ["confirm"] = new("Confirm this move?", "Confirm the move", "The move is confirmed.", true, true),
        ["decline"] = new("Decline this move?", "Decline the move", "The move is declined.", true),
        ["interrupt"] = new("Put this proposal on hold?", "Put it on hold", "The proposal is on hold; nobody can confirm it until it is resumed.", true),
        ["resume"] = new("Resume this proposal?", "Resume it", "The proposal is open again.", false),
        ["withdraw"] = new("Withdraw your proposal?", "Withdraw it", "The proposal is withdrawn.", false),
        ["publish"] = new("When is this decision published?", "Publish it", "It is on record when the decision is published.", false, true),
    };

    public string Verb { get; private set; } = "";

    public Wording Words => Acts[Verb];

    public Decision? Decision { get; private set; }

    public string Name { get; private set; } = "";

    public Problem? Problem { get; private set; }

    /// <summary>Whether the service refused it, and not this page: it may stand otherwise than the person saw.</summary>
    public bool WasRefused { get; private set; }

    public string? Seen { get; private set; }

    public string? Reason { get; private set; }

    public string? PublishedOn { get; private set; }

    public string Today => clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public async Task<IActionResult> OnGet(string id, string verb)
    {
        PublishedOn = verb == "publish" ? Today : null;
        return await Show(id, verb);
    }

    public async Task<IActionResult> OnPost(string id, string verb, string? reason, string? publishedOn, string? seen)
    {
        if (!Acts.TryGetValue(verb, out var act))
        {
            return NotFound();
        }

        (Reason, PublishedOn) = (Or(reason), Dates.Typed(publishedOn));
        if (act.NeedsReason && Reason is null)
        {
            ModelState.AddModelError("reason", "Say why");
        }

        if (verb == "publish" && PublishedOn is null)
        {
            ModelState.AddModelError("publishedOn", "Say when it is published");
        }

        Problem? problem = null;
        if (ModelState.IsValid)
        {
            (var done, problem, _) = await api.Send<Decision>(HttpMethod.Post, $"/api/v1/decisions/{Uri.EscapeDataString(id)}/{verb}", act.TakesDate ? new { Reason, PublishedOn } : (object)new { Reason }, seen ?? "\"0\"");
            if (done is not null)
            {
                TempData["Done"] = act.Done;
                return Redirect($"/work/decisions/{id}");
            }

            if (problem!.Status is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden)
            {
                return person.Refused(problem);
            }

            ModelState.AddModelError(problem.Title switch
            {
                { } rule when rule.Contains("reason", StringComparison.Ordinal) => "reason",
                { } rule when act.TakesDate && (rule.Contains("date", StringComparison.Ordinal) || rule.Contains("publish", StringComparison.Ordinal)) => "publishedOn",
                _ => "",
            }, problem.Detail ?? "It was refused; nothing was done.");
        }

        (WasRefused, Response.StatusCode) = (problem is not null, problem?.Status ?? StatusCodes.Status422UnprocessableEntity);
        return await Show(id, verb);
    }

    private async Task<IActionResult> Show(string id, string verb)
    {
        if (!Acts.ContainsKey(verb))
        {
            return NotFound();
        }

        if (!person.May($"decision.{verb}"))
        {
            return person.Refused(new(null, $"This takes the role of {Person.WhoMay($"decision.{verb}")}.", StatusCodes.Status403Forbidden));
        }

        Verb = verb;
        (Decision, Problem, Seen) = await api.GetAt<Decision>($"/api/v1/decisions/{Uri.EscapeDataString(id)}", Instants.Now);
        if (Decision is null)
        {
            return Problem switch
            {
                { IsSilence: true } => Page(),
                { Status: StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden } => person.Refused(Problem),
                _ => NotFound(),
            };
        }

        Name = (await api.GetAt<BodyProfile>($"/api/v1/bodies/{Decision.Body}", Instants.Now)).Value?.Name ?? Decision.Body;
        return Page();
    }

    private static string? Or(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
