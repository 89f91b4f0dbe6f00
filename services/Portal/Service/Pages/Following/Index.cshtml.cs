using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Oversight.Portal.Api;
using Oversight.Portal.SigningIn;

namespace Oversight.Portal.Pages.Following;

/// <summary>What somebody follows, and what has changed of it since they last looked.</summary>
public sealed class IndexModel(OversightApi api, Person person) : PageModel
{
    internal const string Act = "follow.keep";

    public FollowList? List { get; private set; }

    public IReadOnlyDictionary<string, ChangeList> Changed { get; private set; } = new Dictionary<string, ChangeList>();

    public BodyNames Names { get; private set; } = new([]);

    public Problem? Problem { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        if (!person.May(Act))
        {
            return NotAllowed(person);
        }

        var names = BodyNames.Now(api);
        (List, Problem, _) = await api.Send<FollowList>(HttpMethod.Get, "/api/v1/follows");
        if (Problem is { IsSilence: false })
        {
            return person.Refused(Problem);
        }

        var follows = List?.Follows ?? [];
        var changes = await follows.EachAtOnce(follow => api.Send<ChangeList>(HttpMethod.Get, $"{OneModel.PathOf(follow.Id)}/changes?limit=3"));
        Changed = follows.Zip(changes).Where(pair => pair.Second.Value is not null).ToDictionary(pair => pair.First.Id, pair => pair.Second.Value!);
        Names = await names;
        return Page();
    }

    internal static IActionResult NotAllowed(Person person) => person.Refused(new(null, "People who have a role here follow changes. Ask an administrator for one.", StatusCodes.Status403Forbidden));
}
