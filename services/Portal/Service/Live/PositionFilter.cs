using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Oversight.Portal.Time;

namespace Oversight.Portal.Live;

/// <summary>Notes up to where the record went before a page asked for anything of it, so that what comes while the page is made is announced on it.</summary>
internal sealed class PositionFilter(LiveChanges changes) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.HandlerInstance is PageModel page && !context.HttpContext.RequestServices.GetRequiredService<Instants>().IsPast)
        {
            page.ViewData["Position"] = (await changes.Position(context.HttpContext.RequestAborted))?.Position;
        }

        await next();
    }
}
