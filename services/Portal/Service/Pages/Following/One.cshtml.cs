using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Oversight.Portal.Api;
using Oversight.Portal.SigningIn;

namespace Oversight.Portal.Pages.Following;

/// <summary>One thing that somebody follows: what has changed of it, and how they hear of it.</summary>
public sealed class OneModel(OversightApi api, Person person) : PageModel
{
    public Follow? Follow { get; private set; }

    public ChangeList? Changes { get; private set; }

    public BodyNames Names { get; private set; } = new([]);

    public Problem? Problem { get; private set; }

    public Problem? ChangesProblem { get; private set; }

    public static string PathOf(string id) => $"/api/v1/follows/{Uri.EscapeDataString(id)}";

    public Task<IActionResult> OnGet(string id) => person.May(IndexModel.Act) ? Show(id) : Task.FromResult(IndexModel.NotAllowed(person));

    public async Task<IActionResult> OnPost(string id, long position)
    {
        var (seen, problem, _) = await api.Send<Follow>(HttpMethod.Post, $"{PathOf(id)}/seen", new { position });
        if (seen is null)
        {
            return await Failed(id, problem!);
        }

        TempData["Done"] = $"What had changed of “{seen.Name}” is marked as seen.";
        return Redirect("/following");
    }

    public async Task<IActionResult> OnPostStop(string id)
    {
        var (_, problem, _) = await api.Send<Follow>(HttpMethod.Delete, PathOf(id));
        if (problem is not null)
        {
            return await Failed(id, problem);
        }

        TempData["Done"] = "You follow it no more.";
        return Redirect("/following");
    }

    internal static IActionResult Missing(PageModel page, Person person, Problem problem) => problem switch
    {
        { IsSilence: true } => page.Page(),
        { Status: StatusCodes.Status404NotFound } => page.NotFound(),
        _ => person.Refused(problem),
    };

    private async Task<IActionResult> Failed(string id, Problem problem)
    {
        if (!problem.IsSilence)
        {
            return Missing(this, person, problem);
        }

        ModelState.AddModelError("", problem.Detail ?? "It was not done; try again shortly.");
        Response.StatusCode = problem.Status;
        return await Show(id);
    }

    private async Task<IActionResult> Show(string id)
    {
        var (names, changes) = (BodyNames.Now(api), api.Send<ChangeList>(HttpMethod.Get, $"{PathOf(id)}/changes?limit=50"));
        (Follow, Problem, _) = await api.Send<Follow>(HttpMethod.Get, PathOf(id));
        (Changes, ChangesProblem, _) = await changes;
        Names = await names;
        return Follow is null ? Missing(this, person, Problem!) : Page();
    }
}
