using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Oversight.Portal.Api;
using Oversight.Portal.SigningIn;

namespace Oversight.Portal.Pages.Following;

/// <summary>Changes what somebody follows, or how they hear of it.</summary>
public sealed class EditModel(OversightApi api, Person person) : PageModel
{
    public FollowForm Form { get; private set; } = new();

    public Problem? Problem { get; private set; }

    public async Task<IActionResult> OnGet(string id)
    {
        if (!person.May(IndexModel.Act))
        {
            return IndexModel.NotAllowed(person);
        }

        var (follow, problem, _) = await api.Send<Follow>(HttpMethod.Get, OneModel.PathOf(id));
        if (follow is null)
        {
            Problem = problem;
            return OneModel.Missing(this, person, problem!);
        }

        Form = FollowForm.Of(follow);
        await Form.Offer(api);
        return Page();
    }

    public async Task<IActionResult> OnPost(string id)
    {
        if (!person.May(IndexModel.Act))
        {
            return IndexModel.NotAllowed(person);
        }

        Form = FollowForm.Of(Request.Form);
        if (Form.Check(ModelState))
        {
            var (follow, problem, _) = await api.Send<Follow>(HttpMethod.Put, OneModel.PathOf(id), Form.Asked);
            if (follow is not null)
            {
                TempData["Done"] = $"“{follow.Name}” is changed.";
                return Redirect($"/following/{follow.Id}");
            }

            if (problem!.Title == "follow.unknown" || problem.Status is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden)
            {
                return OneModel.Missing(this, person, problem);
            }

            FollowForm.Refused(ModelState, problem);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        await Form.Offer(api);
        return Page();
    }
}
