using System.Text.Json;
using JasperFx;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Oversight.Core;

namespace Oversight.Hosting;

/// <summary>Turns a refusal, a bad request or a lost race into problem details; a fault says nothing of its inside.</summary>
internal sealed class Problems(IProblemDetailsService problems) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var (status, rule, detail) = Of(exception);
        if (status == StatusCodes.Status401Unauthorized)
        {
            var failed = rule is "identity.missing" or "identity.not-configured" ? "" : ", error=\"invalid_token\"";
            httpContext.Response.Headers.WWWAuthenticate = $"Bearer resource_metadata=\"/.well-known/oauth-protected-resource\"{failed}";
        }

        httpContext.Response.StatusCode = status;
        var details = new ProblemDetails { Status = status, Type = $"urn:oversight:rule:{rule}", Title = rule, Detail = detail };
        return problems.TryWriteAsync(new() { HttpContext = httpContext, ProblemDetails = details, Exception = exception });
    }

    /// <summary>What is refused before any of our code sees it has a rule and a sentence too.</summary>
    public static void Explain(ProblemDetailsContext context)
    {
        if (context.ProblemDetails is { Detail: null, Status: StatusCodes.Status415UnsupportedMediaType } problem)
        {
            (problem.Title, problem.Type) = ("request.media-type", "urn:oversight:rule:request.media-type");
            problem.Detail = "Send it as application/json; /openapi/v1.json says what is asked for.";
        }
    }

    internal static (int Status, string Rule, string Detail) Of(Exception exception) => exception switch
    {
        RejectedException rejected => (StatusOf(rejected.Rule), rejected.Rule, rejected.Message),
        BadHttpRequestException { InnerException: JsonException { Path: var at } } bad => (bad.StatusCode, "request.malformed",
            $"The JSON of the request cannot be read{(at is null or "$" ? "" : $" at {at}")}; /openapi/v1.json says what is asked for."),
        BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType } => (StatusCodes.Status415UnsupportedMediaType, "request.media-type",
            "Send it as application/json; /openapi/v1.json says what is asked for."),
        BadHttpRequestException bad when bad.Message.StartsWith("Implicit body", StringComparison.Ordinal) || bad.Message.EndsWith("was not provided from body.", StringComparison.Ordinal) =>
            (bad.StatusCode, "request.malformed", "The request has no body; /openapi/v1.json says what is asked for."),
        BadHttpRequestException bad => (bad.StatusCode, "request.malformed", bad.Message),
        ConcurrencyException => (StatusCodes.Status409Conflict, "concurrent-change", "Somebody else changed this meanwhile; read it again and retry."),
        NpgsqlException { IsTransient: true } => (StatusCodes.Status503ServiceUnavailable, "store.unavailable", "The record cannot be reached just now; try again shortly."),
        _ => (StatusCodes.Status500InternalServerError, "unexpected", "Something went wrong here; it has been logged."),
    };

    // By the last word of a rule, so that every kind of act answers alike.
    private static int StatusOf(string rule) => (rule.Split('.')[0], rule.Split('.')[^1]) switch
    {
        ("identity", "unreachable") => StatusCodes.Status503ServiceUnavailable,
        ("identity", _) => StatusCodes.Status401Unauthorized,
        ("role", "missing") or (_, "same-person" or "not-yours") => StatusCodes.Status403Forbidden,
        ("if-match", "missing") => StatusCodes.Status428PreconditionRequired,
        (_, "lost-race") => StatusCodes.Status409Conflict,
        (_, "unknown") => StatusCodes.Status404NotFound,
        _ => StatusCodes.Status422UnprocessableEntity,
    };
}

internal static class ProblemsHost
{
    /// <summary>Answers what goes wrong with a problem, and logs what nobody expected; a refusal is no fault of ours.</summary>
    public static void AddProblems(this IServiceCollection services) => services
        .AddProblemDetails(problems => problems.CustomizeProblemDetails = Problems.Explain).AddExceptionHandler<Problems>()
        .Configure<ExceptionHandlerOptions>(faults => faults.SuppressDiagnosticsCallback =
            fault => Problems.Of(fault.Exception).Status != StatusCodes.Status500InternalServerError);
}
