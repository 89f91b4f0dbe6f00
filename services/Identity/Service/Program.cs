using System.Net;
using OpenIddict.Abstractions;
using Oversight.Hosting;
using Oversight.Identity;
using static OpenIddict.Server.OpenIddictServerEvents;

await IdentityService.Build(WebApplication.CreateBuilder(args)).RunAsync();

namespace Oversight.Identity
{
    /// <summary>An OpenID Connect provider for trying the system out: its people do not exist and need no password, so it never leaves this machine.</summary>
    public static class IdentityService
    {
        /// <summary>Builds it; refuses where it could be reached from elsewhere, or where another provider is configured.</summary>
        public static WebApplication Build(WebApplicationBuilder builder)
        {
            var here = Here(builder.Configuration);
            var settings = IdentitySettings.Of(builder.Configuration);
            builder.AddTelemetry("identity");
            builder.Logging.AddFilter("OpenIddict", LogLevel.Warning);
            builder.Services.AddHealthChecks();
            builder.Services.AddOpenIddict().AddServer(server =>
            {
                server.SetIssuer(here).SetAuthorizationEndpointUris("connect/authorize").SetTokenEndpointUris("connect/token").SetEndSessionEndpointUris("connect/logout");
                server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange().RegisterScopes("openid", "profile", "roles").RegisterClaims("name", settings.RolesClaim);
                server.AddSigningKey(SigningKey.In(builder.Configuration["OVERSIGHT_IDENTITY_KEYS"])).AddEphemeralEncryptionKey().DisableAccessTokenEncryption();
                server.Configure(options => options.CodeChallengeMethods.Remove(OpenIddictConstants.CodeChallengeMethods.Plain));
                server.SetAccessTokenLifetime(TimeSpan.FromHours(8));

                // Without a store: codes live for minutes in the memory of whoever asked, and sign-ins in that of whoever signed in.
                server.EnableDegradedMode();
                server.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(Clients.Check));
                server.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(Clients.Check));
                server.AddEventHandler<ValidateEndSessionRequestContext>(handler => handler.UseInlineHandler(Clients.Check));
                server.UseAspNetCore().EnableAuthorizationEndpointPassthrough().EnableEndSessionEndpointPassthrough().DisableTransportSecurityRequirement();
            });

            var app = builder.Build();
            // Nor does it answer when something else has bound it elsewhere, or a page of elsewhere has its name lead here.
            app.Use((http, next) =>
            {
                if (http.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from) && http.Request.Host.Value == here.Authority)
                {
                    return next(http);
                }

                http.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            });
            app.Lifetime.ApplicationStarted.Register(() =>
            {
                if (app.Urls.Any(url => !Uri.TryCreate(url, UriKind.Absolute, out var bound) || !IsOfThisMachine(bound)))
                {
                    app.Logger.LogCritical("The demo identity provider lets anybody in, and was bound to {Addresses}; it stops.", string.Join(' ', app.Urls));
                    app.Lifetime.StopApplication();
                }
            });
            app.UseAuthentication();
            app.MapHealthChecks("/health/live");
            app.MapHealthChecks("/health/started");
            app.MapHealthChecks("/health/ready");
            app.MapSignIn(settings.Audience, settings.RolesClaim);
            return app;
        }

        private static bool IsOfThisMachine(Uri address) =>
            address.Host == "localhost" || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var bound) && IPAddress.IsLoopback(bound));

        private static Uri Here(ConfigurationManager configuration)
        {
            var bound = (configuration["Urls"] ?? configuration["ASPNETCORE_URLS"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (bound is not [var only] || !Uri.TryCreate(only, UriKind.Absolute, out var here) || !IsOfThisMachine(here))
            {
                throw new InvalidOperationException($"The demo identity provider lets anybody in, so it runs on one loopback address only, not on '{string.Join(';', bound)}'.");
            }

            if (configuration.GetSection("Kestrel:Endpoints").GetChildren().Any())
            {
                throw new InvalidOperationException($"The demo identity provider lets anybody in, so it runs at {only} alone; take Kestrel:Endpoints out of its settings.");
            }

            return configuration["OVERSIGHT_OIDC_AUTHORITY"] is not { Length: > 0 } authority || (Uri.TryCreate(authority, UriKind.Absolute, out var trusted) && trusted == here) ? here
                : throw new InvalidOperationException($"OVERSIGHT_OIDC_AUTHORITY names {authority}, so the demo identity provider, which lets anybody in, does not run beside it.");
        }
    }
}
