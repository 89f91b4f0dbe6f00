namespace Oversight.Ingestion.Formats;

/// <summary>The part of a stream that is being looked at: grows until a record is whole, and no further than a record may be long.</summary>
internal sealed class ByteWindow(Stream stream, Utf8Check? check)
{
    public const int LongestRecord = 1024 * 1024;

    private byte[] _bytes = new byte[64 * 1024];
    private int _start, _end;

    /// <summary>The line on which <see cref="Unread"/> begins.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>Has the stream ended with what is here?</summary>
    public bool Ended { get; private set; }

    /// <summary>Is there as much here as a record may be long?</summary>
    public bool IsFull => Unread.Length >= LongestRecord;

    public ReadOnlySpan<byte> Unread => _bytes.AsSpan(_start, _end - _start);

    /// <summary>Leaves bytes behind.</summary>
    public void Skip(int count)
    {
        Line += Unread[..count].Count((byte)'\n');
        _start += count;
    }

    /// <summary>Reads more behind what is here, or finds that there is no more.</summary>
    public async ValueTask More(CancellationToken ct)
    {
        if (_start > 0)
        {
            Unread.CopyTo(_bytes);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _bytes.Length)
        {
            if (_bytes.Length >= LongestRecord)
            {
                throw new UnreadableFileException("file.line-too-long", $"The record that begins on line {Line} is longer than {LongestRecord / 1024} KiB.", Line);
            }

            Array.Resize(ref _bytes, _bytes.Length * 2);
        }

        var read = await stream.ReadAsync(_bytes.AsMemory(_end), ct);
        if (read == 0)
        {
            Ended = true;
            check?.Finish();
            return;
        }

        check?.Add(_bytes.AsSpan(_end, read));
        _end += read;
    }
}
