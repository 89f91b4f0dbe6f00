using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Oversight.EndToEnd.Tests.Browsing;

/// <summary>Who uses no mouse gets everywhere and always sees where they are.</summary>
[Collection(OfRunningPortal.Name)]
public sealed class KeyboardJourneys(RunningPortal running)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_keyboard_is_enough(bool script)
    {
        await using var window = await running.Browser.Window(script);
        await window.Go("/");
        await window.Page.Keyboard.PressAsync("Tab");
        await Expect(window.Page.GetByRole(AriaRole.Link, new() { Name = "Skip to main content" })).ToBeFocusedAsync();
        await Tab(window, window.Page.GetByText("Go to another time"));
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.Keyboard.PressAsync("Tab");
        await window.Page.Keyboard.TypeAsync("8 July 2022");
        await Tab(window, window.Page.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }).First);
        await window.Page.Keyboard.PressAsync("Enter");
        await Expect(window.Heading).ToHaveTextAsync("6 bodies in Engage");

        await window.Page.Keyboard.PressAsync("Tab");
        await window.Page.Keyboard.PressAsync("Enter");
        await Tab(window, window.Link("Metropolitan Police Service"));
        await window.Page.Keyboard.PressAsync("Enter");
        await Expect(window.Heading).ToHaveTextAsync("Metropolitan Police Service");
        await Tab(window, window.Link("how do we know this"));
        await window.Page.Keyboard.PressAsync("Enter");
        await Expect(window.Heading).ToContainTextAsync("monitoring-history.csv");
    }

    private const string Look = "one => { const s = getComputedStyle(one); return [s.outlineStyle, s.outlineWidth, s.boxShadow, s.backgroundColor].join() }";

    // Presses Tab until it is there, and fails if the focus cannot be seen on the way.
    private static async Task Tab(Window window, ILocator wanted)
    {
        for (var pressed = 0; pressed < 60; pressed++)
        {
            await window.Page.EvaluateAsync($"window.before = new Map([...document.querySelectorAll('a, button, input, summary, [tabindex]')].filter(one => one !== document.activeElement).map(one => [one, ({Look})(one)]))");
            await window.Page.Keyboard.PressAsync("Tab");
            var unseen = await window.Page.EvaluateAsync<string?>($"(one => window.before.get(one) === ({Look})(one) ? one.outerHTML.slice(0, 200) : null)(document.activeElement)");
            Assert.True(unseen is null, $"the focus cannot be seen on {unseen}");
            if (await wanted.EvaluateAsync<bool>("one => one === document.activeElement"))
            {
                return;
            }
        }

        Assert.Fail($"no Tab leads to {wanted}");
    }
}
