using System.Net;
using System.Net.Http.Headers;

namespace Oversight.Cli.Importing;

/// <summary>Sends a file piece by piece, as long as it is when it is opened, and says how far it is.</summary>
internal sealed class FileContent : HttpContent
{
    private readonly FileStream _file;
    private readonly long _length;
    private readonly Action<long> _sent;

    public FileContent(FileToSend file, Action<long> sent)
    {
        _file = FileToSend.Open(file.Path);
        (_length, _sent) = (_file.Length, sent);
        Headers.ContentType = new MediaTypeHeaderValue(file.MediaType!);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var piece = new byte[64 * 1024];
        for (var left = _length; left > 0;)
        {
            var read = await _file.ReadAsync(piece.AsMemory(0, (int)Math.Min(piece.Length, left)), cancellationToken);
            if (read == 0)
            {
                throw new Failure($"{_file.Name} became shorter while it was sent.");
            }

            await stream.WriteAsync(piece.AsMemory(0, read), cancellationToken);
            left -= read;
            _sent(read);
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _length;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        _file.Dispose();
        base.Dispose(disposing);
    }
}
