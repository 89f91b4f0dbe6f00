using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Extensions.Configuration;

namespace Oversight.Hosting;

/// <summary>Gives up what comes too slowly: a client that stalls or trickles would hold its place for days.</summary>
public static class SlowUploads
{
    /// <summary>How they are refused, and why.</summary>
    public const string Rule = "upload.stalled", Because = "The file came too slowly, so its upload was given up and nothing of it is kept; send it again.";

    extension(WebApplication app)
    {
        /// <summary>A body has to bring 256 KiB in each <c>Oversight:Uploads:SecondsPerPiece</c>, or its end.</summary>
        /// <remarks>In the place of Kestrel's own rate, which lets whoever began quickly stall for as long as the average allows.</remarks>
        public void GiveUpSlowUploads()
        {
            var patience = TimeSpan.FromSeconds(app.Configuration.GetValue("Oversight:Uploads:SecondsPerPiece", 60));
            app.Use((http, next) =>
            {
                if (http.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
                {
                    rate.MinDataRate = null;
                }

                http.Request.Body = new PatientBody(http.Request.Body, patience);
                return next(http);
            });
        }
    }
}

internal sealed class PatientBody(Stream body, TimeSpan patience) : OneWayStream
{
    private const int Piece = 256 * 1024;

    // Only waiting counts, and not what the reader does in between.
    private readonly Stopwatch _waited = new();
    private int _come;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var left = patience - _waited.Elapsed;
        end.CancelAfter(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        _waited.Start();
        try
        {
            var read = await body.ReadAsync(buffer, end.Token);
            _come += read;
            if (_come >= Piece)
            {
                _come = 0;
                _waited.Reset();
            }

            return read;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new BadHttpRequestException(SlowUploads.Because, StatusCodes.Status408RequestTimeout);
        }
        finally
        {
            _waited.Stop();
        }
    }
}
