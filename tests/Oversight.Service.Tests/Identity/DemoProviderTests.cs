using System.Net;
using Microsoft.AspNetCore.Builder;
using Oversight.Identity;
using Xunit;

namespace Oversight.Service.Tests.Identity;

/// <summary>It lets anybody in, so it must be out of anybody's reach.</summary>
public sealed class DemoProviderTests
{
    [Theory]
    [InlineData("http://0.0.0.0:8099", null)]
    [InlineData("http://+:8099", null)]
    [InlineData("http://[::]:8099", null)]
    [InlineData("http://192.0.2.7:8099", null)]
    [InlineData("http://127.0.0.1:8099;http://0.0.0.0:8099", null)]
    [InlineData("http://127.0.0.1.example.org:8099", null)]
    [InlineData(null, null)]
    [InlineData("http://127.0.0.1:8099", "https://login.example.org/realm")]
    [InlineData("http://127.0.0.1:8099", "http://127.0.0.1:8098")]
    public void It_refuses_to_start_outside_loopback_or_beside_another_provider(string? bound, string? authority)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration["Urls"] = bound;
        builder.Configuration["OVERSIGHT_OIDC_AUTHORITY"] = authority;
        Assert.Contains("lets anybody in", Assert.Throws<InvalidOperationException>(() => IdentityService.Build(builder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void It_refuses_to_start_where_a_setting_adds_an_address()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration["Urls"] = "http://127.0.0.1:8099";
        builder.Configuration["Kestrel:Endpoints:x:Url"] = "http://0.0.0.0:29998";
        Assert.Contains("lets anybody in", Assert.Throws<InvalidOperationException>(() => IdentityService.Build(builder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_answers_only_programs_and_addresses_of_this_machine()
    {
        await using var provider = await DemoProvider.Start();
        async Task<(HttpStatusCode, bool)> Tried(Task<HttpResponseMessage> attempt)
        {
            using var answer = await attempt;
            return (answer.StatusCode, answer.Headers.Location?.Query.Contains("code=", StringComparison.Ordinal) ?? false);
        }

        Assert.Equal((HttpStatusCode.Redirect, true), await Tried(provider.Authorize("ines")));
        Assert.Equal((HttpStatusCode.BadRequest, false), await Tried(provider.Authorize("ines", redirect: "https://elsewhere.example/")));
        Assert.Equal((HttpStatusCode.Unauthorized, false), await Tried(provider.Authorize("ines", client: "somebody-else")));
        Assert.False((await Tried(provider.Authorize("ines", method: "plain"))).Item2);
        Assert.False((await Tried(provider.Authorize("nobody"))).Item2);
        Assert.Equal((HttpStatusCode.Forbidden, false), await Tried(provider.Authorize("ines", host: "rebound.example:80")));
    }

    [Fact]
    public async Task Its_page_has_a_button_for_every_demo_person_and_no_script()
    {
        await using var provider = await DemoProvider.Start();
        var page = await provider.Page(
            "connect/authorize?client_id=oversight-portal&response_type=code&scope=openid&redirect_uri=http://127.0.0.1:9/x&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256&state=%22%3E%3Cscript%3E");
        Assert.Equal(8, page.Split("<button name=\"person\"").Length - 1);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_restart_signs_nobody_out()
    {
        var provider = await DemoProvider.Start();
        var token = await provider.TokenOf("clara");
        await using var restarted = await provider.Restarted();
        await using var monitoring = await ServiceRunning.Start(Oversight.Monitoring.MonitoringService.Build, null, restarted.Settings);
        Assert.Equal(HttpStatusCode.OK, (await monitoring.As(token, HttpMethod.Get, "/api/v1/decisions")).Status);
    }
}
