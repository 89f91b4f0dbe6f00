using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Oversight.Portal.Api;
using Oversight.Portal.SigningIn;
using Oversight.Portal.Time;

namespace Oversight.Portal.Pages.Work.Decisions;

/// <summary>One proposed move with everything that was done about it, and what whoever looks may do.</summary>
public sealed class OneModel(OversightApi api, Instants instants, Person person) : PageModel
{
    /// <summary>Something that can be done about it.</summary>
    /// <param name="Verb">Its name in the address.</param>
    /// <param name="Label">On its button.</param>
    public sealed record Choice(string Verb, string Label);

    public Decision? Decision { get; private set; }

    public BodyProfile? Body { get; private set; }

    public Problem? Problem { get; private set; }

    public IReadOnlyList<Evidence> Evidence { get; private set; } = [];

    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    /// <summary>Why somebody who might expect to cannot do something.</summary>
    public string? WhyNot { get; private set; }

    public string Name => Body?.Name ?? Decision!.Body;

    public async Task<IActionResult> OnGet(string id)
    {
        if (!person.IsKnown)
        {
            return person.Refused();
        }

        (Decision, Problem, _) = await api.Get<Decision>($"/api/v1/decisions/{Uri.EscapeDataString(id)}");
        if (Decision is null)
        {
            return Problem switch
            {
                { IsSilence: true } => Page(),
                { Status: StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden } => person.Refused(Problem),
                _ => NotFound(),
            };
        }

        var history = api.GetAt<History>($"/api/v1/bodies/{Decision.Body}/history?limit=1000", Instants.Now);
        Body = (await api.GetAt<BodyProfile>($"/api/v1/bodies/{Decision.Body}", Instants.Now)).Value;
        Evidence = Decisions.Evidence.Of((await history).Value?.Entries ?? [], Decision.Evidence);
        Choose();
        return Page();
    }

    private void Choose()
    {
        var isMine = Decision!.Acts[0].By.Subject == person.Subject;
        var holder = Decision.Acts.LastOrDefault(act => act.What == "interrupted")?.By.Subject;
        var isChief = person.May("decision.confirm");
        if (instants.IsPast)
        {
            WhyNot = Decision.IsOpen ? "You are looking at another time. Go back to today to act on it." : null;
            return;
        }

        Choices =
        [
            .. Decision.State == "Proposed" && isChief && !isMine ? [new Choice("confirm", "Confirm it")] : (Choice[])[],
            .. Decision.IsOpen && isChief && !isMine ? [new Choice("decline", "Decline it")] : (Choice[])[],
            .. Decision.State == "OnHold" && (isChief || holder == person.Subject) ? [new Choice("resume", "Resume it")] : (Choice[])[],
            .. Decision.State == "Proposed" && person.May("decision.interrupt") && (isMine || isChief) ? [new Choice("interrupt", "Put it on hold")] : (Choice[])[],
            .. Decision.IsOpen && isMine ? [new Choice("withdraw", "Withdraw it")] : (Choice[])[],
            .. Decision is { State: "Confirmed", PublishedOn: null } && person.May("decision.publish") ? [new Choice("publish", "Say that it is published")] : (Choice[])[],
        ];
        WhyNot = !Decision.IsOpen ? null
            : isMine ? "You proposed it, so somebody else has to confirm or decline it."
            : !isChief ? $"Confirming and declining takes the role of {Person.WhoMay("decision.confirm")}."
            : Decision.State == "OnHold" ? "It is on hold; it has to be resumed before anybody can confirm it." : null;
    }
}
