using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Oversight.Portal.Api;
using Oversight.Portal.Filters;

namespace Oversight.Portal.Time;

/// <summary>Refuses an address with a number that is none, and marks a page whose address names a time that is none, or a choice that there is not, as a bad request; the page says what is wrong with it.</summary>
internal sealed class InstantsFilter : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsGet(http.Request.Method) || context.ModelState.FirstOrDefault(one => one.Value?.Errors.Count > 0) is not { Key: { Length: > 0 } name, Value: { } given })
        {
            return;
        }

        // Else the page would silently show something that was not asked for.
        http.Items[typeof(Problem)] = new Problem(null, $"“{(given.AttemptedValue is { Length: > 40 } text ? text[..40] + "…" : given.AttemptedValue)}” is nothing that this page can take as {name}. Correct the address, or leave {name} out of it.", StatusCodes.Status400BadRequest);
        context.Result = new BadRequestResult();
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
