using System.Text.RegularExpressions;
using Oversight.Testing;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Oversight.EndToEnd.Tests.Browsing;

/// <summary>Following from a page, hearing of a change by mail, and stopping from the mail, in a real browser with and without scripts.</summary>
[Collection(OfRunningPortal.Name)]
public sealed class FollowJourneys(RunningPortal running)
{
    [Theory]
    [InlineData(true, "gwent", "Ines Holloway")]
    [InlineData(false, "durham", "Otto Brandreth")]
    public async Task What_somebody_follows_is_mailed_and_stopped_from_the_mail(bool script, string body, string person)
    {
        var address = $"{body}@example.org";
        await using var window = await running.Browser.Window(script);
        await window.Go("/");
        await window.SignIn(person);
        await window.Go($"/bodies/{body}");
        await window.Link("Follow").ClickAsync();
        await window.Page.GetByLabel("At once").CheckAsync();
        await window.Press("Follow");
        await Expect(window.Main).ToContainTextAsync("Enter the address to which mails are to go");
        await window.IsFaultless();
        await window.Page.Locator("#address").FillAsync(address);
        await window.Press("Follow");
        await Expect(window.Main).ToContainTextAsync($"Mailed at once to {address}");

        await running.Send($"force,programme,area,grade,published_on,source_url\n{body},PEEL 2021/22,Supporting victims,good,2022-10-06,https://example.org/{body}-mailed\n");
        var mail = "";
        await Eventually.True("the mail to be written", async () =>
        {
            foreach (var file in Directory.Exists(running.System.Mails) ? Directory.GetFiles(running.System.Mails, "*.eml") : [])
            {
                mail = await File.ReadAllTextAsync(file);
                if (mail.Contains($"To: {address}", StringComparison.Ordinal))
                {
                    return true;
                }
            }

            return false;
        });
        Assert.Contains($"https://example.org/{body}-mailed", mail, StringComparison.Ordinal);
        await window.Go("/following");
        await Expect(window.Main).ToContainTextAsync("PEEL 2021/22: 1 grade");

        // Whoever opens the link need not be signed in.
        await using var elsewhere = await running.Browser.Window(script);
        await elsewhere.Go(Regex.Match(mail, @"^Stop it: (\S+)", RegexOptions.Multiline | RegexOptions.CultureInvariant).Groups[1].Value);
        await Expect(elsewhere.Heading).ToContainTextAsync("Stop following");
        await elsewhere.IsFaultless();
        await elsewhere.Press("Stop these mails");
        await Expect(elsewhere.Heading).ToHaveTextAsync("You get no more of these mails");
        await elsewhere.IsFaultless();
        await window.Go("/following");
        await Expect(window.Main).ToContainTextAsync("You follow nothing yet");
    }
}
