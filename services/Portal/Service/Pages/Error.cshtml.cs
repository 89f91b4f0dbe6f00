using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Oversight.Portal.Api;

namespace Oversight.Portal.Pages;

/// <summary>What is shown when a page cannot be.</summary>
[IgnoreAntiforgeryToken]
public sealed class ErrorModel(OversightApi api) : PageModel
{
    public string Heading { get; private set; } = "";

    public string Advice { get; private set; } = "";

    /// <summary>Bodies that may have been meant.</summary>
    public IReadOnlyList<(string Id, string Name)> Near { get; private set; } = [];

    public Task OnGet(int? status) => Explain(status);

    public Task OnPost(int? status) => Explain(status);

    private async Task Explain(int? status)
    {
        // Whoever types the address may say anything; only what is an error is one.
        Response.StatusCode = status is >= 400 and <= 599 ? status.Value : status is null ? StatusCodes.Status500InternalServerError : StatusCodes.Status404NotFound;
        (Heading, Advice) = Response.StatusCode switch
        {
            400 => ("There is a problem with what was sent", "The form may have been open for too long, or the address is not one of ours. Go back, load the page again and send it once more."),
            401 or 403 => ("You may not do this", "Nothing was done. Sign in as somebody who may, or ask an administrator."),
            404 => ("Page not found", "If you typed the address, check that it is correct. If you followed a link, what it names is not on record."),
            503 => ("The service does not answer just now", "Nothing is lost. Try again shortly."),
            _ => ("There is a problem with this page", "Nothing that was decided or recorded is lost. Try again shortly."),
        };
        if (HttpContext.Items[typeof(Problem)] is not Problem problem)
        {
            return;
        }

        Near = problem.Near is { Count: > 0 } near && await BodyNames.Now(api) is { } names ? [.. near.Select(id => (id, names.Of(id)))] : [];
        Advice = Near.Count > 0 ? "No body on record is called so." : problem.Detail ?? Advice;
    }
}
