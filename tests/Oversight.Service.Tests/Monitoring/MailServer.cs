using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MimeKit;

namespace Oversight.Service.Tests.Monitoring;

/// <summary>A mail server that speaks SMTP over a real socket and keeps what it takes.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;

    public MailServer(int port = 0)
    {
        _listener = new(IPAddress.Loopback, port);
        _listener.Start();
        _serving = Serve();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>What it answers to a recipient.</summary>
    public Func<string, string> Recipient { get; set; } = _ => "250 welcome";

    /// <summary>What it answers to a mail as a whole; a refusal keeps nothing.</summary>
    public string Taken { get; set; } = "250 taken";

    public ConcurrentQueue<(string To, MimeMessage Mail)> Mails { get; } = [];

    public (string Key, string? Value)[] Settings =>
        [("Oversight:Mail:Smtp:Host", "127.0.0.1"), ("Oversight:Mail:Smtp:Port", $"{Port}"), ("Oversight:Mail:Smtp:Tls", "None"), ("Oversight:Mail:From", "oversight@example.org")];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _stop.Dispose();
    }

    private async Task Serve()
    {
        var talks = new List<Task>();
        try
        {
            while (true)
            {
                talks.Add(Talk(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(talks);
        }
    }

    private async Task Talk(TcpClient client)
    {
        using (client)
        {
            try
            {
                using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
                await using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
                await writer.WriteLineAsync("220 a test");
                var to = "";
                while (await reader.ReadLineAsync(_stop.Token) is { } line)
                {
                    switch (line.Split(' ', ':')[0].ToUpperInvariant())
                    {
                        case "EHLO": await writer.WriteLineAsync("250-a test\r\n250 8BITMIME"); break;
                        case "RCPT":
                            to = line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.LastIndexOf('>')];
                            await writer.WriteLineAsync(Recipient(to));
                            break;
                        case "DATA":
                            await writer.WriteLineAsync("354 go on");
                            var mail = await Mail(reader);
                            if (Taken.StartsWith('2'))
                            {
                                Mails.Enqueue((to, mail));
                            }

                            await writer.WriteLineAsync(Taken);
                            break;
                        case "QUIT": await writer.WriteLineAsync("221 bye"); return;
                        default: await writer.WriteLineAsync("250 yes"); break;
                    }
                }
            }
            catch (Exception fault) when (fault is OperationCanceledException or IOException)
            {
            }
        }
    }

    private async Task<MimeMessage> Mail(StreamReader reader)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(_stop.Token) is { } line && line != ".")
        {
            text.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        return await MimeMessage.LoadAsync(new MemoryStream(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
