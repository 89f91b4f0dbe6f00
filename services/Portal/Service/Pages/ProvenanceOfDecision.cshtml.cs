using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Oversight.Core;
using Oversight.Portal.Api;
using Oversight.Portal.Pages.Work.Decisions;
using Oversight.Portal.SigningIn;
using Oversight.Portal.Time;

namespace Oversight.Portal.Pages;

/// <summary>How a move is known that was decided here: by whom, when, why and, to whoever may read decisions, on which evidence.</summary>
public sealed class ProvenanceOfDecisionModel(OversightApi api, Person person, Instants instants) : PageModel
{
    public string Body { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>The move, as its body's timeline has it.</summary>
    public HistoryEntry? Entry { get; private set; }

    public IReadOnlyList<Source> Sources { get; private set; } = [];

    public Decision? Decision { get; private set; }

    public IReadOnlyList<Evidence> Evidence { get; private set; } = [];

    public Problem? Problem { get; private set; }

    public Problem? ActsProblem { get; private set; }

    public async Task<IActionResult> OnGet(string id)
    {
        // The id of a decision begins with that of its body.
        Body = id.LastIndexOf('-') is > 0 and var end ? id[..end] : id;

        // A move may be decided that is still to come.
        (var history, Problem, _) = await api.GetAt<History>($"/api/v1/bodies/{Uri.EscapeDataString(Body)}/history?limit=1000", instants.AsOf is null ? instants with { AsOf = $"{PartialDate.LatestYear}-12-31" } : instants);
        if (Problem is { IsSilence: true })
        {
            return Page();
        }

        Entry = history?.Entries.FirstOrDefault(entry => entry.Sources.Any(source => source.Decision == id));
        if (Entry is null)
        {
            return NotFound();
        }

        (Name, Sources) = (history!.Name, [.. Entry.Sources.Where(source => source.Decision == id)]);
        if (person.May("decision.read"))
        {
            (Decision, ActsProblem, _) = await api.Get<Decision>($"/api/v1/decisions/{Uri.EscapeDataString(id)}");
            Evidence = Work.Decisions.Evidence.Of(history.Entries, Decision?.Evidence ?? []);
        }

        return Page();
    }
}
