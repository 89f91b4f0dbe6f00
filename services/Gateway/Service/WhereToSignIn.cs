using Oversight.Hosting;

namespace Oversight.Gateway;

/// <summary>Tells programs which provider to sign in with, as RFC 9728 has it.</summary>
internal static class WhereToSignIn
{
    private static readonly string[] Methods = ["header"], Scopes = ["openid", "profile", "roles"];

    public static void MapWhereToSignIn(this IEndpointRouteBuilder routes) => routes.MapGet("/.well-known/oauth-protected-resource", (IConfiguration configuration) =>
    {
        var settings = IdentitySettings.Of(configuration);
        return Results.Json(new Dictionary<string, object>
        {
            ["resource"] = settings.Audience,
            ["authorization_servers"] = settings.Authority is { } authority ? (string[])[authority.ToString()] : [],
            ["bearer_methods_supported"] = Methods,
            ["scopes_supported"] = Scopes,
            ["oversight_client_id"] = settings.Client, ["oversight_roles_claim"] = settings.RolesClaim,
        });
    });
}
