using Microsoft.AspNetCore.Mvc.RazorPages;
using Oversight.Hosting;
using Oversight.Portal.SigningIn;

namespace Oversight.Portal.Pages;

/// <summary>The way to the identity provider.</summary>
public sealed class SignInModel(IdentitySettings settings) : PageModel
{
    public bool CanSignIn => settings.Authority is not null;

    public string ReturnUrl { get; private set; } = "/";

    public bool Failed { get; private set; }

    public void OnGet(string? returnUrl, bool failed) => (ReturnUrl, Failed) = (People.Local(returnUrl), failed);
}
