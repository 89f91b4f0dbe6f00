using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Playwright;
using Oversight.Portal;
using Xunit;
using static Microsoft.Playwright.Assertions;

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
    public async Task Nothing_is_wrong_with_any_page_in_any_state(int width, string? person)
    {
        await using var window = await running.Browser.Window(width: width);
        if (person is not null)
        {
            await window.Go("/");
            await window.SignIn(person);
        }

        var faults = new List<string>();
        foreach (var address in Addresses.Of.Values.SelectMany(addresses => addresses))
        {
            faults.AddRange(await Look(window, person is null && address.IsForPeople ? address with { Says = "Sign in", Status = 200 } : address));
        }

        Window.Faultless(faults);
    }

    [Theory]
    [InlineData("Vera Wren", "takes the role of inspector or chief inspector", "What you did")]
    [InlineData("Anil Marsh", "takes the role of inspector or chief inspector", "What you did")]
    [InlineData("Ines Holloway", "What is to move?", "What you did")]
    [InlineData("Otto Brandreth", "takes the role of inspector or chief inspector", "What everybody did")]
    [InlineData("Ada Quill", "takes the role of inspector or chief inspector", "What everybody did")]
    public async Task Everybody_is_shown_what_their_role_allows(string person, string proposing, string acts)
    {
        await using var window = await running.Browser.Window();
        await window.Go("/");
        await window.SignIn(person);
        var mayPropose = proposing.StartsWith("What", StringComparison.Ordinal);

        List<string> faults =
        [
            .. await Look(window, new("/work/decisions/propose", proposing, mayPropose ? 200 : 403)),
            .. await Look(window, new("/work/decisions/{decision}", mayPropose ? "You proposed it" : "Confirming and declining takes the role of chief inspector")),
            .. await Look(window, new("/work/acts", acts)),
            .. await Look(window, new("/following", "You follow nothing yet")),
            .. await Look(window, new("/work/candidates/{candidate}", person is "Anil Marsh" or "Ines Holloway" ? "Accept it" : "Accepting and declining takes the role of analyst, inspector or chief inspector")),
            .. await Look(window, new("/work/conflicts/one?fact={fact}", mayPropose ? "Why?" : "Settling takes the role of inspector or chief inspector")),
        ];

        Window.Faultless(faults);
    }

    [Theory]
    [InlineData("ingestion", "/work/candidates|/work/submissions|/work/conflicts|/work|/provenance/{submission}")]
    [InlineData("grading", "/grades|/audits|/bodies/metropolitan|/practice|/search?q=met")]
    [InlineData("monitoring", "/|/engage|/causes|/investigations|/section-55|/bodies/metropolitan|/work|/changes|/rulebooks")]
    public async Task A_page_stands_and_says_what_is_missing_when_a_service_is_down(string service, string pages)
    {
        await using var window = await running.Browser.Window(width: 768);
        var faults = new List<string>();
        await running.System.Stop(service);
        try
        {
            foreach (var page in pages.Split('|'))
            {
                faults.AddRange(await Look(window, new(page, "cannot be shown just now")));
            }
        }
        finally
        {
            await running.System.Up("--no-import");
        }

        Window.Faultless(faults);
        await window.Go(running.Placed(pages.Split('|')[0]));
        await Expect(window.Main).Not.ToContainTextAsync("cannot be shown just now");
    }

    [Fact]
    public async Task A_page_is_light_and_asks_nobody_else()
    {
        await using var window = await running.Browser.Window();
        var requests = new List<IRequest>();
        window.Page.RequestFinished += (_, request) => requests.Add(request);
        var answer = await window.Go("/");
        await window.Page.WaitForLoadStateAsync(LoadState.Load);
        var sizes = await Task.WhenAll(requests.ToList().Select(async request => (request.Url, Bytes: (await request.SizesAsync()).ResponseBodySize)));

        Assert.Contains(sizes, one => one.Url.Contains(".css", StringComparison.Ordinal) && one.Bytes > 0);
        Assert.Contains(sizes, one => one.Url.Contains(".js", StringComparison.Ordinal) && one.Bytes > 0);
        Assert.InRange(sizes.Sum(one => one.Bytes), 10_000, 150_000);
        Assert.DoesNotContain("unsafe", answer.Headers["content-security-policy"], StringComparison.Ordinal);

        // Whom else a page asks is a fault of any page.
        await window.IsFaultless();
    }

    /// <summary>Opens an address and tells what is wrong with what is there, and whether it is in the state that was meant.</summary>
    private async Task<IReadOnlyList<string>> Look(Window window, Address address)
    {
        var answer = await window.Go(running.Placed(address.Path));
        var said = await window.Page.Locator("body").InnerTextAsync();
        List<string> faults = [.. await window.Faults()];
        if (answer.Status != address.Status)
        {
            faults.Add($"{address.Path}: answers {answer.Status} and not {address.Status}");
        }

        if (!said.Contains(address.Says, StringComparison.Ordinal))
        {
            faults.Add($"{address.Path}: does not say “{address.Says}”: {said.ReplaceLineEndings(" ")[..Math.Min(said.Length, 600)]}");
        }

        return faults;
    }
}
