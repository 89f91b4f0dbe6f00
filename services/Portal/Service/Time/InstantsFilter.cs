using Microsoft.AspNetCore.Mvc.Filters;
using Oversight.Portal.Filters;

namespace Oversight.Portal.Time;

/// <summary>Marks a page whose address names a time that is none, or a choice that there is not, as a bad request; the page says what is wrong with it.</summary>
internal sealed class InstantsFilter : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
        if ((context.HttpContext.RequestServices.GetRequiredService<Instants>().Errors.Count > 0 || (context.HandlerInstance is IFiltered filtered && filtered.Filters.Any(filter => filter.Error is not null)))
            && context.HttpContext.Response.StatusCode == StatusCodes.Status200OK)
        {
            context.HttpContext.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    }
}
