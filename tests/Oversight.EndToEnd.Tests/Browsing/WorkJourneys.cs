using Microsoft.Playwright;
using Oversight.Testing;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Oversight.EndToEnd.Tests.Browsing;

/// <summary>Work that waits for people, and pages that stay open meanwhile, in a real browser with and without scripts.</summary>
[Collection(OfRunningPortal.Name)]
public sealed class WorkJourneys(RunningPortal running)
{
    [Fact]
    public async Task A_lost_connection_is_said_and_what_came_meanwhile_is_told()
    {
        await using var window = await running.Browser.Window();
        await window.Go("/bodies/norfolk");
        var live = window.Page.Locator("#live");
        await Expect(live).ToBeEmptyAsync();
        await running.System.Stop("portal");
        try
        {
            await Expect(live).ToHaveTextAsync("The connection was lost; this page may be out of date. Trying again.", new() { Timeout = 30_000 });
            await Expect(window.Heading).ToHaveTextAsync("Norfolk Constabulary");
            await running.Send("force,programme,area,grade,published_on,source_url\nnorfolk,PEEL 2021/22,Supporting victims,good,2022-10-06,https://example.org/meanwhile\n");
        }
        finally
        {
            await running.System.Up("--no-import");
        }

        await Expect(live).ToContainTextAsync("new change", new() { Timeout = 30_000 });
        await live.GetByRole(AriaRole.Link, new() { Name = "show" }).ClickAsync();
        await Expect(window.Main).ToContainTextAsync("Supporting victims");
    }

    [Theory]
    [InlineData(true, "suffolk")]
    [InlineData(false, "lincolnshire")]
    public async Task Somebody_settles_a_conflict_and_says_why(bool script, string body)
    {
        await running.Send($"force,programme,area,grade,published_on,source_url\n{body},PEEL 2021/22,Preventing crime,good,2022-10-06,https://example.org/one\n{body},PEEL 2021/22,Preventing crime,adequate,2022-10-06,https://example.net/another\n");
        var fact = await Eventually.Get("the conflict", async () => (await running.Json("/api/v1/conflicts")).GetProperty("conflicts").EnumerateArray()
            .Where(one => one.GetProperty("body").GetString() == body).Select(one => one.GetProperty("factId").GetString()!)
            .SingleOrDefault(one => one.EndsWith("preventing-crime", StringComparison.Ordinal)), found => found is not null);
        await using var ines = await running.Browser.Window(script);
        await ines.Go("/work/conflicts");
        await ines.SignIn("Ines Holloway");
        await ines.Go($"/work/conflicts/one?fact={Uri.EscapeDataString(fact!)}");
        await ines.Press("Settle");
        await Expect(ines.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("There is a problem");
        await ines.IsFaultless();

        await ines.Main.GetByRole(AriaRole.Radio, new() { Name = "adequate" }).CheckAsync();
        await ines.Page.GetByLabel("Why?").FillAsync("the other is a misprint");
        await ines.Press("Settle");
        await Expect(ines.Main).ToContainTextAsync("What counts: adequate.");
        await Expect(ines.Main).ToContainTextAsync("the other is a misprint");
        await ines.IsFaultless();
        await ines.Go("/work/acts");
        await Expect(ines.Main).ToContainTextAsync("the other is a misprint");
    }

    [Theory]
    [InlineData(true, "17-six-forces.txt")]
    [InlineData(false, "31-grades-as-columns.html")]
    public async Task Several_candidates_are_declined_at_once_with_one_reason(bool script, string document)
    {
        await using var ines = await running.Browser.Window(script);
        await ines.Go("/work/submissions");
        await ines.SignIn("Ines Holloway");
        await ines.Go("/work/submissions");
        await ines.Page.GetByLabel("File", new() { Exact = true }).SetInputFilesAsync(RunningPortal.Document(document));
        await ines.Page.GetByLabel("Where a document was published").FillAsync($"https://example.org/{document}");
        await ines.Press("Send");
        await ines.Link("work through them").ClickAsync();
        await ines.Main.GetByRole(AriaRole.Checkbox).Nth(0).CheckAsync();
        await ines.Main.GetByRole(AriaRole.Checkbox).Nth(1).CheckAsync();
        await ines.Press("Decline selected");
        await Expect(ines.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("There is a problem");
        await ines.IsFaultless();
        await Expect(ines.Main.GetByRole(AriaRole.Checkbox).Nth(1)).ToBeCheckedAsync();

        await ines.Page.GetByLabel("Reason").FillAsync($"said of other years, {document}");
        await ines.Press("Decline selected");
        await Expect(ines.Main).ToContainTextAsync("2 candidates declined");
        await ines.IsFaultless();
        await ines.Go("/work/acts");
        await Expect(ines.Main.GetByText($"said of other years, {document}")).ToHaveCountAsync(2);
    }
}
