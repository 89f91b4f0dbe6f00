using System.Text;

namespace Oversight.Ingestion.Formats;

/// <summary>Checks bytes as they pass: UTF-8 without a NUL, and not something else altogether.</summary>
internal sealed class Utf8Check
{
    private static readonly (byte[] Beginning, string Is)[] Others =
    [
        ([0xFF, 0xFE, 0, 0], "begins with a UTF-32 byte order mark"),
        ([0, 0, 0xFE, 0xFF], "begins with a UTF-32 byte order mark"),
        ([0xFF, 0xFE], "begins with a UTF-16 byte order mark"),
        ([0xFE, 0xFF], "begins with a UTF-16 byte order mark"),
        ([0x1F, 0x8B], "is compressed with gzip"),
        ([(byte)'P', (byte)'K', 3, 4], "is a ZIP archive, such as an .xlsx workbook"),
        ([(byte)'%', (byte)'P', (byte)'D', (byte)'F'], "is a PDF document"),
    ];

    private readonly Decoder _decoder = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
    private char[] _scratch = [];
    private long _length;
    private int _line = 1;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        if (_length == 0)
        {
            foreach (var (beginning, what) in Others)
            {
                if (bytes.StartsWith(beginning))
                {
                    throw new UnreadableFileException("file.not-utf-8", $"The file {what}; it must be plain text in UTF-8.", 1);
                }
            }
        }

        if (bytes.IndexOf((byte)0) is >= 0 and var nul)
        {
            throw new UnreadableFileException("file.nul-byte",
                $"Byte {_length + nul} on line {LineAt(bytes, nul)} is NUL, which no text has; the file may be in UTF-16 or damaged.", LineAt(bytes, nul));
        }

        Decode(bytes, flush: false);
        _length += bytes.Length;
        _line += bytes.Count((byte)'\n');
    }

    /// <summary>The file ends here.</summary>
    public void Finish()
    {
        if (_length == 0)
        {
            throw new UnreadableFileException("file.empty", "The file is empty.", null);
        }

        Decode([], flush: true);
    }

    private void Decode(ReadOnlySpan<byte> bytes, bool flush)
    {
        if (_scratch.Length < bytes.Length + 4)
        {
            _scratch = new char[bytes.Length + 4];
        }

        try
        {
            _decoder.GetChars(bytes, _scratch, flush);
        }
        catch (DecoderFallbackException fault)
        {
            var at = Math.Clamp(fault.Index, 0, bytes.Length);
            throw new UnreadableFileException("file.not-utf-8",
                $"Near byte {_length + at} on line {LineAt(bytes, at)} the file is not in UTF-8; save it with that encoding.", LineAt(bytes, at));
        }
    }

    private int LineAt(ReadOnlySpan<byte> bytes, int at) => _line + bytes[..at].Count((byte)'\n');
}
