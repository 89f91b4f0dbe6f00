using System.Net.Sockets;
using System.Text;

namespace Oversight.Service.Tests.Ingestion;

/// <summary>A client that sends as much of a file as a test says, and looks for an answer although it is not done.</summary>
internal sealed class SlowSender(TcpClient connection, bool announced) : IDisposable
{
    /// <summary>Announces a file of a length, or one whose length nobody knows yet.</summary>
    public static async Task<SlowSender> Begin(Uri service, long? length)
    {
        var connection = new TcpClient();
        await connection.ConnectAsync(service.Host, service.Port);
        var sender = new SlowSender(connection, length is not null);
        await sender.Write(
            $"POST /api/v1/submissions?name=slow.csv HTTP/1.1\r\nHost: {service.Authority}\r\n{(length is null ? "Transfer-Encoding: chunked" : $"Content-Length: {length}")}\r\n\r\n");
        return sender;
    }

    public Task Say(int bytes) => bytes == 0 ? Task.CompletedTask
        : Write(announced ? new string('x', bytes) : $"{bytes:x}\r\n{new string('x', bytes)}\r\n");

    /// <summary>All that the service says, until it says no more.</summary>
    public async Task<string> Answer()
    {
        using var reader = new StreamReader(connection.GetStream(), leaveOpen: true);
        var answer = new StringBuilder();
        while (!answer.ToString().EndsWith("\r\n0\r\n\r\n", StringComparison.Ordinal) && await reader.ReadLineAsync() is { } line)
        {
            answer.Append(line).Append("\r\n");
        }

        return answer.ToString();
    }

    public void Dispose() => connection.Dispose();

    private async Task Write(string text) => await connection.GetStream().WriteAsync(Encoding.UTF8.GetBytes(text));
}
