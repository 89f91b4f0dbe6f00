using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Oversight.Portal.Api;
using Oversight.Portal.SigningIn;
using Oversight.Portal.Time;

namespace Oversight.Portal.Pages.Work.Conflicts;

/// <summary>One conflict with all its sides; somebody who may says which of them counts.</summary>
public sealed class OneModel(OversightApi api, Instants instants, Person person) : PageModel
{
    public Disagreement? Conflict { get; private set; }

    public Problem? Problem { get; private set; }

    public BodyNames Names { get; private set; } = new([]);

    /// <summary>Which state of it the person saw.</summary>
    public string? Seen { get; private set; }

    public string? Claim { get; private set; }

    public string? Reason { get; private set; }

    public bool MayAct => person.May("conflict.settle");

    public bool IsNow => !instants.IsPast;

    /// <summary>The sides, each value with those who say it.</summary>
    public IEnumerable<IGrouping<string, Side>> Sides => Conflict!.Sides.GroupBy(side => side.Value);

    public Task<IActionResult> OnGet(string? fact) => Show(fact);

    public async Task<IActionResult> OnPost(string? fact, string? claim, string? reason, string? seen)
    {
        (Claim, Reason) = (string.IsNullOrWhiteSpace(claim) ? null : claim, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim());
        if (Claim is null)
        {
            ModelState.AddModelError("claim", "Choose the side that counts");
        }

        if (Reason is null)
        {
            ModelState.AddModelError("reason", "Say why this side counts");
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await Show(fact);
        }

        var (done, problem, _) = await api.Send<Settled>(HttpMethod.Post, "/api/v1/conflicts/settle", new { Fact = fact, Claim, Reason }, seen ?? "\"0\"");
        if (done is not null)
        {
            await Eventually.Shows(() => IsSettled(fact!), HttpContext.RequestAborted);
            TempData["Done"] = "The conflict is settled; all sides stay on record.";
            return Redirect($"/work/conflicts/one?fact={Uri.EscapeDataString(fact!)}");
        }

        if (problem!.Status is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden)
        {
            return person.Refused(problem);
        }

        ModelState.AddModelError(problem.Title?.Contains("reason", StringComparison.Ordinal) == true ? "reason" : "claim", problem.Detail ?? "It was refused.");
        Response.StatusCode = problem.Status;
        return await Show(fact);
    }

    private async Task<IActionResult> Show(string? fact)
    {
        var names = BodyNames.Now(api);
        (var answer, Problem, Seen) = await api.Get<Disagreements>(Path(fact));
        Conflict = answer?.Conflicts is [var only, ..] ? only : null;
        Names = await (await names).And(api, Conflict is null ? [] : [Conflict.Body]);
        return Conflict is null && Problem is not { IsSilence: true } ? NotFound() : Page();
    }

    private async Task<bool> IsSettled(string fact) => (await api.GetAt<Disagreements>(Path(fact), Instants.Now)).Value?.Conflicts is [var now]
        && now.Sides.Any(side => side.ClaimId == Claim && side.Stands == "Yes") && now.Trail.Any(step => step.Why == Reason);

    private static string Path(string? fact) => $"/api/v1/conflicts?fact={Uri.EscapeDataString(fact ?? "")}";
}
