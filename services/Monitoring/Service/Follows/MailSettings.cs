using System.Globalization;
using MailKit.Security;
using MimeKit;

namespace Oversight.Monitoring.Follows;

/// <summary>How mail leaves this system, if it does; all of it from the configuration, <c>Oversight:Mail</c>.</summary>
/// <param name="From">The sender.</param>
/// <param name="Public">The public address, to which links in mails and feeds lead; without a stroke at its end.</param>
/// <param name="Smtp">A mail server.</param>
/// <param name="Pickup">A folder into which mails are put as files, where there is no server.</param>
internal sealed record MailSettings(MailboxAddress From, string Public, SmtpSettings? Smtp, string? Pickup)
{
    private const int LongestAddress = 254;

    public bool Goes => Smtp is not null || Pickup is not null;

    public static MailSettings Of(IConfiguration configuration)
    {
        var address = (configuration["Oversight:PublicAddress"] is { Length: > 0 } known ? known : "http://localhost:8080").TrimEnd('/');
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            throw new InvalidOperationException($"Oversight:PublicAddress is '{address}'; it must be an http or https address.");
        }

        var from = configuration["Oversight:Mail:From"] is { Length: > 0 } said ? said : $"oversight@{(uri.HostNameType == UriHostNameType.Dns ? uri.IdnHost : "localhost")}";
        return new(
            MailboxAddress.TryParse(from, out var sender) ? sender : throw new InvalidOperationException($"Oversight:Mail:From is '{from}'; it must be an address such as oversight@example.org."),
            address, SmtpSettings.Of(configuration), configuration["Oversight:Mail:Pickup"] is { Length: > 0 } folder ? Path.GetFullPath(folder) : null);
    }

    /// <summary>One plain address, without a name and without anything that could be more than one; null for anything else.</summary>
    public static string? Address(string? text) =>
        text?.Trim() is { Length: > 0 and <= LongestAddress } one && !one.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is '<' or '>' or ',' or ';' or '"' or '(' or ')')
        && MailboxAddress.TryParse(one, out var mailbox) && mailbox.Address == one && one.Split('@') is [{ Length: > 0 }, { Length: > 0 }] ? one : null;
}

/// <summary>A mail server.</summary>
/// <param name="Tls"><c>Auto</c>, <c>None</c>, <c>StartTls</c>, <c>StartTlsWhenAvailable</c> or <c>SslOnConnect</c>.</param>
internal sealed record SmtpSettings(string Host, int Port, SecureSocketOptions Tls, string? User, string? Password)
{
    private const int Submission = 587;

    public static SmtpSettings? Of(IConfiguration configuration)
    {
        if (configuration["Oversight:Mail:Smtp:Host"] is not { Length: > 0 } host)
        {
            return null;
        }

        var port = configuration["Oversight:Mail:Smtp:Port"] is not { Length: > 0 } said ? Submission
            : int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= ushort.MaxValue ? number
            : throw new InvalidOperationException($"Oversight:Mail:Smtp:Port is '{said}'; it must be a port such as 587.");
        var tls = configuration["Oversight:Mail:Smtp:Tls"] is not { Length: > 0 } way ? SecureSocketOptions.Auto : Enum.TryParse<SecureSocketOptions>(way, true, out var option) ? option
            : throw new InvalidOperationException($"Oversight:Mail:Smtp:Tls is '{way}'; it must be one of {string.Join(", ", Enum.GetNames<SecureSocketOptions>())}.");

        // A password must not travel in the clear but to this machine.
        var user = configuration["Oversight:Mail:Smtp:User"] is { Length: > 0 } name ? name : null;
        return user is not null && tls is SecureSocketOptions.None or SecureSocketOptions.StartTlsWhenAvailable && host is not ("localhost" or "127.0.0.1" or "::1")
            ? throw new InvalidOperationException("Oversight:Mail:Smtp has a user and no sure encryption; set Tls to StartTls or SslOnConnect.")
            : new(host, port, tls, user, configuration["Oversight:Mail:Smtp:Password"]);
    }
}
