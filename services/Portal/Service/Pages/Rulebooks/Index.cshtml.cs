using Microsoft.AspNetCore.Mvc.RazorPages;
using Oversight.Portal.Api;

namespace Oversight.Portal.Pages.Rulebooks;

/// <summary>Every rulebook.</summary>
public sealed class IndexModel(OversightApi api) : PageModel
{
    public Api.Rulebooks? Rulebooks { get; private set; }

    public Problem? Problem { get; private set; }

    public async Task OnGet() => (Rulebooks, Problem, _) = await api.Send<Api.Rulebooks>(HttpMethod.Get, "/api/v1/rulebooks");
}
