namespace Oversight.Ingestion.Submissions;

/// <summary>Reads an original piece by piece.</summary>
internal sealed class OriginalStream(string id, Func<string, int, CancellationToken, Task<byte[]>> fetch) : Stream
{
    private byte[] _piece = [];
    private int _at, _next;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

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

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Originals are read asynchronously.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
