using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Oversight.Portal;
using Xunit;

namespace Oversight.EndToEnd.Tests.Browsing;

/// <summary>What is true of every page of the portal, in every state that it has.</summary>
[Collection(OfRunningPortal.Name)]
public sealed class EveryPage(RunningPortal running)
{
    [Fact]
    public async Task Every_page_is_known_here_and_no_other()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Oversight:Services:gateway"] = "http://127.0.0.1:9" });
        await using var portal = PortalService.Build(builder);
        var routes = ((IEndpointRouteBuilder)portal).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/')).Where(route => route != "/Index").ToHashSet();

        Assert.NotEmpty(routes);
        Assert.Equal(routes.Order(StringComparer.Ordinal), Addresses.Of.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(1280, null)]
    [InlineData(320, "Clara Thornbury")]
    public async Task Axe_finds_nothing_and_the_browser_complains_of_nothing(int width, string? person)
    {
        await using var browser = await Browser.Open(running);
        await using var window = await browser.Window(width: width);
        if (person is not null)
        {
            await window.Go("/");
            await window.SignIn(person);
        }

        var faults = new List<string>();
        foreach (var address in Addresses.Of.Values.SelectMany(addresses => addresses).Where(address => person is null || !address.StartsWith("/sign-out", StringComparison.Ordinal)).Select(running.Placed))
        {
            var answer = await window.Go(address);
            faults.AddRange((await Browser.Faults(window.Page)).Select(fault => $"{address}: {fault}"));
            if (await window.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > window.innerWidth + 1"))
            {
                faults.Add($"{address}: is wider than the window");
            }

            // A page that is answered with an error is one that the browser says so of.
            faults.AddRange(window.Complaints.Where(complaint => answer.Ok || !complaint.Contains("Failed to load resource", StringComparison.Ordinal)).Select(complaint => $"{address}: {complaint}"));
            window.Complaints.Clear();
        }

        Assert.Empty(faults);
    }

    [Fact]
    public async Task A_page_is_light_and_asks_nobody_else()
    {
        await using var browser = await Browser.Open(running);
        await using var window = await browser.Window();
        var (others, bytes) = (new List<string>(), new Dictionary<string, int>());
        window.Page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(running.System.Address("gateway").ToString(), StringComparison.Ordinal))
            {
                others.Add(request.Url);
            }
        };
        window.Page.RequestFinished += (_, request) =>
        {
            if (!request.Url.Contains("/live", StringComparison.Ordinal))
            {
                bytes[request.Url] = request.SizesAsync().GetAwaiter().GetResult().ResponseBodySize;
            }
        };
        await window.Go("/");
        await window.Page.WaitForLoadStateAsync(Microsoft.Playwright.LoadState.Load);

        Assert.Empty(others);
        Assert.True(bytes.Count >= 3, string.Join(", ", bytes));
        Assert.InRange(bytes.Values.Sum(), 1, 150_000);
        Assert.DoesNotContain("unsafe-inline", (await window.Page.ReloadAsync())!.Headers["content-security-policy"], StringComparison.Ordinal);
    }
}
