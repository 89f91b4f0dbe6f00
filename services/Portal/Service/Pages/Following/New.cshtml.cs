using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Oversight.Portal.Api;
using Oversight.Portal.SigningIn;

namespace Oversight.Portal.Pages.Following;

/// <summary>Begins to follow something; a link to it may fill in what.</summary>
public sealed class NewModel(OversightApi api, Person person) : PageModel
{
    public FollowForm Form { get; private set; } = new();

    public async Task<IActionResult> OnGet()
    {
        if (!person.May(IndexModel.Act))
        {
            return IndexModel.NotAllowed(person);
        }

        Form = FollowForm.Of(Request.Query);
        await Form.Offer(api);
        Form.Suggest();
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (!person.May(IndexModel.Act))
        {
            return IndexModel.NotAllowed(person);
        }

        Form = FollowForm.Of(Request.Form);
        if (Form.Check(ModelState))
        {
            var (follow, problem, _) = await api.Send<Follow>(HttpMethod.Post, "/api/v1/follows", Form.Asked);
            if (follow is not null)
            {
                TempData["Done"] = $"You follow “{follow.Name}”. What changes from now on is shown here.";
                return Redirect("/following");
            }

            if (problem!.Status is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden)
            {
                return person.Refused(problem);
            }

            FollowForm.Refused(ModelState, problem);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        await Form.Offer(api);
        return Page();
    }
}
