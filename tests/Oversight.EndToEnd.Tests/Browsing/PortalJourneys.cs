using System.Text.Json;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Oversight.EndToEnd.Tests.Browsing;

/// <summary>What oversight staff come for, in a real browser, with and without scripts.</summary>
[Collection(OfRunningPortal.Name)]
public sealed class PortalJourneys(RunningPortal running)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Why_was_the_Met_in_Engage_on_8_July_2022_and_who_says_so(bool script)
    {
        await using var browser = await Browser.Open(running);
        await using var window = await browser.Window(script);
        await window.Go("/");
        await window.Page.GetByText("Go to another time").ClickAsync();
        await window.Page.GetByLabel("As it was on").FillAsync("2022-07-08");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }).First.ClickAsync();
        await Expect(Heading(window)).ToHaveTextAsync("6 bodies in Engage");

        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Metropolitan Police Service" }).First.ClickAsync();
        await Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "Engage since 28 June 2022" })).ToBeVisibleAsync();
        await Expect(window.Page.GetByText("As it was on 8 July 2022")).ToBeVisibleAsync();
        await Expect(window.Page.GetByText("Daniel Morgan panel").First).ToBeVisibleAsync();

        await window.Page.GetByRole(AriaRole.Link, new() { Name = "how do we know this" }).First.ClickAsync();
        await Expect(window.Page.GetByText("monitoring-history.csv").First).ToBeVisibleAsync();
        await Expect(window.Page.Locator("mark").First).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Back_in_time_and_compared(bool script)
    {
        await using var browser = await Browser.Open(running);
        await using var window = await browser.Window(script);
        await window.Go("/compare/metropolitan?leftAsOf=2022-06-27&rightAsOf=2022-07-08");

        await Expect(window.Page.GetByText("Scan").First).ToBeVisibleAsync();
        await Expect(window.Page.GetByText("Engage").First).ToBeVisibleAsync();
        await Expect(window.Page.GetByText("Moved to Engage").First).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_taken_along_can_be_opened_again(bool script)
    {
        await using var browser = await Browser.Open(running);
        await using var window = await browser.Window(script);
        await window.Go("/engage?asOf=2022-07-08");
        var link = window.Page.GetByRole(AriaRole.Link, new() { Name = "JSON" }).Last;
        var download = await window.Page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        await using var file = await download.CreateReadStreamAsync();

        var read = await JsonSerializer.DeserializeAsync<JsonElement>(file!);

        Assert.Equal(("2022-07-08", "/engage?asOf=2022-07-08"), (read.GetProperty("about").GetProperty("asOf").GetString(), read.GetProperty("about").GetProperty("query").GetString()));
        var rows = read.GetProperty("tables")[0].GetProperty("rows").EnumerateArray().ToList();
        Assert.Contains(rows, row => row.GetProperty("body").GetString() == "metropolitan" && row.GetProperty("from").GetString() == "2022-06-28");
        await window.Go("/");
        await window.Go(read.GetProperty("about").GetProperty("query").GetString()!);
        await Expect(Heading(window)).ToHaveTextAsync("Stays in Engage");
    }

    [Theory]
    [InlineData(true, "kent")]
    [InlineData(false, "essex")]
    public async Task One_proposes_and_another_confirms_and_the_same_person_may_not(bool script, string body)
    {
        await using var browser = await Browser.Open(running);
        await using var clara = await browser.Window(script);
        await clara.Go("/work/decisions/propose");
        await clara.SignIn("Clara Thornbury");
        await clara.Go("/work/decisions/propose");
        await clara.Page.GetByLabel("Body", new() { Exact = true }).SelectOptionAsync(body);
        await clara.Page.GetByLabel("To Engage").CheckAsync();
        await clara.Page.GetByLabel("From when is it to hold?").FillAsync(DateTime.UtcNow.ToString("yyyy-MM-dd", null));
        await Continue(clara);
        await clara.Page.GetByLabel("Reason").FillAsync("several causes of concern at once");
        await clara.Page.GetByRole(AriaRole.Checkbox).First.CheckAsync();
        await Continue(clara);
        await Expect(Heading(clara)).ToHaveTextAsync("Check your answers");
        await Continue(clara);
        await clara.Page.GetByRole(AriaRole.Button, new() { Name = "Propose this move" }).ClickAsync();
        await Expect(clara.Page.GetByText("several causes of concern at once").First).ToBeVisibleAsync();
        var decision = new Uri(clara.Page.Url).AbsolutePath;

        await clara.Go($"{decision}/confirm");
        await Confirm(clara);
        await Expect(clara.Page.GetByText("There is a problem")).ToBeVisibleAsync();

        await using var conrad = await browser.Window(script);
        await conrad.Go("/");
        await conrad.SignIn("Conrad Adeyemi");
        await conrad.Go($"{decision}/confirm");
        await Confirm(conrad);
        await Expect(conrad.Page.GetByText("confirmed").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_candidate_is_accepted_and_another_open_window_says_so()
    {
        await using var browser = await Browser.Open(running);
        await using var open = await browser.Window();
        await open.Go("/");
        await Expect(open.Page.Locator("#live")).ToBeEmptyAsync();

        await using var ines = await browser.Window();
        await ines.Go("/");
        await ines.SignIn("Ines Holloway");
        await ines.Go($"/work/candidates/{running.Places["{candidate}"]}");
        await ines.Page.GetByRole(AriaRole.Button, new() { Name = "Accept", Exact = true }).ClickAsync();
        await Expect(ines.Page.GetByText("Accepted").Or(ines.Page.GetByText("accepted")).First).ToBeVisibleAsync();

        await Expect(open.Page.Locator("#live")).ToContainTextAsync("new change", new() { Timeout = 30_000 });
        await Expect(Heading(open)).ToContainTextAsync("in Engage");
    }

    [Fact]
    public async Task What_changed_since_the_last_visit_is_told_first()
    {
        await using var browser = await Browser.Open(running);
        await using var window = await browser.Window();
        await window.Go("/");
        await Expect(window.Page.GetByText("This is your first visit")).ToBeVisibleAsync();

        await window.Go("/changes");
        await Expect(Heading(window)).ToHaveTextAsync("What changed");
        await Expect(window.Page.GetByText("New:").Or(window.Page.GetByText("New")).First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_keyboard_is_enough()
    {
        await using var browser = await Browser.Open(running);
        await using var window = await browser.Window();
        await window.Go("/?asOf=2022-07-08");
        await window.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to main content", await Focused(window));
        await window.Page.Keyboard.PressAsync("Enter");
        for (var pressed = 0; pressed < 40 && await Focused(window) != "Metropolitan Police Service"; pressed++)
        {
            await window.Page.Keyboard.PressAsync("Tab");
            Assert.True(await window.Page.EvaluateAsync<bool>("(() => { const s = getComputedStyle(document.activeElement); return s.outlineStyle !== 'none' || s.boxShadow !== 'none' })()"), $"the focus on {await Focused(window)} cannot be seen");
        }

        await window.Page.Keyboard.PressAsync("Enter");
        await Expect(Heading(window)).ToHaveTextAsync("Metropolitan Police Service");
    }

    private static ILocator Heading(Window window) => window.Page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    private static Task Continue(Window window) => window.Page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).Or(window.Page.GetByRole(AriaRole.Link, new() { Name = "Continue" })).First.ClickAsync();

    private static Task Confirm(Window window) => window.Page.GetByRole(AriaRole.Button, new() { Name = "Confirm" }).First.ClickAsync();

    private static Task<string> Focused(Window window) => window.Page.EvaluateAsync<string>("document.activeElement.innerText || document.activeElement.name || ''");
}
