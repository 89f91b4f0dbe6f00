using Microsoft.AspNetCore.Mvc;
using Oversight.Core;
using Oversight.Hosting;
using Oversight.Portal.Api;

namespace Oversight.Portal.SigningIn;

/// <summary>Whoever looks at the page, and what they may do; the services check it again.</summary>
public sealed class Person(IHttpContextAccessor context, IdentitySettings settings)
{
    private HttpContext Http => context.HttpContext!;

    /// <summary>Whether somebody is signed in.</summary>
    public bool IsKnown => Http.User.Identity is { IsAuthenticated: true };

    /// <summary>As the identity provider knows them.</summary>
    public string? Subject => Http.User.FindFirst("sub")?.Value;

    /// <summary>Whether a role of theirs allows it.</summary>
    public bool May(string act) => Roles.In(act, [.. People.RolesOf(Http.User, settings)]) is not null;

    /// <summary>Who may, in words: analyst, inspector or chief inspector.</summary>
    public static string WhoMay(string act)
    {
        var roles = Roles.For(act).Reverse().Select(role => role.InWords).ToList();
        return roles.Count == 1 ? roles[0] : $"{string.Join(", ", roles[..^1])} or {roles[^1]}";
    }

    /// <summary>To the door, or a page that says in the services' own words why not.</summary>
    public IActionResult Refused(Problem? problem = null)
    {
        if (!IsKnown || problem?.Status == StatusCodes.Status401Unauthorized)
        {
            var here = HttpMethods.IsGet(Http.Request.Method) ? $"{Http.Request.Path}{Http.Request.QueryString}" : Http.Request.Path.ToString();
            return new RedirectResult($"/sign-in?returnUrl={Uri.EscapeDataString(here)}");
        }

        Http.Items[typeof(Problem)] = problem;
        return new StatusCodeResult(StatusCodes.Status403Forbidden);
    }
}
