using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Oversight.Promises.Tests.Cli;

/// <summary>What was asked.</summary>
internal sealed record Asked(string Method, string Address, string? MediaType, long Bytes)
{
    /// <summary>By whom, and on which state they have seen.</summary>
    public (string? Token, string? IfMatch) Acting { get; init; }

    public string? Text { get; init; }
}

/// <summary>Stands where the system would, and answers as it is told.</summary>
internal sealed class Stub : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Stub(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    public ConcurrentQueue<Asked> Asked { get; } = [];

    /// <summary>Answers everything alike.</summary>
    public static Task<Stub> Saying(string json, int status = 200) => Answering(_ => (status, json));

    /// <summary>Answers each request for itself; null drops the connection in the middle of it. <paramref name="heard"/> gets the bodies.</summary>
    public static async Task<Stub> Answering(Func<Asked, (int Status, string Json)?> answer, Action<string>? heard = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        var stub = new Stub(builder.Build());
        stub._app.Run(http => stub.Answer(http, answer, heard));
        await stub._app.StartAsync();
        return stub;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task Answer(HttpContext http, Func<Asked, (int Status, string Json)?> answer, Action<string>? heard)
    {
        if (heard is not null && http.Request.ContentLength > 0)
        {
            http.Request.EnableBuffering();
            using var reader = new StreamReader(http.Request.Body, leaveOpen: true);
            heard(await reader.ReadToEndAsync());
            http.Request.Body.Position = 0;
        }

        var bytes = 0L;
        var piece = new byte[64 * 1024];
        var text = "";
        for (int read; (read = await http.Request.Body.ReadAsync(piece)) > 0;)
        {
            text = bytes == 0 && http.Request.ContentType?.StartsWith("application/json", StringComparison.Ordinal) == true ? System.Text.Encoding.UTF8.GetString(piece, 0, read) : text;
            bytes += read;
        }

        var asked = new Asked(http.Request.Method, $"{http.Request.Path}{http.Request.QueryString}", http.Request.ContentType, bytes)
        {
            Acting = (http.Request.Headers.Authorization, http.Request.Headers.IfMatch), Text = text,
        };
        Asked.Enqueue(asked);
        if (answer(asked) is not var (status, json))
        {
            http.Abort();
            return;
        }

        http.Response.StatusCode = status;
        http.Response.Headers.ETag = "\"7\"";
        http.Response.ContentType = status < 400 ? "application/json" : "application/problem+json";
        await http.Response.WriteAsync(json);
    }
}
