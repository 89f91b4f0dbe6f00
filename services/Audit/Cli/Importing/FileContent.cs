using System.Net;
using System.Net.Http.Headers;

namespace Oversight.Cli.Importing;

/// <summary>Sends a file piece by piece and says how far it is.</summary>
internal sealed class FileContent : HttpContent
{
    private readonly FileToSend _file;
    private readonly Action<long> _sent;

    public FileContent(FileToSend file, Action<long> sent)
    {
        (_file, _sent) = (file, sent);
        Headers.ContentType = new MediaTypeHeaderValue(file.MediaType!);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        await using var file = FileToSend.Open(_file.Path);
        var piece = new byte[64 * 1024];
        for (int read; (read = await file.ReadAsync(piece, cancellationToken)) > 0;)
        {
            await stream.WriteAsync(piece.AsMemory(0, read), cancellationToken);
            _sent(read);
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _file.Length;
        return true;
    }
}
