using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Oversight.Portal;
using Oversight.Promises.Tests.Cli;

namespace Oversight.Promises.Tests.Portal;

/// <summary>What a page answered.</summary>
internal sealed record PageAnswer(int Status, string? MediaType, string Text);

/// <summary>The portal itself, with somebody behind it who answers as he is told.</summary>
internal sealed class Pages : IAsyncDisposable
{
    private readonly WebApplication _portal;

    private readonly Stub _services;

    private readonly HttpClient _http;

    private Pages(WebApplication portal, Stub services)
    {
        (_portal, _services) = (portal, services);
        _http = new() { BaseAddress = new(portal.Urls.Single()) };
    }

    /// <summary>What the services were asked.</summary>
    public IEnumerable<string> Asked => _services.Asked.Select(asked => asked.Address);

    /// <summary>Before services that give these answers, each at its address, whatever the query. They know nothing else.</summary>
    public static async Task<Pages> Before(params (string Address, string Json)[] answers)
    {
        var services = await Stub.Answering(asked => answers.FirstOrDefault(answer => asked.Address.Split('?')[0] == answer.Address) is { Json: { } json } ? (200, json) : (404, "{}"));
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Oversight:Services:gateway"] = services.Address, ["Logging:LogLevel:Default"] = "None" });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var portal = PortalService.Build(builder);
        await portal.StartAsync();
        return new(portal, services);
    }

    public async Task<PageAnswer> Get(string address)
    {
        using var answer = await _http.GetAsync(new Uri(address, UriKind.Relative));
        return new((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, System.Net.WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _portal.DisposeAsync();
        await _services.DisposeAsync();
    }
}
