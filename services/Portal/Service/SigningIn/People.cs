using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.DataProtection;
using Oversight.Core;
using Oversight.Hosting;

namespace Oversight.Portal.SigningIn;

/// <summary>Who looks at a page: nobody in particular, or somebody whom the identity provider signed in.</summary>
internal static class People
{
    private static readonly TimeSpan Idle = TimeSpan.FromHours(2);

    /// <summary>Signs people in by OpenID Connect with a code and PKCE; what the provider gave is kept in a cookie that only the portal can read.</summary>
    public static void AddPeople(this WebApplicationBuilder builder)
    {
        var settings = IdentitySettings.Of(builder.Configuration);
        builder.Services.AddSingleton(settings).AddAuthorization();
        var keys = builder.Services.AddDataProtection().SetApplicationName("oversight-portal");
        if (builder.Configuration["OVERSIGHT_PORTAL_KEYS"] is { Length: > 0 } folder)
        {
            keys.PersistKeysToFileSystem(Directory.CreateDirectory(folder));
        }

        var authentication = builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            (cookie.Cookie.Name, cookie.Cookie.SameSite, cookie.Cookie.HttpOnly) = ("oversight-person", SameSiteMode.Lax, true);
            (cookie.ExpireTimeSpan, cookie.SlidingExpiration) = (Idle, true);
            (cookie.LoginPath, cookie.AccessDeniedPath) = ("/sign-in", "/forbidden");
        });
        if (settings.Authority is not { } authority)
        {
            return;
        }

        authentication.AddOpenIdConnect(provider =>
        {
            provider.Authority = authority.ToString();
            provider.RequireHttpsMetadata = authority.Scheme == "https";
            provider.ClientId = builder.Configuration["OVERSIGHT_OIDC_PORTAL_CLIENT"] is { Length: > 0 } client ? client : "oversight-portal";
            provider.ClientSecret = builder.Configuration["OVERSIGHT_OIDC_PORTAL_SECRET"];
            (provider.ResponseType, provider.ResponseMode, provider.UsePkce, provider.SaveTokens, provider.MapInboundClaims) = ("code", "query", true, true, false);
            (provider.CallbackPath, provider.SignedOutCallbackPath) = ("/signed-in", "/signed-out");
            provider.Scope.Clear();
            foreach (var scope in (string[])["openid", "profile", "roles"])
            {
                provider.Scope.Add(scope);
            }

            provider.TokenValidationParameters.NameClaimType = "name";
            provider.TokenValidationParameters.RoleClaimType = settings.RolesClaim;
            provider.BackchannelHttpHandler = new SocketsHttpHandler { UseProxy = !authority.IsLoopback };
            // On this machine the portal is reached in the clear, where a browser keeps no cookie that asks for secrecy.
            (provider.CorrelationCookie.SecurePolicy, provider.NonceCookie.SecurePolicy) = (CookieSecurePolicy.SameAsRequest, CookieSecurePolicy.SameAsRequest);
            (provider.CorrelationCookie.SameSite, provider.NonceCookie.SameSite) = (SameSiteMode.Lax, SameSiteMode.Lax);
            provider.Events.OnRemoteFailure = failed =>
            {
                failed.Response.Redirect("/sign-in?failed=true");
                failed.HandleResponse();
                return Task.CompletedTask;
            };
        });
    }

    /// <summary>The doors in and out; leaving is a form's post, so that no link of elsewhere signs anybody out.</summary>
    public static void MapSigningIn(this IEndpointRouteBuilder routes) => routes.MapGet("/sign-in/go", (string? returnUrl, IdentitySettings settings) => settings.Authority is null
        ? Results.Redirect("/sign-in")
        : Results.Challenge(new AuthenticationProperties { RedirectUri = Local(returnUrl) }, [OpenIdConnectDefaults.AuthenticationScheme]));

    /// <summary>An address of this portal, whatever was asked for.</summary>
    public static string Local(string? address) =>
        address is ['/', ..] && !address.StartsWith("//", StringComparison.Ordinal) && !address.StartsWith("/\\", StringComparison.Ordinal) ? address : "/";

    /// <summary>What somebody may do.</summary>
    public static IReadOnlyList<Role> RolesOf(ClaimsPrincipal user, IdentitySettings settings) =>
        [.. user.FindAll(settings.RolesClaim).Select(claim => Roles.Parse(claim.Value)).OfType<Role>()];
}
