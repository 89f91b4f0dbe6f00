using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Oversight.Portal.Api;

namespace Oversight.Portal.Pages;

/// <summary>Where the link of a mail leads a person: it asks first, and needs no signing in.</summary>
public sealed class UnsubscribeModel(OversightApi api) : PageModel
{
    public string? Name { get; private set; }

    public bool Ended { get; private set; }

    public Problem? Problem { get; private set; }

    public Task<IActionResult> OnGet(string token) => Ask(HttpMethod.Get, token);

    public Task<IActionResult> OnPost(string token) => Ask(HttpMethod.Post, token);

    private async Task<IActionResult> Ask(HttpMethod method, string token)
    {
        (var answer, Problem, _) = await api.Send<Unsubscription>(method, $"/api/v1/unsubscribe/{Uri.EscapeDataString(token)}");
        (Name, Ended) = (answer?.Name, answer?.Ended ?? false);
        Response.StatusCode = Problem?.Status ?? StatusCodes.Status200OK;
        return Page();
    }
}
