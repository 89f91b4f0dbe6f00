using System.Net;
using System.Net.Sockets;
using Oversight.Testing;

namespace Oversight.Service.Tests.Platform;

/// <summary>Stands before a service and hands everything on, unless it hangs: then it takes connections and says nothing.</summary>
internal sealed class Front : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly TcpListener _listener;
    private readonly Task _listening;

    public Front(Uri behind)
    {
        var port = Servers.FreePort();
        Address = $"http://127.0.0.1:{port}";
        _listener = new(IPAddress.Loopback, port);
        _listener.Start();
        _listening = Listen(behind);
    }

    public string Address { get; }

    public volatile bool Hangs;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _listening;
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task Listen(Uri behind)
    {
        var all = new List<Task>();
        try
        {
            while (true)
            {
                all.Add(HandOn(await _listener.AcceptTcpClientAsync(_end.Token), behind));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(all);
        }
    }

    private async Task HandOn(TcpClient caller, Uri behind)
    {
        using (caller)
        using (var service = new TcpClient())
        {
            try
            {
                await service.ConnectAsync(behind.Host, behind.Port, _end.Token);
                await Task.WhenAny(Copy(caller.GetStream(), service.GetStream()), Copy(service.GetStream(), caller.GetStream()));
            }
            catch (Exception fault) when (fault is SocketException or IOException or OperationCanceledException)
            {
            }
        }
    }

    private async Task Copy(NetworkStream from, NetworkStream to)
    {
        var piece = new byte[16 * 1024];
        try
        {
            for (int read; (read = await from.ReadAsync(piece, _end.Token)) > 0;)
            {
                while (Hangs)
                {
                    await Task.Delay(50, _end.Token);
                }

                await to.WriteAsync(piece.AsMemory(0, read), _end.Token);
            }
        }
        catch (Exception fault) when (fault is IOException or OperationCanceledException)
        {
        }
    }
}
