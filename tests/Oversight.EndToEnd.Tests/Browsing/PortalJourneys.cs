using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Oversight.EndToEnd.Tests.Browsing;

/// <summary>What oversight staff come for, in a real browser, with and without scripts.</summary>
[Collection(OfRunningPortal.Name)]
public sealed class PortalJourneys(RunningPortal running)
{
    private static readonly XNamespace Sheet = "urn:oasis:names:tc:opendocument:xmlns:table:1.0", Text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Why_was_the_Met_in_Engage_on_8_July_2022_and_who_says_so(bool script)
    {
        await using var window = await running.Browser.Window(script);
        await window.Go("/");
        await window.Page.GetByText("Go to another time").ClickAsync();
        await window.Page.GetByLabel("As it was on").FillAsync("2022-07-08");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }).First.ClickAsync();
        await Expect(window.Heading).ToHaveTextAsync("6 bodies in Engage");

        await window.Link("Metropolitan Police Service").ClickAsync();
        await Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "Engage since 28 June 2022" })).ToBeVisibleAsync();
        await Expect(window.Page.GetByText("As it was on 8 July 2022")).ToBeVisibleAsync();
        await Expect(window.Main).ToContainTextAsync("Daniel Morgan");

        await window.Link("how do we know this").ClickAsync();
        await Expect(window.Heading).ToContainTextAsync("monitoring-history.csv");
        await Expect(window.Page.Locator("mark").First).ToContainTextAsync("Metropolitan Police");
        await Expect(window.Page.GetByText("As it was on 8 July 2022")).ToBeVisibleAsync();
        await window.IsFaultless();
    }

    [Theory]
    [InlineData(true, "cumbria")]
    [InlineData(false, "dorset")]
    public async Task What_changed_since_the_last_visit_is_told_and_leads_to_the_entry(bool script, string body)
    {
        await using var window = await running.Browser.Window(script);
        await window.Go("/");
        await Expect(window.Page.GetByText("This is your first visit")).ToBeVisibleAsync();
        await AsIfAnHourWentBy(window);
        await running.Send($"force,programme,area,grade,published_on,source_url\n{body},PEEL 2021/22,Supporting victims,good,2022-10-06,https://example.org/{body}\n");

        await window.Go("/");
        await Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "Changed since your last visit" })).ToBeVisibleAsync();
        var changed = window.Page.GetByRole(AriaRole.Region, new() { Name = "Changed since your last visit" });
        await Expect(changed).ToContainTextAsync("6 October 2022");
        await window.IsFaultless();
        await changed.GetByRole(AriaRole.Link, new() { Name = "PEEL 2021/22: 1 grade" }).ClickAsync();
        var entry = window.Page.Locator($"[id='{new Uri(window.Page.Url).Fragment.TrimStart('#')}']");
        await Expect(entry).ToContainTextAsync("Supporting victims");
        await Expect(entry).ToContainTextAsync("example.org");

        await window.Go("/");
        await window.Link("What changed this week").ClickAsync();
        await Expect(window.Main).ToContainTextAsync("Since Monday, ");
        await Expect(window.Main.GetByRole(AriaRole.Link, new() { Name = "PEEL 2021/22: 1 grade" }).First).ToBeVisibleAsync();
        Assert.Contains("when=week", await window.Main.GetByRole(AriaRole.Link, new() { Name = "CSV" }).GetAttributeAsync("href"), StringComparison.Ordinal);
        await window.IsFaultless();

        await window.Page.GetByLabel("Body", new() { Exact = true }).SelectOptionAsync(body);
        await window.Page.GetByLabel("Learned").SelectOptionAsync("visit");
        await window.Press("Show");
        await Expect(window.Main).ToContainTextAsync("something was learned of 1 body");
        Assert.Contains("after=", window.Page.Url, StringComparison.Ordinal);

        await window.Page.GetByLabel("Learned").SelectOptionAsync("month");
        await window.Page.GetByLabel("Or since a day").FillAsync("2026-01-05");
        await window.Press("Show");
        await Expect(window.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Choose a time or a day, not both");
        await window.IsFaultless();
        await window.Page.GetByLabel("Learned").SelectOptionAsync("");
        await window.Press("Show");
        await Expect(window.Main).ToContainTextAsync("Since 5 January 2026, something was learned of 1 body");
        await window.IsFaultless();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_times_are_compared_and_the_events_between_explain_the_difference(bool script)
    {
        await using var window = await running.Browser.Window(script);
        await window.Go("/bodies/metropolitan");
        await window.Link("Compare two times").ClickAsync();
        await window.Page.GetByLabel("As it was on").Nth(-2).FillAsync("2022-06-27");
        await window.Page.GetByLabel("As it was on").Last.FillAsync("2022-07-08");
        await window.Press("Compare");

        var phase = window.Main.GetByRole(AriaRole.Row, new() { Name = "Phase" }).First;
        await Expect(phase).ToContainTextAsync("Scan");
        await Expect(phase).ToContainTextAsync("Engage");
        await Expect(window.Main.GetByRole(AriaRole.Heading, new() { Name = "Moved to Engage" })).ToBeVisibleAsync();
        await window.IsFaultless();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_taken_along_can_be_opened_again(bool script)
    {
        await using var window = await running.Browser.Window(script);
        await window.Go("/engage?asOf=2022-07-08");
        var shown = await window.Main.GetByRole(AriaRole.Table, new() { Name = "Every stay" }).Or(window.Main.GetByRole(AriaRole.Table)).Last.GetByRole(AriaRole.Row).CountAsync() - 1;

        var csv = (await Taken(window, "CSV", stream => new StreamReader(stream).ReadToEnd())).TrimEnd().Split("\r\n");
        var columns = csv[0].TrimStart('\uFEFF').Split(',').ToList();
        Assert.Equal(shown, csv.Length - 1);
        Assert.Contains(csv, line => line.StartsWith("metropolitan,", StringComparison.Ordinal) && line.Contains("2022-06-28", StringComparison.Ordinal));
        Assert.All(["query", "asOf", "knownAt", "recordedAt", "source", "licence"], name => Assert.Contains(name, columns));

        var json = await Taken(window, "JSON", stream => JsonSerializer.Deserialize<JsonElement>(stream));
        Assert.Equal(("2022-07-08", shown), (json.GetProperty("about").GetProperty("asOf").GetString(), json.GetProperty("tables")[0].GetProperty("rows").GetArrayLength()));

        var ods = await Taken(window, "ODS spreadsheet", stream =>
        {
            using var zip = new ZipArchive(stream);
            Assert.Equal("mimetype", zip.Entries[0].FullName);
            using var content = zip.GetEntry("content.xml")!.Open();
            return XDocument.Load(content);
        });
        var rows = ods.Descendants(Sheet + "table").ToDictionary(table => (string)table.Attribute(Sheet + "name")!,
            table => table.Elements(Sheet + "table-row").Select(row => row.Descendants(Text + "p").Select(cell => cell.Value).ToList()).ToList());
        Assert.Equal(shown + 1, rows.First().Value.Count);
        var query = rows["About"].Single(row => row[0] == "query")[1];
        Assert.Equal(json.GetProperty("about").GetProperty("query").GetString(), query);

        // What the file says it answers leads back to the same page.
        await window.Go("/");
        await window.Go(query);
        await Expect(window.Heading).ToHaveTextAsync("Stays in Engage");
        await Expect(window.Page.GetByText("As it was on 8 July 2022")).ToBeVisibleAsync();
        await window.IsFaultless();
    }

    [Theory]
    [InlineData(true, "essex")]
    [InlineData(false, "surrey")]
    public async Task One_proposes_and_another_confirms_and_the_same_person_may_not(bool script, string body)
    {
        await using var clara = await running.Browser.Window(script, width: 320);
        await clara.Go("/work/decisions/propose");
        await clara.Go("/");
        await clara.SignIn("Clara Thornbury");
        await clara.Go("/work/decisions");
        await clara.Main.GetByRole(AriaRole.Button, new() { Name = "Propose a move" }).Or(clara.Link("Propose a move")).First.ClickAsync();
        await clara.Press("Continue");
        await Expect(clara.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Choose a body");
        await clara.IsFaultless();
        await clara.Page.GetByLabel("Body", new() { Exact = true }).SelectOptionAsync(body);
        await clara.Page.GetByLabel("To Engage").CheckAsync();
        await clara.Page.GetByLabel("From when is it to hold?").FillAsync(DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await clara.Press("Continue");
        await clara.Press("Continue");
        await Expect(clara.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Choose at least one claim as evidence");
        await clara.IsFaultless();
        await clara.Page.GetByLabel("Reason").FillAsync("several causes of concern at once");
        await clara.Main.GetByRole(AriaRole.Checkbox).First.CheckAsync();
        await clara.Press("Continue");
        await Expect(clara.Heading).ToHaveTextAsync("Check your answers");
        await clara.IsFaultless();
        await clara.Press("Continue");
        await Expect(clara.Heading).ToContainTextAsync("You are about to propose");
        await clara.IsFaultless();
        await clara.Press("Propose this move");
        await Expect(clara.Main).ToContainTextAsync("Somebody else has to confirm it");
        await clara.IsFaultless();
        var decision = new Uri(clara.Page.Url).AbsolutePath;

        await clara.Go($"{decision}/confirm");
        await clara.Page.GetByLabel("Reason").FillAsync("I think so too");
        await clara.Press("Confirm the move");
        await Expect(clara.Heading).ToHaveTextAsync("You may not do this");
        await Expect(clara.Main).ToContainTextAsync("somebody else has to confirm it");
        await clara.IsFaultless();

        await using var conrad = await running.Browser.Window(script);
        await conrad.Go(decision);
        await Expect(conrad.Heading).ToHaveTextAsync("Sign in");
        await conrad.SignIn("Conrad Adeyemi");
        await conrad.Go(decision);
        await conrad.Main.GetByRole(AriaRole.Button, new() { Name = "Confirm it" }).ClickAsync();
        await Expect(conrad.Main).ToContainTextAsync("A confirmed decision is never taken back");
        await conrad.Press("Confirm the move");
        await Expect(conrad.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Say why");
        await conrad.IsFaultless();
        await conrad.Page.GetByLabel("Reason").FillAsync("the evidence holds");
        await conrad.Press("Confirm the move");
        await Expect(conrad.Main).ToContainTextAsync("Confirmed");
        await conrad.IsFaultless();
        await conrad.Go($"/bodies/{body}");
        await Expect(conrad.Page.GetByRole(AriaRole.Heading, new() { Name = "Engage since" })).ToBeVisibleAsync();
        await conrad.Link("how do we know this").ClickAsync();
        await Expect(conrad.Heading).ToContainTextAsync("Moved to Engage");
        await Expect(conrad.Main).ToContainTextAsync("decided in this system by Conrad Adeyemi");
        await Expect(conrad.Main).ToContainTextAsync("several causes of concern at once");
        await conrad.IsFaultless();
    }

    [Theory]
    [InlineData(true, "11-crime-data-integrity.txt", "cheshire", "Recording data about crime")]
    [InlineData(false, "23-fire-summary.html", "surrey-fire", "values and culture")]
    public async Task A_documents_candidates_are_accepted_and_another_open_window_says_so(bool script, string document, string body, string area)
    {
        await using var open = await running.Browser.Window();
        await open.Go($"/bodies/{body}");
        await Expect(open.Page.Locator("#live")).ToBeEmptyAsync();

        await using var ines = await running.Browser.Window(script);
        await ines.Go("/work/submissions");
        await ines.SignIn("Ines Holloway");
        await ines.Go("/work/submissions");
        await ines.Page.GetByLabel("File", new() { Exact = true }).SetInputFilesAsync(RunningPortal.Document(document));
        await ines.Page.GetByLabel("Where a document was published").FillAsync($"https://example.org/{body}");
        await ines.Press("Send");
        await Expect(ines.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Done");
        await ines.IsFaultless();
        await ines.Link("work through them").ClickAsync();
        await ines.Main.GetByRole(AriaRole.Checkbox, new() { Name = area }).First.CheckAsync();
        await ines.Press("Accept selected");
        await Expect(ines.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Say why they are accepted");
        await ines.IsFaultless();
        await ines.Page.GetByLabel("Reason").FillAsync("as printed");
        await ines.Press("Accept selected");
        await Expect(ines.Main).ToContainTextAsync("1 candidate accepted");
        await ines.IsFaultless();

        var live = open.Page.Locator("#live");
        await Expect(live).ToContainTextAsync("new change", new() { Timeout = 30_000 });
        await open.IsFaultless();
        await live.GetByRole(AriaRole.Link, new() { Name = "show" }).ClickAsync();
        await Expect(open.Page.Locator("#live")).ToBeEmptyAsync();
        await Expect(open.Main).ToContainTextAsync($"example.org");
    }

    private static async Task<T> Taken<T>(Window window, string format, Func<Stream, T> read)
    {
        var download = await window.Page.RunAndWaitForDownloadAsync(() => window.Main.GetByRole(AriaRole.Link, new() { Name = format, Exact = true }).Last.ClickAsync());
        await using var stream = await download.CreateReadStreamAsync();
        using var whole = new MemoryStream();
        await stream.CopyToAsync(whole);
        whole.Position = 0;
        return read(whole);
    }

    // A visit ends when somebody stays away for a while, and the browser keeps when it was.
    private static async Task AsIfAnHourWentBy(Window window)
    {
        var visit = (await window.Context.CookiesAsync()).Single(cookie => cookie.Name == "oversight-visit");
        var parts = visit.Value.Split('.');
        var at = long.Parse(parts[2], CultureInfo.InvariantCulture) - 3_600;
        await window.Context.AddCookiesAsync([new() { Name = visit.Name, Value = $"{parts[0]}.{parts[1]}.{at}", Domain = visit.Domain, Path = visit.Path }]);
    }
}
