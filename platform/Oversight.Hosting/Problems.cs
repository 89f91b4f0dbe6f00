using JasperFx;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Npgsql;
using Oversight.Core;

namespace Oversight.Hosting;

/// <summary>Turns a refusal, a bad request or a lost race into problem details; a fault says nothing of its inside.</summary>
internal sealed class Problems(IProblemDetailsService problems) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var (status, rule, detail) = exception switch
        {
            RejectedException rejected => (StatusCodes.Status422UnprocessableEntity, rejected.Rule, rejected.Message),
            BadHttpRequestException bad => (bad.StatusCode, "request.malformed", bad.Message),
            ConcurrencyException => (StatusCodes.Status409Conflict, "concurrent-change", "Somebody else changed this meanwhile; read it again and retry."),
            NpgsqlException { IsTransient: true } => (StatusCodes.Status503ServiceUnavailable, "store.unavailable", "The record cannot be reached just now; try again shortly."),
            _ => (StatusCodes.Status500InternalServerError, "unexpected", "Something went wrong here; it has been logged."),
        };

        httpContext.Response.StatusCode = status;
        var details = new ProblemDetails { Status = status, Type = $"urn:oversight:rule:{rule}", Title = rule, Detail = detail };
        return problems.TryWriteAsync(new() { HttpContext = httpContext, ProblemDetails = details, Exception = exception });
    }
}
