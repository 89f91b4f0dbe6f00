using OpenIddict.Abstractions;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Oversight.Identity;

/// <summary>The programs that may ask who somebody is. They keep no secret, and are answered on this machine only.</summary>
internal static class Clients
{
    private static readonly string[] Known = ["oversight-cli", "oversight-portal"];

    public static ValueTask Check(ValidateAuthorizationRequestContext context)
    {
        if (!Known.Contains(context.ClientId))
        {
            context.Reject(OpenIddictConstants.Errors.InvalidClient, $"The clients are {string.Join(" and ", Known)}.");
        }
        else if (!IsHere(context.RedirectUri))
        {
            context.Reject(OpenIddictConstants.Errors.InvalidRequest, "The redirect_uri has to be an http address on this machine.");
        }

        return default;
    }

    public static ValueTask Check(ValidateTokenRequestContext context)
    {
        if (!Known.Contains(context.ClientId))
        {
            context.Reject(OpenIddictConstants.Errors.InvalidClient, $"The clients are {string.Join(" and ", Known)}.");
        }

        return default;
    }

    public static ValueTask Check(ValidateEndSessionRequestContext context)
    {
        if (context.PostLogoutRedirectUri is { Length: > 0 } uri && !IsHere(uri))
        {
            context.Reject(OpenIddictConstants.Errors.InvalidRequest, "The post_logout_redirect_uri has to be an http address on this machine.");
        }

        return default;
    }

    private static bool IsHere(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri is { Scheme: "http", IsLoopback: true };
}
