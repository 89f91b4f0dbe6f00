using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Oversight.EndToEnd.Tests.Browsing;

/// <summary>A real browser before the running system.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private static readonly string[] Standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly Uri _address;

    private Browser(IPlaywright playwright, IBrowser browser, Uri address) => (_playwright, _browser, _address) = (playwright, browser, address);

    public static async Task<Browser> Open(RunningPortal running)
    {
        var program = Environment.GetEnvironmentVariable("OVERSIGHT_BROWSER") is { Length: > 0 } given ? given : "/usr/bin/chromium";
        Assert.True(File.Exists(program), $"There is no browser at {program}; ./oversight test installs one, and OVERSIGHT_BROWSER names another.");
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = ["--no-sandbox", "--disable-dev-shm-usage"] });
        return new(playwright, browser, running.System.Address("gateway"));
    }

    /// <summary>Somebody's own window, with cookies of its own.</summary>
    public async Task<Window> Window(bool script = true, int width = 1280)
    {
        var context = await _browser.NewContextAsync(new()
        {
            BaseURL = _address.ToString(), JavaScriptEnabled = script, Locale = "en-GB", TimezoneId = "Europe/London", ViewportSize = new() { Width = width, Height = 900 }, AcceptDownloads = true,
        });
        context.SetDefaultTimeout(15_000);
        return new(context, await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    /// <summary>What axe finds wrong with a page, a line each.</summary>
    public static async Task<IReadOnlyList<string>> Faults(IPage page)
    {
        var result = await page.RunAxe(new AxeRunOptions { RunOnly = new() { Type = "tag", Values = [.. Standards] } });
        Assert.NotEmpty(result.Passes);
        return [.. result.Violations.SelectMany(fault => fault.Nodes.Select(node => $"{fault.Id}: {fault.Help}: {node.Html}"))];
    }
}

/// <summary>A window of one person.</summary>
internal sealed class Window : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    public Window(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                _complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => _complaints.Add(error);
    }

    public IPage Page { get; }

    /// <summary>What the browser itself complained of: a script that failed, something the page's own policy forbids.</summary>
    public List<string> Complaints => _complaints;

    public async Task<IResponse> Go(string address) => (await Page.GotoAsync(address))!;

    /// <summary>Signs a demo person in, by the pages that people use.</summary>
    public async Task SignIn(string name)
    {
        await Page.GetByRole(AriaRole.Link, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Go to the sign-in page" }).Or(Page.GetByRole(AriaRole.Link, new() { Name = "Go to the sign-in page" })).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();
        await Assertions.Expect(Page.GetByText(name).First).ToBeVisibleAsync();
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();
}
