using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Oversight.Gateway;
using Oversight.Identity;
using Xunit;

namespace Oversight.Promises.Tests.Cli;

/// <summary>Signing in by a browser: the client waits on a port of this machine, and the page of the real demo provider sends the browser there.</summary>
public sealed partial class SigningIn
{
    [Fact]
    public async Task Whoever_presses_a_button_on_the_page_is_signed_in()
    {
        var home = Directory.CreateTempSubdirectory("oversight-test.");
        var (here, provider) = ($"http://127.0.0.1:{FreePort()}", $"http://127.0.0.1:{FreePort()}/");
        await using var identity = IdentityService.Build(Configured(provider, provider));
        await using var gateway = GatewayService.Build(Configured(here, provider));
        await identity.StartAsync();
        await gateway.StartAsync();

        using var login = Begin(home.FullName, here, "login");
        await login.StandardOutput.ReadLineAsync();
        var address = (await login.StandardOutput.ReadLineAsync())!.Trim();
        using var browser = new HttpClient(new SocketsHttpHandler { UseProxy = false });

        var page = await browser.GetStringAsync(address);
        var asked = Hidden().Matches(page).ToDictionary(field => WebUtility.HtmlDecode(field.Groups[1].Value), field => WebUtility.HtmlDecode(field.Groups[2].Value));
        var action = new Uri(new(address), Action().Match(page).Groups[1].Value);

        // Somebody else on this machine who guesses the port gets nowhere, and is not taken for the answer.
        using (var guess = await browser.GetAsync($"{asked["redirect_uri"]}?code=x&state=y"))
        {
            Assert.Equal(HttpStatusCode.NotFound, guess.StatusCode);
        }

        using var back = await browser.PostAsync(action, new FormUrlEncodedContent(asked.Append(new("person", "ines"))));
        Assert.Equal("You can close this page and go back to the command line.\n", await back.Content.ReadAsStringAsync());
        Assert.Contains("Ines Holloway", await Ended(login), StringComparison.Ordinal);

        using var whoami = Begin(home.FullName, here, "whoami");
        Assert.Contains("Ines Holloway", await Ended(whoami), StringComparison.Ordinal);
        home.Delete(recursive: true);
    }

    [Fact]
    public async Task Whoever_is_refused_there_is_told_so()
    {
        var home = Directory.CreateTempSubdirectory("oversight-test.");
        var (here, provider) = ($"http://127.0.0.1:{FreePort()}", $"http://127.0.0.1:{FreePort()}/");
        await using var identity = IdentityService.Build(Configured(provider, provider));
        await using var gateway = GatewayService.Build(Configured(here, provider));
        await identity.StartAsync();
        await gateway.StartAsync();

        using var login = Begin(home.FullName, here, "login");
        await login.StandardOutput.ReadLineAsync();
        using var browser = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var back = await browser.GetAsync($"{(await login.StandardOutput.ReadLineAsync())!.Trim()}&person=mallory");
        Assert.Contains("There is no demo person of that name", await Ended(login, 1), StringComparison.Ordinal);
        home.Delete(recursive: true);
    }

    private static int FreePort()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        return ((IPEndPoint)taken.LocalEndpoint).Port;
    }

    private static WebApplicationBuilder Configured(string urls, string provider)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration["Urls"] = urls;
        builder.Configuration["OVERSIGHT_OIDC_AUTHORITY"] = provider;
        foreach (var service in new[] { "ingestion", "grading", "monitoring" })
        {
            builder.Configuration[$"Oversight:Services:{service}"] = "http://127.0.0.1:9";
        }

        return builder;
    }

    private static Process Begin(string home, string url, string word)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "oversight-cli.dll"), word]) { RedirectStandardOutput = true, RedirectStandardError = true };
        (start.Environment["OVERSIGHT_URL"], start.Environment["OVERSIGHT_HOME"], start.Environment["OVERSIGHT_TOKEN"]) = (url, home, "");
        return Process.Start(start)!;
    }

    private static async Task<string> Ended(Process process, int code = 0)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var said = await process.StandardOutput.ReadToEndAsync(patience.Token) + await process.StandardError.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        Assert.True(process.ExitCode == code, said);
        return said;
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">")]
    private static partial Regex Hidden();

    [GeneratedRegex("<form method=\"post\" action=\"([^\"]*)\">")]
    private static partial Regex Action();
}
