using Oversight.Hosting;

namespace Oversight.Ingestion.Submissions;

/// <summary>Reads an original piece by piece.</summary>
internal sealed class OriginalStream(string id, Func<string, int, CancellationToken, Task<byte[]>> fetch) : OneWayStream
{
    private byte[] _piece = [];
    private int _at, _next;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_at == _piece.Length)
        {
            (_piece, _at) = (await fetch(id, _next++, cancellationToken), 0);
        }

        var read = Math.Min(buffer.Length, _piece.Length - _at);
        _piece.AsMemory(_at, read).CopyTo(buffer);
        _at += read;
        return read;
    }
}
