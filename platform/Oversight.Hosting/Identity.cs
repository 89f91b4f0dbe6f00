using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;
using Oversight.Core;

namespace Oversight.Hosting;

/// <summary>Whose word is taken for who somebody is: any OpenID Connect provider.</summary>
/// <param name="Authority">Its issuer; null where none is configured, and then nobody can act.</param>
/// <param name="Audience">For whom its tokens must be made.</param>
/// <param name="RolesClaim">Which of its claims names the roles.</param>
/// <param name="Client">What the command line calls itself there.</param>
public sealed record IdentitySettings(Uri? Authority, string Audience, string RolesClaim, string Client)
{
    /// <summary>Can nobody sign in, or only whoever is on this machine?</summary>
    public bool IsOfThisMachine => Authority is null or { IsLoopback: true };

    /// <summary>Reads OVERSIGHT_OIDC_AUTHORITY, _AUDIENCE, _ROLES_CLAIM and _CLI_CLIENT.</summary>
    /// <exception cref="InvalidOperationException">The authority is no address that could be trusted.</exception>
    public static IdentitySettings Of(IConfiguration configuration) => new(
        Trusted(Or(configuration["OVERSIGHT_OIDC_AUTHORITY"], "")), Or(configuration["OVERSIGHT_OIDC_AUDIENCE"], "oversight"),
        Or(configuration["OVERSIGHT_OIDC_ROLES_CLAIM"], "roles"), Or(configuration["OVERSIGHT_OIDC_CLI_CLIENT"], "oversight-cli"));

    private static string Or(string? text, string otherwise) => string.IsNullOrWhiteSpace(text) ? otherwise : text.Trim();

    // What travels in the clear could be anybody's word, unless it stays on this machine.
    private static Uri? Trusted(string text) => text == "" ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == "https" || uri is { Scheme: "http", IsLoopback: true }) ? uri
        : throw new InvalidOperationException($"OVERSIGHT_OIDC_AUTHORITY is '{text}'; it must be an https address, or http on this machine only.");
}

/// <summary>Makes out of a bearer token who somebody is.</summary>
public static class Identity
{
    // No shared secret: whoever could check a token could make one.
    private static readonly string[] Algorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];

    private static readonly string[] Names = ["name", "preferred_username", "email"];

    private static readonly object Why = new();

    extension(WebApplicationBuilder builder)
    {
        /// <summary>Lets people act here: they show who they are by a token of the configured provider.</summary>
        public void AddIdentity()
        {
            var settings = IdentitySettings.Of(builder.Configuration);
            builder.Services.AddSingleton(settings);
            builder.Services.AddSingleton<Attempts>();
            var authentication = builder.Services.AddAuthentication();
            if (settings.Authority is not { } authority)
            {
                return;
            }

            authentication.AddJwtBearer(bearer =>
            {
                bearer.Authority = authority.ToString();
                bearer.RequireHttpsMetadata = authority.Scheme == "https";
                bearer.BackchannelHttpHandler = new SocketsHttpHandler { UseProxy = !authority.IsLoopback };
                bearer.BackchannelTimeout = TimeSpan.FromSeconds(10);
                bearer.MapInboundClaims = false;
                bearer.TokenValidationParameters = new()
                {
                    ValidAudience = settings.Audience, ValidAlgorithms = Algorithms, ValidTypes = ["at+jwt", "JWT"],
                    ClockSkew = TimeSpan.FromSeconds(10), NameClaimType = "name", RoleClaimType = settings.RolesClaim,
                };
                bearer.Events = new()
                {
                    OnAuthenticationFailed = async failed =>
                    {
                        failed.HttpContext.Items[Why] = await Silence(failed.Options, failed.HttpContext.RequestAborted) ?? failed.Exception;
                        failed.Fail(failed.Exception);
                    },
                };
            });
        }
    }

    /// <summary>Who asks.</summary>
    /// <exception cref="RejectedException">Nobody can tell.</exception>
    internal static async Task<(string Subject, string Name, Role[] Roles)> Of(HttpContext http)
    {
        var settings = http.RequestServices.GetRequiredService<IdentitySettings>();
        if (settings.Authority is null)
        {
            throw new RejectedException("identity.not-configured", "Nobody can act here: no identity provider is configured (OVERSIGHT_OIDC_AUTHORITY).");
        }

        await http.Authenticated();
        return http.User is { Identity.IsAuthenticated: true } user && user.FindFirstValue("sub") is { Length: > 0 } subject
            ? (subject, Name(user) ?? subject, [.. user.FindAll(settings.RolesClaim).Select(claim => Roles.Parse(claim.Value)).OfType<Role>()])
            : throw Refusal(http);
    }

    /// <summary>Who asks, where they say so and it holds.</summary>
    internal static async Task<Actor> IfKnown(HttpContext http)
    {
        try
        {
            var (subject, name, _) = await Of(http);
            return new(subject, name, null);
        }
        catch (RejectedException)
        {
            return Actor.Anonymous;
        }
    }

    // No token holds against keys that nobody could fetch, which says nothing of the token.
    private static async Task<Exception?> Silence(JwtBearerOptions bearer, CancellationToken ct)
    {
        try
        {
            await bearer.ConfigurationManager!.GetConfigurationAsync(ct);
            return null;
        }
        catch (InvalidOperationException silence)
        {
            return silence;
        }
    }

    private static string? Name(ClaimsPrincipal user) =>
        Names.Select(user.FindFirstValue).FirstOrDefault(name => !string.IsNullOrWhiteSpace(name));

    private static RejectedException Refusal(HttpContext http) => http.Items[Why] switch
    {
        SecurityTokenExpiredException => new("identity.expired", "The sign-in has run out; sign in again."),
        SecurityTokenInvalidAudienceException => new("identity.wrong-audience", "The token was made for somebody else."),
        SecurityTokenInvalidIssuerException => new("identity.wrong-issuer", "The token was made by somebody else."),
        SecurityTokenException or ArgumentException => new("identity.invalid", "The token is not one that the identity provider made."),
        Exception => new("identity.unreachable", "The identity provider does not answer just now; try again shortly."),
        _ => new("identity.missing", "Sign in first: this needs to know who you are."),
    };
}
