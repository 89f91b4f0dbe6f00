using Oversight.Portal.Words;
using Xunit;

namespace Oversight.Promises.Tests.Portal;

/// <summary>People read names and dates, not ids and codes.</summary>
public sealed class PlainWords
{
    private const string Status = """{"phase":"Scan","sources":[],"marks":[],"trail":[]}""";

    private const string Merged = $$"""
        {"id":"hampshire-fire","name":"Hampshire Fire and Rescue Service","nameThen":"Hampshire Fire and Rescue Service","service":"fire","names":[],"status":{{Status}},"stays":[],"grades":[],"audits":[],"missing":[],
        "lineage":{"existed":"No","because":"became part of hampshire-and-isle-of-wight-fire on 2021-04-01","nameInLaw":[],"nameInUse":[]},
        "conflicts":[{"factId":"f","about":"When it was","state":"settled","value":"2024-03-12","sides":[{"value":"2022-06","stands":"No"}],"marks":[],"trail":[]}]}
        """;

    private static readonly (string, object)[] Record =
    [
        ("/api/v1/status", """{"asOf":"2026-01-01","knownAt":"2026-01-01","bodies":[{"id":"hampshire-and-isle-of-wight-fire","name":"Hampshire and Isle of Wight Fire and Rescue Service","service":"fire","phase":"Scan","sources":[],"marks":[],"trail":[]}]}"""),
        ("/api/v1/bodies/hampshire-fire/history", """
            {"id":"hampshire-fire","name":"Hampshire Fire and Rescue Service","total":2,"entries":[
            {"id":"a","on":"2021-04-01","kind":"lineage","title":"Became part of hampshire-and-isle-of-wight-fire","sources":[],"marks":[],"links":[]},
            {"id":"b","on":"2021-05-01","kind":"disputed","title":"Disputed by Mayor of London: phase/metropolitan/engage/2022-06-28","sources":[],"marks":[],"links":[]}]}
            """),
        ("/api/v1/bodies/hampshire-fire/causes", """{"note":"","areasForImprovement":[],"causes":[]}"""),
        ("/api/v1/bodies/hampshire-fire", Merged),
        ("/api/v1/conflicts", """{"conflicts":[{"body":"hampshire-fire","factId":"f","about":"When it was","state":"settled","value":"2024-03-12","revision":1,"marks":[],"trail":[],"sides":[{"value":"2022-06","cited":"a","publisher":"other","stands":"No","submission":"s","line":1,"claimId":"c","recordedAt":"2026-01-01T00:00:00Z"}]}]}"""),
        ("/api/v1/prompts", """{"prompts":[{"body":"hampshire-fire","name":"Hampshire Fire and Rescue Service","phase":"Scan","standing":true,"prompt":{"promptId":"p","rulebook":"2026-1","rule":"deadline-missed","raisedOn":"2026-04-01","because":"An answer was due by 2026-03-31.","clears":"An answer","evidence":[]}}]}"""),
    ];

    [Theory]
    [InlineData("Northamptonshire Police was moved into Engage on 19 November 2026.", false)]
    [InlineData("Moved to Engage", false)]
    [InlineData("The force has been moved back to the Scan phase of monitoring on 3 May 2024.", false)]
    [InlineData("Kent Police was returned to Scan in March 2025", false)]
    [InlineData("moved to Engage as it does not protect vulnerable people", true)]
    [InlineData("five causes at once", true)]
    [InlineData(" ", false)]
    public void A_move_is_no_reason_for_itself(string said, bool isReason) => Assert.Equal(isReason ? [said] : [], Say.Reasons([said, said]));

    [Theory]
    [InlineData("/bodies/kent", "Why: no reason on record.", "Reasons given no reason on record")]
    [InlineData("/engage", "no reason on record", " 10 ")]
    [InlineData("/", "Why: no reason on record", "Since")]
    [InlineData("/changes", "Moved to Engage, 28 June 2022", "Body by body")]
    public async Task Where_nobody_says_why_that_is_said(string address, string says, string too)
    {
        const string again = "Kent Police was moved into Engage on 28 June 2022.";
        const string source = $$"""{"cited":"https://example.org/a","reason":"{{again}}"}""";
        const string stay = $$"""{"entry":{"on":"2022-06-28","earliest":"2022-06-28","latest":"2022-06-28","sources":[],"marks":[],"trail":[]},"exit":null,"open":"Yes","days":{"atLeast":10,"atMost":10},"duration":"10 days","reasons":["{{again}}"],"marks":[]}""";
        const string status = $$"""{"phase":"Engage","since":"2022-06-28","sources":[{{source}}],"marks":[],"trail":[]}""";
        var page = await Page.At(address,
            ("/api/v1/bodies/kent/history", """{"id":"kent","name":"Kent Police","total":0,"entries":[]}"""), ("/api/v1/bodies/kent/causes", """{"note":"","areasForImprovement":[],"causes":[]}"""),
            ("/api/v1/bodies/kent", $$"""{"id":"kent","name":"Kent Police","nameThen":"Kent Police","service":"police","names":[],"status":{{status}},"stays":[{{stay}}],"conflicts":[],"grades":[],"audits":[],"missing":[]}"""),
            ("/api/v1/engage", $$$"""{"stays":[{"id":"kent","name":"Kent Police","service":"police","stay":{{{stay}}}}]}"""), ("/api/v1/status", $$"""{"bodies":[{"id":"kent","name":"Kent Police","service":"police",{{status[1..]}}]}"""),
            ("/api/v1/changes", $$"""{"after":0,"position":1,"bodiesChanged":1,"bodies":[{"id":"kent","name":"Kent Police","lastAt":"2026-01-01T00:00:00Z","total":1,"changes":[{"what":"new","id":"a","on":"2022-06-28","kind":"engage","title":"Moved to Engage","marks":[],"sources":[],"reason":"{{again}}"}]}]}"""));
        Assert.Contains(says, page.Text, StringComparison.Ordinal);
        Assert.Contains(too, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(again, page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The document does not tell the programme; say it as programme.", "The document does not tell the programme; open it and say it there.")]
    [InlineData("It waits no more:\naccepted by Ines", "It waits no more: accepted by Ines")]
    public void A_candidate_that_was_left_is_told_without_the_names_for_programs(string detail, string says) => Assert.Equal(says, Oversight.Portal.Pages.CandidateWords.Refusal(detail));

    [Fact]
    public async Task A_file_that_was_refused_as_a_whole_has_no_lines_and_no_candidates_to_tell_of()
    {
        var text = (await Page.At("/work/submissions/s1", ("/api/v1/submissions/s1", """{"submission":"s1","name":"empty.txt","mediaType":"text/plain","length":0,"receivedAt":"2026-01-01T00:00:00Z","state":"Refused","rule":"file.empty","because":"It is empty.","accepted":0,"unchanged":0,"conflicting":0,"refusedInAll":0,"refused":[],"candidates":[]}"""))).Text;
        Assert.Contains("Refused as a whole", text, StringComparison.Ordinal);
        Assert.DoesNotContain("No line was refused", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Candidates 0", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_told_to_send_a_file_to_the_past()
    {
        const string none = """{"submissions":[]}""";
        Assert.Contains("Nothing that fits had been sent by then", (await Page.At("/work/submissions?recordedAt=2020-01-01T00:00:00Z", ("/api/v1/submissions", none))).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("The time of this page", (await Page.At("/sign-in?asOf=2022-07-08")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_scheme_had_begun_nobody_was_not_in_Engage() => Assert.DoesNotContain("not in Engage", (await Page.At("/?asOf=1066-01-01",
        ("/api/v1/status", """{"bodies":[{"id":"kent","name":"Kent Police","service":"police","phase":"SchemeNotBegun","sources":[],"marks":[],"trail":[]}]}"""))).Text.Split("Every body")[^1], StringComparison.Ordinal);

    [Theory]
    [InlineData("/bodies/hampshire-fire", "became part of Hampshire and Isle of Wight Fire and Rescue Service on 1 April 2021", "became part of hampshire-and-isle-of-wight-fire")]
    [InlineData("/bodies/hampshire-fire", "Became part of Hampshire and Isle of Wight Fire and Rescue Service", "2021-04-01")]
    [InlineData("/bodies/hampshire-fire", "what counts is 12 March 2024", "on 2024-03-12")]
    [InlineData("/bodies/hampshire-fire", "Disputed by Mayor of London: the move to Engage on 28 June 2022", "phase/metropolitan")]
    [InlineData("/work/conflicts", "June 2022", ">2022-06")]
    [InlineData("/work/conflicts", "Hampshire Fire and Rescue Service", ">hampshire-fire<")]
    [InlineData("/work", "was due by 31 March 2026", "due by 2026-03-31")]
    public async Task A_page_says_names_and_dates(string address, string says, string never)
    {
        var page = await Page.At(address, Record);
        Assert.Equal(200, page.Status);
        Assert.Contains(says, page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(never, page.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/bodies/gwent", "<p class=\"govuk-body-l\" lang=\"cy\">Heddlu Gwent</p>")]
    [InlineData("/bodies/gwent", "<span lang=\"cy\">Heddlu Gwent</span> (in Welsh)")]
    [InlineData("/search?q=heddlu", "Gwent Police</a>, <span lang=\"cy\">Heddlu Gwent</span>")]
    public async Task A_name_in_Welsh_is_said_to_be_Welsh(string address, string says)
    {
        var page = await Page.At(address,
            ("/api/v1/status", """{"asOf":"2026-01-01","knownAt":"2026-01-01","bodies":[{"id":"gwent","name":"Gwent Police","service":"police","phase":"Scan","sources":[],"marks":[],"trail":[]}]}"""),
            ("/api/v1/bodies", """{"bodies":[{"id":"gwent","names":[{"name":"Heddlu Gwent","kind":"welsh"}]}]}"""),
            ("/api/v1/bodies/gwent", $$"""{"id":"gwent","name":"Gwent Police","nameThen":"Gwent Police","service":"police","names":[{"name":"Heddlu Gwent","kind":"welsh"}],"status":{{Status}},"stays":[],"conflicts":[],"grades":[],"audits":[],"missing":[]}"""));
        Assert.Contains(says, page.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Corrected by HMICFRS: grade/kent/peel-2021-22/leading-the-force", "Corrected by HMICFRS: the grade for leading the force in peel 2021 22")]
    [InlineData("See https://example.org/2022-06-28/engage and PEEL 2021-22, rulebook 2026-1", "See https://example.org/2022-06-28/engage and PEEL 2021-22, rulebook 2026-1")]
    [InlineData("re-inspected on 2022-06-28.", "re-inspected on 28 June 2022.")]
    public void A_sentence_keeps_what_is_no_code(string told, string said) => Assert.Equal(said, Told.InWords(told, id => id));
}
