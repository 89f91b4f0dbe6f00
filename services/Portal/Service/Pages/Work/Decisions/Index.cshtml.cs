using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Oversight.Portal.Api;
using Oversight.Portal.Exports;
using Oversight.Portal.SigningIn;
using Oversight.Portal.Tables;
using Oversight.Portal.Time;
using Oversight.Portal.Words;

namespace Oversight.Portal.Pages.Work.Decisions;

/// <summary>The moves that people proposed, and what became of them.</summary>
public sealed class IndexModel(OversightApi api, Instants instants, Person person) : PageModel, IExported
{
    public string ExportName => "decisions";

    public IReadOnlyList<Table> Exported { get; private set; } = [];

    public Problem? Problem { get; private set; }

    public bool OnlyOpen { get; private set; }

    public bool MayPropose => person.May("decision.propose");

    public async Task<IActionResult> OnGet(string? state)
    {
        if (!person.May("decision.read"))
        {
            return person.Refused(new(null, "Decisions are read by people who have a role here. Ask an administrator for one.", StatusCodes.Status403Forbidden));
        }

        OnlyOpen = state == "open";
        var board = BodyNames.Now(api);
        (var list, Problem, _) = await api.Get<DecisionList>("/api/v1/decisions");
        if (Problem is { IsSilence: false })
        {
            return person.Refused(Problem);
        }

        var names = await (await board).And(api, (list?.Decisions ?? []).Select(one => one.Body));
        Exported = list is null ? [] : [new("Decisions, the newest first", [new("Move", "decision", Named: "move"), new("Body", "body", Named: "name"), new("State", "state"), new("Proposed by", "proposedBy"), new("Proposed", "proposedAt"), new("Runs out", "expiresAt"), new("Reason", "reason")],
            [.. list.Decisions.Where(one => !OnlyOpen || one.IsOpen).Select(one => (IReadOnlyList<Cell>)
            [
                new(DecisionWords.Move(one), one.Id, instants.AddedTo($"/work/decisions/{one.Id}")), new(names.Of(one.Body), one.Body, instants.AddedTo($"/bodies/{one.Body}")), new(DecisionWords.State(one.State), Say.Code(one.State)),
                one.Acts[0].By.Name, new(Dates.Instant(one.Acts[0].At), one.Acts[0].At), one.IsOpen ? new Cell(Dates.Instant(one.ExpiresAt), one.ExpiresAt) : "it is decided", one.Reason,
            ])], OnlyOpen ? "No proposal is open. See all decisions, or propose a move." : "No move was proposed in this system. An inspector can propose one.", Sortable: true, HideCaption: true)];
        return Page();
    }
}
