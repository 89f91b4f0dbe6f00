using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Xunit;

namespace Oversight.EndToEnd.Tests.Browsing;

/// <summary>A real browser before the running system.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly Uri _portal, _provider;

    private Browser(IPlaywright playwright, IBrowser browser, Uri portal, Uri provider) => (_playwright, _browser, _portal, _provider) = (playwright, browser, portal, provider);

    /// <param name="portal">The system's public address.</param>
    /// <param name="provider">Where people say who they are.</param>
    public static async Task<Browser> Open(Uri portal, Uri provider)
    {
        var program = Environment.GetEnvironmentVariable("OVERSIGHT_BROWSER") is { Length: > 0 } given ? given : "/usr/bin/chromium";
        Assert.True(File.Exists(program), $"There is no browser at {program}; ./oversight test installs one, and OVERSIGHT_BROWSER names another.");
        var playwright = await Playwright.CreateAsync();
        return new(playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = ["--no-sandbox", "--disable-dev-shm-usage"] }), portal, provider);
    }

    /// <summary>Somebody's own window, with cookies of its own.</summary>
    public async Task<Window> Window(bool script = true, int width = 1280)
    {
        var context = await Context(script, width);
        return new(context, await context.NewPageAsync(), script ? null : await (await Context(script: true, width)).NewPageAsync(), _portal, _provider);
    }

    private async Task<IBrowserContext> Context(bool script, int width)
    {
        var context = await _browser.NewContextAsync(new()
        {
            BaseURL = _portal.ToString(), JavaScriptEnabled = script, Locale = "en-GB", TimezoneId = "Europe/London", ViewportSize = new() { Width = width, Height = 900 }, AcceptDownloads = true,
        });
        context.SetDefaultTimeout(15_000);
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}

/// <summary>A window of one person; where scripts are off, a second one looks at the same pages.</summary>
internal sealed class Window : IAsyncDisposable
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private readonly IPage? _glass;
    private readonly Uri _provider;
    private readonly List<string> _complaints = [];

    public Window(IBrowserContext context, IPage page, IPage? glass, Uri portal, Uri provider)
    {
        (Context, Page, _glass, _provider) = (context, page, glass, provider);
        page.Console += (_, message) =>
        {
            // That a page was answered with an error is no fault of the page that says so.
            if (message.Type == "error" && !(message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal) && message.Location.StartsWith(page.Url, StringComparison.Ordinal)))
            {
                _complaints.Add($"{message.Text} ({message.Location})");
            }
        };
        page.PageError += (_, error) => _complaints.Add(error);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(portal.ToString(), StringComparison.Ordinal))
            {
                _complaints.Add(Stranger + request.Url);
            }
        };
    }

    private const string Stranger = "asks somebody else: ";

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    public ILocator Heading => Page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    public ILocator Main => Page.Locator("main");

    public ILocator Link(string name) => Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = name }).First;

    public Task Press(string button) => Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();

    public async Task<IResponse> Go(string address) => (await Page.GotoAsync(address))!;

    /// <summary>Signs a demo person in, by the pages that people use.</summary>
    public async Task SignIn(string name)
    {
        await Page.GetByRole(AriaRole.Link, new() { Name = "Sign in", Exact = true }).First.ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Go to the sign-in page" }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();
        await Assertions.Expect(Page.Locator("header")).ToContainTextAsync(name);
        _complaints.RemoveAll(complaint => complaint.Contains(_provider.ToString(), StringComparison.Ordinal));
    }

    /// <summary>Follows what an address proposes, and tells by which id.</summary>
    public async Task<string> Follow(string address, string name)
    {
        await Go(address);
        await Page.Locator("#name").FillAsync(name);
        await Press("Follow");
        await Link(name).ClickAsync();
        await Assertions.Expect(Heading).ToHaveTextAsync(name);
        return new Uri(Page.Url).Segments[^1];
    }

    /// <summary>What is wrong with the page as it is now, a line each: what axe finds, what the browser complained of since it was asked last, and a page wider than the window.</summary>
    public async Task<IReadOnlyList<string>> Faults()
    {
        var (faults, page) = (new List<string>(), _glass is null ? Page : await Seen(_glass));

        // What is folded away is looked at as well.
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(one => { one.open = true })");
        await page.EvaluateAsync(Axe);
        var found = await page.EvaluateAsync<JsonElement>("""
            async () => {
              const { passes, violations } = await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] })
              return { passes: passes.length, faults: violations.flatMap(fault => fault.nodes.map(node => `${fault.id}: ${fault.help}: ${node.html}`)) }
            }
            """);
        Assert.NotEqual(0, found.GetProperty("passes").GetInt32());
        faults.AddRange(found.GetProperty("faults").EnumerateArray().Select(fault => fault.GetString()!));
        if (await page.EvaluateAsync<string>("""
            (() => {
              const width = document.documentElement.clientWidth
              if (document.documentElement.scrollWidth <= width) return ''
              return 'wider than the window: ' + [...document.querySelectorAll('body *')].filter(one => one.getBoundingClientRect().right > width + 1).slice(-1).map(one => one.outerHTML.slice(0, 200)).join()
            })()
            """) is { Length: > 0 } wide)
        {
            faults.Add(wide);
        }

        faults.AddRange(_complaints);
        _complaints.Clear();
        return [.. faults.Select(fault => $"{new Uri(Page.Url).PathAndQuery}: {fault}")];
    }

    // What examines a page is a script itself, so a page without scripts is examined as it stands in a window that has them.
    private async Task<IPage> Seen(IPage glass)
    {
        var html = System.Text.RegularExpressions.Regex.Replace(await Page.ContentAsync(), "<script.*?</script>", "", System.Text.RegularExpressions.RegexOptions.Singleline);
        await glass.GotoAsync("about:blank");
        await glass.UnrouteAllAsync();
        await glass.RouteAsync("**/*", route => route.Request.IsNavigationRequest ? route.FulfillAsync(new() { Body = html, ContentType = "text/html; charset=utf-8" }) : route.ContinueAsync());
        await glass.GotoAsync(Page.Url);
        return glass;
    }

    /// <summary>Fails with everything that is wrong with the page as it is now.</summary>
    public async Task IsFaultless() => Faultless(await Faults());

    /// <summary>Fails with everything that was found wrong, if anything was.</summary>
    public static void Faultless(IReadOnlyList<string> faults) => Assert.True(faults.Count == 0, string.Join('\n', faults));

    public async ValueTask DisposeAsync()
    {
        if (_glass is not null)
        {
            await _glass.Context.DisposeAsync();
        }

        await Context.DisposeAsync();
    }
}
