using System.Net;
using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using Oversight.Core;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Oversight.Identity;

/// <summary>A page with a button for each demo person; whoever presses it is that person.</summary>
internal static class SignIn
{
    private const string Scheme = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;

    public static void MapSignIn(this IEndpointRouteBuilder routes, string audience, string rolesClaim)
    {
        routes.MapMethods("/connect/authorize", [HttpMethods.Get, HttpMethods.Post], (HttpContext http) =>
        {
            var request = http.GetOpenIddictServerRequest()!;
            if ((string?)request["person"] is not { } asked)
            {
                return request.HasPromptValue(PromptValues.None) ? Refused(Errors.LoginRequired, "Nobody is signed in here between two requests.")
                    : Results.Content(Page(request), "text/html; charset=utf-8");
            }

            return DemoPeople.Find(asked) is { } person ? Results.SignIn(Principal(person, request, audience, rolesClaim), null, Scheme)
                : Refused(Errors.AccessDenied, $"There is no demo person of that name; there are {string.Join(", ", DemoPeople.All.Select(one => one.Id))}.");
        }).ExcludeFromDescription();

        // Nothing is kept here, so there is nothing to end.
        routes.MapMethods("/connect/logout", [HttpMethods.Get, HttpMethods.Post], () => Results.SignOut(new AuthenticationProperties { RedirectUri = "/" }, [Scheme])).ExcludeFromDescription();
        routes.MapGet("/", () => Results.Content(Page(null), "text/html; charset=utf-8")).ExcludeFromDescription();
    }

    private static ClaimsPrincipal Principal(DemoPerson person, OpenIddictRequest request, string audience, string rolesClaim)
    {
        var identity = new ClaimsIdentity("demo", Claims.Name, rolesClaim);
        identity.SetClaim(Claims.Subject, person.Id).SetClaim(Claims.Name, person.Name).SetClaims(rolesClaim, [.. person.Roles.Select(role => role.Word)]);
        identity.SetDestinations(_ => [Destinations.AccessToken, Destinations.IdentityToken]);
        var principal = new ClaimsPrincipal(identity);
        principal.SetScopes(request.GetScopes());
        principal.SetResources(audience);
        return principal;
    }

    private static IResult Refused(string error, string because) => Results.Forbid(new AuthenticationProperties(new Dictionary<string, string?>
    {
        [OpenIddictServerAspNetCoreConstants.Properties.Error] = error,
        [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = because,
    }), [Scheme]);

    private static string Page(OpenIddictRequest? request)
    {
        var (hidden, people) = (new StringBuilder(), new StringBuilder());
        foreach (var (name, value) in request?.GetParameters() ?? new Dictionary<string, OpenIddictParameter>())
        {
            hidden.Append(null, $"<input type=\"hidden\" name=\"{Plain(name)}\" value=\"{Plain((string?)value)}\">\n");
        }

        foreach (var person in DemoPeople.All)
        {
            var what = $"{Plain(person.Name)}, {Plain(string.Join(" and ", person.Roles.Select(role => role.InWords)))}";
            people.Append(null, $"<li>{(request is null ? what : $"<button name=\"person\" value=\"{Plain(person.Id)}\">{what}</button>")}</li>\n");
        }

        return $$"""
            <!doctype html>
            <html lang="en-GB">
            <head>
            <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Sign in to Oversight</title>
            <style>body { font: 1.2rem/1.5 sans-serif; max-width: 40rem; margin: 2rem auto; padding: 0 1rem } li { list-style: none; margin: .5rem 0 } ul { padding: 0 }
            button { font: inherit; padding: .5rem 1rem; width: 100%; text-align: left }</style>
            </head>
            <body>
            <main>
            <h1>{{(request is null ? "The demo people of Oversight" : "Sign in to Oversight as")}}</h1>
            <p>These people do not exist, and need no password: this provider is for trying the system out on one machine.</p>
            <form method="post" action="/connect/authorize">
            {{hidden}}<ul>
            {{people}}</ul>
            </form>
            </main>
            </body>
            </html>
            """;
    }

    private static string Plain(string? text) => WebUtility.HtmlEncode(text) ?? "";
}
