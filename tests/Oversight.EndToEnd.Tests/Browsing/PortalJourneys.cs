using Microsoft.Playwright;
using Oversight.EndToEnd.Tests.Running;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Oversight.EndToEnd.Tests.Browsing;

/// <summary>What oversight staff come for, in a real browser, with and without scripts.</summary>
[Collection(OfRunningSystem.Name)]
public sealed class PortalJourneys(RunningSystem running)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Why_was_the_Met_in_Engage_on_8_July_2022(bool script)
    {
        await using var browser = await Browser.Open(running);
        await using var window = await browser.Window(script);
        await window.Go("/");
        await window.Page.GetByText("Go to another time").ClickAsync();
        await window.Page.GetByLabel("As it was on").FillAsync("2022-07-08");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }).ClickAsync();
        await Expect(window.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("6 bodies in Engage");

        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Metropolitan Police Service" }).First.ClickAsync();
        await Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "Engage since 28 June 2022" })).ToBeVisibleAsync();
        await Expect(window.Page.GetByText("As it was on 8 July 2022")).ToBeVisibleAsync();
        await Expect(window.Page.GetByText("Daniel Morgan panel").First).ToBeVisibleAsync();
    }
}
