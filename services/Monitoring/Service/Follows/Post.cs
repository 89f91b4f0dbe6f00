using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MimeKit;

namespace Oversight.Monitoring.Follows;

/// <summary>The server refuses this mailbox for good.</summary>
internal sealed class MailboxRefusedException(string because) : Exception(because);

/// <summary>No mail goes just now, whoever it is for.</summary>
internal sealed class NoMailNowException(string because, Exception inner) : Exception(because, inner);

/// <summary>Hands mails to the mail server, or puts them into the folder; used for some mails and then put away.</summary>
internal sealed class Post(MailSettings settings) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private SmtpClient? _client;

    /// <exception cref="MailboxRefusedException">It will never be taken.</exception>
    /// <exception cref="NoMailNowException">No mail is taken.</exception>
    public async Task Send(MimeMessage message, CancellationToken ct)
    {
        if (settings.Smtp is not { } smtp)
        {
            await Put(message, settings.Pickup!, ct);
            return;
        }

        var client = await Connected(smtp, ct);
        try
        {
            await client.SendAsync(message, ct);
        }
        catch (SmtpCommandException refusal) when (refusal is { ErrorCode: SmtpErrorCode.RecipientNotAccepted, StatusCode: >= (SmtpStatusCode)500 })
        {
            // It mostly names the address, which no event may hold.
            throw new MailboxRefusedException(message.To.Mailboxes.Aggregate(Digests.OneLine($"{(int)refusal.StatusCode} {refusal.Message}"),
                (said, to) => said.Replace(to.Address, "the address", StringComparison.OrdinalIgnoreCase)));
        }
        catch (Exception fault) when (fault is ServiceNotConnectedException or ServiceNotAuthenticatedException or SmtpProtocolException or IOException or SocketException or TimeoutException)
        {
            throw new NoMailNowException(fault.Message, fault);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_client is { } client)
        {
            try
            {
                await client.DisconnectAsync(quit: true);
            }
            catch (Exception fault) when (fault is ProtocolException or IOException or SocketException or ServiceNotConnectedException)
            {
            }

            client.Dispose();
        }
    }

    // A mail that goes again is the same file.
    private static async Task Put(MimeMessage message, string folder, CancellationToken ct)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var path = Path.Combine(folder, $"{message.MessageId!.Split('@')[0]}.eml");
            await message.WriteToAsync($"{path}.part", ct);
            File.Move($"{path}.part", path, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new NoMailNowException(fault.Message, fault);
        }
    }

    private async Task<SmtpClient> Connected(SmtpSettings smtp, CancellationToken ct)
    {
        if (_client is { IsConnected: true })
        {
            return _client;
        }

        _client?.Dispose();
        var client = _client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
        try
        {
            await client.ConnectAsync(smtp.Host, smtp.Port, smtp.Tls, ct);
            if (smtp.User is { } user)
            {
                await client.AuthenticateAsync(user, smtp.Password ?? "", ct);
            }

            return client;
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            throw new NoMailNowException($"{smtp.Host}:{smtp.Port}: {fault.Message}", fault);
        }
    }
}

/// <summary>Makes a digest a mail.</summary>
internal static class DigestMail
{
    /// <summary>The same digest is the same mail: its id follows from what it tells, and its date from when it was begun.</summary>
    public static MimeMessage Of(DigestText text, FollowEvent.DigestBegun digest, string to, MailSettings settings, DigestLinks links)
    {
        var message = new MimeMessage { Subject = text.Subject, Date = digest.At, MessageId = $"{Core.NameBasedId.Of(digest.Follow, $"{digest.After}", $"{digest.Upto}"):N}@{settings.From.Domain}" };
        message.From.Add(settings.From);
        message.To.Add(new MailboxAddress((string?)null, to));
        message.Headers.Add(HeaderId.ListUnsubscribe, $"<{links.OneClick}>");
        message.Headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Headers.Add(HeaderId.Precedence, "bulk");
        message.Body = new MultipartAlternative { new TextPart("plain") { Text = text.Plain }, new TextPart("html") { Text = text.Html } };
        return message;
    }
}
