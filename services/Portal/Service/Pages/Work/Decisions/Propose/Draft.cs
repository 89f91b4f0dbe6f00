using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Oversight.Portal.SigningIn;

namespace Oversight.Portal.Pages.Work.Decisions.Propose;

/// <summary>A proposal that is being written. It is kept with whoever writes it and nowhere here, so that a restart loses none and an address tells none.</summary>
/// <param name="By">Who writes it.</param>
/// <param name="Body">The body that is to move.</param>
/// <param name="To"><c>engage</c> or <c>scan</c>.</param>
/// <param name="EffectiveOn">From when.</param>
/// <param name="DecidedOn">When it was decided, if that was before.</param>
/// <param name="Reason">Why.</param>
/// <param name="Claims">On what it rests.</param>
/// <param name="Seen">Which state of the body's decisions was seen when the answers were checked.</param>
public sealed record Draft(string By, string? Body = null, string? To = null, string? EffectiveOn = null, string? DecidedOn = null, string? Reason = null, IReadOnlyList<string>? Claims = null, string? Seen = null)
{
    /// <summary>Whether it says what is to move, where and when.</summary>
    public bool HasMove => Body is not null && To is not null && EffectiveOn is not null;

    /// <summary>Whether nothing is missing.</summary>
    public bool IsWhole => HasMove && Reason is not null && Claims is { Count: > 0 };
}

/// <summary>Where drafts are kept: in a cookie that only the portal can read.</summary>
public sealed class Drafts(IHttpContextAccessor context, IDataProtectionProvider protection, Person person)
{
    private const string Cookie = "oversight-proposal", Path = "/work/decisions/propose";

    private readonly IDataProtector _protector = protection.CreateProtector("Oversight.Portal.Proposal");
    private readonly ChunkingCookieManager _cookies = new();

    private static CookieOptions Options => new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Path = Path, IsEssential = true };

    /// <summary>The draft of whoever asks; an empty one where there is none.</summary>
    public Draft Read()
    {
        var none = new Draft(person.Subject ?? "");
        try
        {
            return _cookies.GetRequestCookie(context.HttpContext!, Cookie) is { } text && JsonSerializer.Deserialize<Draft>(_protector.Unprotect(text)) is { } draft && draft.By == none.By ? draft : none;
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or JsonException)
        {
            return none;
        }
    }

    public void Keep(Draft draft) => _cookies.AppendResponseCookie(context.HttpContext!, Cookie, _protector.Protect(JsonSerializer.Serialize(draft)), Options);

    public void Forget() => _cookies.DeleteCookie(context.HttpContext!, Cookie, Options);
}
