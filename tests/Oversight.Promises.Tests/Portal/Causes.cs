using Xunit;

namespace Oversight.Promises.Tests.Portal;

/// <summary>Of a cause is said what its sources say, and no more.</summary>
public sealed class Causes
{
    [Theory]
    [InlineData("Closed", 8, 0, null, "8; how many were met is not known")]
    [InlineData("NoClosureFound", 8, 0, null, "8; how many were met is not known")]
    [InlineData("NoClosureFound", 8, 0, "0 of 8", "0 of 8")]
    [InlineData("Closed", 8, 3, "3 of 8", "3 of 8")]
    [InlineData("Closed", null, 3, "custody", "3; how many there are is not known")]
    [InlineData("Closed", null, 0, null, "not published")]
    public async Task That_none_was_met_is_said_only_where_a_source_does(string state, int? total, int met, string? step, string says)
    {
        var answer = new { note = "a note", causes = new[] { Cause("a title", state, total, met, step) }, areasForImprovement = Array.Empty<object>() };
        var page = await Page.At("/causes", ("/api/v1/causes", answer));
        Assert.Contains($" 437 days {says} ", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cause_that_nobody_raised_leads_to_who_closed_it()
    {
        const string closed = """{"note":"","areasForImprovement":[],"causes":[{"body":"dorset","name":"Dorset Police","service":"police","phase":"Scan","id":"c","title":"nonexistent","accelerated":"No","state":"Closed","recommendations":{"met":0},"deadlines":[],"disputes":[],"notes":[],"sources":[],"marks":[],"steps":[STEP]}]}""";
        var page = await Page.At("/causes", ("/api/v1/causes", closed.Replace("STEP", """{"step":"Closed","on":"2025-05-22","sources":[{"cited":"https://www.example.org/letter","submission":"s1","line":3,"claimId":"c1"}],"marks":[]}""", StringComparison.Ordinal)));
        Assert.Contains("<a class=\"govuk-link\" href=\"/provenance/s1?line=3&claim=c1\">closed: example.org</a>", page.Html, StringComparison.Ordinal);
        Assert.Contains(" no source given ", (await Page.At("/causes", ("/api/v1/causes", closed.Replace("STEP", "", StringComparison.Ordinal)))).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/causes", "/api/v1/causes")]
    [InlineData("/bodies/dorset", "/api/v1/bodies/dorset/causes")]
    public async Task Where_sources_disagree_about_a_cause_every_side_is_told(string address, string path)
    {
        const string causes = """
            {"note":"","areasForImprovement":[],"causes":[{"body":"dorset","name":"Dorset Police","service":"police","phase":"Scan","id":"c","title":"vetting","inspection":"PEEL 2023-25","accelerated":"No","state":"CannotTell",
            "recommendations":{"total":null,"met":1,"numbers":[3,4]},"deadlines":[],"disputes":[],"notes":[],"sources":[],"marks":["conflicting"],"steps":[],"disagreements":[{"about":"closed","sides":[
            {"cited":"https://www.example.org/letter","says":"closed March 2024","publishedOn":"2024-03-05"},{"cited":"https://www.example.com/news","says":"still open 1 May 2024","publishedOn":"2024-05-01"}]}]}]}
            """;
        var page = await Page.At(address, (path, causes),
            ("/api/v1/bodies/dorset", """{"id":"dorset","name":"Dorset Police","nameThen":"Dorset Police","service":"police","names":[],"status":{"phase":"Scan","sources":[],"marks":[],"trail":[]},"stays":[],"conflicts":[],"grades":[],"audits":[],"missing":[]}"""));
        Assert.Contains("1 of 3 or 4: sources disagree", page.Text, StringComparison.Ordinal);
        Assert.Contains("Dorset Police, vetting (PEEL 2023-25), whether and when it was closed: closed March 2024 example.org, published 5 March 2024 still open 1 May 2024 example.com, published 1 May 2024", page.Text, StringComparison.Ordinal);
    }

    /// <summary>A cause as the services tell of it.</summary>
    internal static object Cause(string title, string state, int? total = null, int met = 0, string? step = null, string body = "nottinghamshire", params object[] deadlines) => new
    {
        body, name = body == "london-fire" ? "London Fire Brigade" : "Nottinghamshire Police", service = "police", phase = "Scan", id = $"cause/{body}/{title}", title, inspection = "PEEL 2023-25", programme = "PEEL 2023-25", raisedOn = "2024-03-11",
        publishedOn = "2024-03-11", accelerated = "Yes", acceleratedInSum = false, state, closedOn = state == "Closed" ? "2025-05-22" : null, age = new { atLeast = 437, atMost = 437 }, duration = "437 days",
        recommendations = new { total, met }, deadlines, disputes = Array.Empty<object>(),
        steps = step is null ? [] : new[] { new { step = "RecommendationMet", on = "2025-01-01", recommendation = step, sources = Array.Empty<object>(), marks = Array.Empty<string>() } },
        notes = Array.Empty<string>(), sources = Array.Empty<object>(), marks = Array.Empty<string>(),
    };

    /// <summary>By when something of it is due.</summary>
    internal static object Due(string on, string passed, string met = "No") => new { @for = "a recommendation", published = on, style = "Date", on, computed = false, passed, met };
}
