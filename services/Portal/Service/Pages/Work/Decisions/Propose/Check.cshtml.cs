using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Oversight.Portal.Api;
using Oversight.Portal.SigningIn;
using Oversight.Portal.Time;

namespace Oversight.Portal.Pages.Work.Decisions.Propose;

/// <summary>Then everything once more before it is proposed.</summary>
public sealed class CheckModel(OversightApi api, Person person, Drafts drafts) : PageModel
{
    public Draft Draft { get; private set; } = new("");

    public string Name { get; private set; } = "";

    public string? Phase { get; private set; }

    public IReadOnlyList<Evidence> Evidence { get; private set; } = [];

    /// <summary>The proposal that is open for the body already.</summary>
    public Decision? Open { get; private set; }

    public string? Seen { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        if (!person.May("decision.propose"))
        {
            return IndexModel.NotAllowed(person);
        }

        Draft = drafts.Read();
        if (!Draft.IsWhole)
        {
            return Redirect(Draft.HasMove ? "/work/decisions/propose/evidence" : "/work/decisions/propose");
        }

        var path = $"/api/v1/bodies/{Uri.EscapeDataString(Draft.Body!)}";
        var (history, body) = (api.GetAt<History>($"{path}/history?limit=1000", Instants.Now), api.GetAt<BodyProfile>(path, Instants.Now));
        (var decisions, var problem, Seen) = await api.GetAt<DecisionList>($"{path}/decisions", Instants.Now);
        if (problem is { IsSilence: false })
        {
            return person.Refused(problem);
        }

        Open = decisions?.Decisions.FirstOrDefault(one => one.IsOpen);
        (Name, Phase) = ((await body).Value?.Name ?? Draft.Body!, (await body).Value?.Status.Phase);
        Evidence = Decisions.Evidence.Of((await history).Value?.Entries ?? [], Draft.Claims!);
        return Page();
    }

    public IActionResult OnPost(string? seen)
    {
        if (!person.May("decision.propose"))
        {
            return IndexModel.NotAllowed(person);
        }

        drafts.Keep(drafts.Read() with { Seen = seen });
        return Redirect("/work/decisions/propose/stop");
    }
}
