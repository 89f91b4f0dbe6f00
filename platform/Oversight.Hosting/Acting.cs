using System.Globalization;
using System.Text.RegularExpressions;
using Marten;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Oversight.Core;

namespace Oversight.Hosting;

/// <summary>Somebody who may do what they ask for.</summary>
/// <param name="By">Who, in the role that lets them.</param>
/// <param name="At">When.</param>
/// <param name="Day">The day it is where the inspectorate is.</param>
public sealed record Acting(Actor By, DateTimeOffset At, DateOnly Day)
{
    /// <summary>Called by ASP.NET Core for a parameter of this type, on a route that <see cref="Acts.ByPerson"/> guards.</summary>
    public static ValueTask<Acting?> BindAsync(HttpContext http) => ValueTask.FromResult<Acting?>(http.Features.Get<Acting>());

    /// <summary>What a command needs to know of it.</summary>
    public Act Act(string? why, IfMatch seen) => new(By, At, Day, Core.Act.IsReason(why) ? why!.Trim() : null, seen.Version);
}

/// <summary>The state of things that somebody has seen before they act: <c>If-Match: "7"</c>, as an earlier answer said in <c>ETag</c>.</summary>
public sealed partial record IfMatch(int Version)
{
    /// <summary>Called by ASP.NET Core for a parameter of this type.</summary>
    /// <exception cref="RejectedException">There is none.</exception>
    public static ValueTask<IfMatch?> BindAsync(HttpContext http) => http.Request.Headers.IfMatch.ToString() is { Length: > 0 } text
        ? Said().Match(text) is { Success: true } said ? ValueTask.FromResult<IfMatch?>(new(int.Parse(said.Groups[1].Value, CultureInfo.InvariantCulture)))
            : throw new BadHttpRequestException("If-Match is the ETag of an earlier answer, such as \"7\" with its quotation marks; neither * nor a weak tag says what you have seen.")
        : throw new RejectedException("if-match.missing", "Say in If-Match which state you have seen; a GET of it answers that in ETag.");

    /// <summary>How an answer says it.</summary>
    public static string ETag(int version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    [GeneratedRegex("^\"([0-9]{1,9})\"$")]
    private static partial Regex Said();
}

/// <summary>Guards the addresses by which people act, and notes every attempt that was refused.</summary>
public static class Acts
{
    extension(RouteHandlerBuilder route)
    {
        /// <summary>Only for people whose role allows the act, by the table in <see cref="Roles"/>.</summary>
        /// <param name="act">The act.</param>
        /// <param name="orAnybodyHere">Does it need nobody in particular as long as nobody but demo people can sign in?</param>
        public RouteHandlerBuilder ByPerson(string act, bool orAnybodyHere = false) => route.Noticed().WithMetadata(new Guarded(act, Roles.For(act), orAnybodyHere))
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden)
            .AddOpenApiOperationTransformer((operation, _, _) =>
            {
                operation.Description = $"{operation.Description} Needs a bearer token with one of the roles {string.Join(", ", Roles.For(act).Select(role => role.Word))}{(orAnybodyHere ? ", unless people sign in on this machine only" : "")}.".Trim();
                return Task.CompletedTask;
            });

        // Else routing leads what is sent in another form past the guard, and nobody would know who tried.
        private RouteHandlerBuilder Noticed()
        {
            route.Finally(endpoint =>
            {
                foreach (var accepts in endpoint.Metadata.OfType<IAcceptsMetadata>().Where(accepts => accepts.ContentTypes.Contains("application/json")).ToArray())
                {
                    endpoint.Metadata.Remove(accepts);
                }
            });
            return route;
        }

        /// <summary>Takes <see cref="IfMatch"/>.</summary>
        public RouteHandlerBuilder IfSeen() => route
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status428PreconditionRequired)
            .AddOpenApiOperationTransformer((operation, _, _) =>
            {
                operation.Parameters = [.. operation.Parameters ?? [], new OpenApiParameter
                {
                    Name = "If-Match", In = ParameterLocation.Header, Required = true, Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                    Description = "Which state you have seen: the ETag of an earlier answer.",
                }];
                return Task.CompletedTask;
            });
    }

    extension(WebApplication app)
    {
        /// <summary>Lets nobody by who may not act.</summary>
        internal void GuardActs() => app.Use(async (http, next) =>
        {
            if (http.GetEndpoint()?.Metadata.GetMetadata<Guarded>() is not { } guarded)
            {
                await next(http);
                return;
            }

            var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
            if (guarded.OrAnybodyHere && http.RequestServices.GetRequiredService<IdentitySettings>().IsOfThisMachine)
            {
                http.Features.Set(new Acting(await Identity.IfKnown(http), now, Moment.DayOf(now)));
                await next(http);
                return;
            }

            var (subject, name, roles) = await Identity.Of(http);
            try
            {
                var role = Roles.In(guarded.Act, roles) ?? throw new RejectedException("role.missing",
                    $"{name} {(roles.Length == 0 ? "has no role here" : $"acts as {string.Join(" and ", roles.Select(held => held.InWords))}")}; this takes {string.Join(" or ", guarded.Roles.Select(needed => needed.InWords))}.");
                http.Features.Set(new Acting(new(subject, name, role), now, Moment.DayOf(now)));
                await next(http);
                Telemetry.Acts.Add(1, new KeyValuePair<string, object?>("act", guarded.Act), new("outcome", "done"));
            }
            catch (Exception fault) when (!http.RequestAborted.IsCancellationRequested)
            {
                var (status, rule, because) = Problems.Of(fault);
                Telemetry.Acts.Add(1, new KeyValuePair<string, object?>("act", guarded.Act), new("outcome", rule));
                if (HttpMethods.IsGet(http.Request.Method) && rule != "role.missing")
                {
                    throw; // A bad question is no attempt to do anything.
                }

                await http.RequestServices.GetRequiredService<Attempts>().TryNote(
                    new(http.RequestServices.GetRequiredService<ServiceName>().Name, now, subject, name, [.. roles.Select(held => held.Word)], guarded.Act, $"{http.Request.Method} {http.Request.Path}", rule, status, because), http.RequestAborted);
                throw;
            }
        });
    }

    /// <summary>The token is looked at only where it matters, so that a stale one spoils no open read.</summary>
    internal static async Task Authenticated(this HttpContext http)
    {
        var result = await http.AuthenticateAsync(JwtBearerDefaults.AuthenticationScheme);
        if (result.Principal is { } principal)
        {
            http.User = principal;
        }
    }

    private sealed record Guarded(string Act, IReadOnlyList<Role> Roles, bool OrAnybodyHere);
}

/// <summary>Gives commands to streams in the turn of the service's one writer: one of a person, or one to many.</summary>
public sealed class Desk<TState, TCommand, TEvent>(Streams<TState, TCommand, TEvent> streams, IDocumentStore store, Writer writer)
    where TEvent : notnull
{
    private const int AtOnce = 200;

    /// <summary>Gives the same command to many streams, some at a time; where nothing is decided nothing is stored.</summary>
    /// <returns>How many events came of it.</returns>
    public async Task<int> DoForEach(IReadOnlyCollection<string> all, TCommand command, CancellationToken ct)
    {
        var changes = 0;
        foreach (var some in all.Chunk(AtOnce))
        {
            using var turn = await writer.Turn(ct);
            await using var session = store.Recording();
            var decided = (await streams.Decide(session, [.. some.Select(stream => (stream, command))], ct)).Sum(one => one.Events.Count);
            if (decided > 0)
            {
                await session.SaveChangesAsync(ct);
            }

            changes += decided;
        }

        return changes;
    }

    /// <summary>Decides it and stores what was decided, in the turn of the service's one writer.</summary>
    /// <param name="stream">Which stream.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="ct">Stops it.</param>
    /// <param name="also">Stores with the events what is no event.</param>
    /// <returns>The state of the stream after it.</returns>
    /// <exception cref="RejectedException">It was refused, and nothing is stored.</exception>
    public async Task<TState> Do(string stream, TCommand command, CancellationToken ct, Action<IDocumentSession, IReadOnlyList<TEvent>>? also = null)
    {
        using var turn = await writer.Turn(ct);
        await using var session = store.Recording();
        var decided = (await streams.Decide(session, [(stream, command)], ct))[0];
        if (decided.Rejected is { } rejected)
        {
            throw rejected;
        }

        also?.Invoke(session, decided.Events);
        await session.SaveChangesAsync(ct);
        return await streams.Fold(stream, ct);
    }
}
