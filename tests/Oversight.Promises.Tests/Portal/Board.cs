using Xunit;

namespace Oversight.Promises.Tests.Portal;

/// <summary>The home page says in one look who is in Engage and why, what is overdue and what waits.</summary>
public sealed class Board
{
    private static readonly string[] None = [];

    [Fact]
    public async Task What_is_overdue_comes_first_and_is_called_so()
    {
        var page = await Page.At("/", [("/api/v1/section-55?state=Outstanding", new { reports = None }), .. Answers(Causes.Cause("culture", "NoClosureFound", body: "london-fire",
            deadlines: [Causes.Due("2099-01-31", "No"), Causes.Due("2022-05-31", "Yes"), Causes.Due("2021-05-31", "Yes", "Yes"), Causes.Due("2023-05-31", "Yes")]))]);
        Assert.Contains("Overdue The day has passed, and nothing on record says that it was done or, of a cause of concern, that it is closed. What was done late is told with the causes and the answers to reports. London Fire Brigade, culture, ", page.Text, StringComparison.Ordinal);
        Assert.Contains(", due 31 May 2022", page.Text, StringComparison.Ordinal);
        Assert.Contains("overdue since 31 May 2022, 2 in all; next: 31 January 2099", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("31 May 2021", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_a_report_waits_for_is_due_beside_what_causes_ask_for()
    {
        (string, object) Reports(params object[] reports) => ("/api/v1/section-55?state=Outstanding", new { reports });
        var page = await Page.At("/", [.. Answers(Causes.Cause("culture", "NoClosureFound", body: "london-fire", deadlines: [Causes.Due("2099-01-31", "No")])),
            Reports(Report("PEEL 2025", "2026-11-20", "2026-11-22", "Yes"), Report("PEEL 2026", "2098-12-31", "2098-12-31", "No", "london-fire", "London Fire Brigade"))]);
        Assert.Contains("Kent Police, answer of the police and crime commissioner to PEEL 2025, due between 20 November 2026 and 22 November 2026", page.Text, StringComparison.Ordinal);
        Assert.Contains("overdue since 22 November 2026; next: nothing on record", page.Text, StringComparison.Ordinal);
        Assert.Contains("Due 31 December 2098", page.Text, StringComparison.Ordinal); // Before the day that the cause sets.
    }

    [Fact]
    public async Task Nothing_is_said_to_be_due_or_not_where_a_part_is_silent()
    {
        var page = await Page.At("/", [.. Answers()]); // Nothing answers for the reports.
        Assert.Contains("Due cannot be shown just now", page.Text, StringComparison.Ordinal);
        Assert.Contains("Answers to reports and their deadlines", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_said_to_be_out_of_Engage_where_that_is_not_known()
    {
        var page = await Page.At("/", [("/api/v1/status", Page.Refused(503, new { title = "service.unavailable", status = 503, detail = "Monitoring does not answer." })), .. Answers()]);
        Assert.StartsWith("Who is in Engage cannot be shown just now", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_shows_its_grades_where_nothing_else_of_it_can_be_shown()
    {
        var down = Page.Refused(503, new { title = "service.unavailable", status = 503, detail = "Monitoring does not answer." });
        var page = await Page.At("/bodies/london-fire", [("/api/v1/bodies/london-fire", down), ("/api/v1/grades", new { programmes = new[] { Matrix("frs-2021-22", "2021-12", [], ("Effectiveness", "requires-improvement")) } })]);
        Assert.Contains("Monitoring does not answer", page.Text, StringComparison.Ordinal);
        Assert.Contains("FRS-2021-22 Effectiveness requires improvement", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_still_to_come_is_told_on_the_board_and_among_the_stays()
    {
        (string, object)[] answers =
        [
            ("/api/v1/status", """{"asOf":"2026-11-23","knownAt":"2026-11-23","bodies":[{"id":"kent","name":"Kent Police","service":"police","phase":"Scan","sources":[],"marks":[],"trail":[],"ahead":[{"to":"Engage","on":"2027-01-01","sources":[],"marks":[]}]}]}"""),
            ("/api/v1/engage", """{"stays":[]}"""),
        ];
        Assert.Contains("Still to come Kent Police: to move to Engage on 1 January 2027", (await Page.At("/", answers)).Text, StringComparison.Ordinal);
        Assert.Contains("Still to come Kent Police: to move to Engage on 1 January 2027", (await Page.At("/engage", answers)).Text, StringComparison.Ordinal);
    }

    private static object Report(string report, string first, string last, string overdue, string body = "kent", string name = "Kent Police") => new
    {
        body, name, report, ownerKind = "police and crime commissioner", earliestLastDay = first, lastDay = last, state = "Outstanding", overdue, steps = None, marks = None,
    };

    [Fact]
    public async Task Nothing_of_a_closed_cause_is_overdue()
    {
        var page = await Page.At("/", [.. Answers(Causes.Cause("culture", "Closed", body: "london-fire", deadlines: [Causes.Due("2022-05-31", "Yes")]))]);
        Assert.DoesNotContain("verdue", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_says_who_is_in_Engage_and_why()
    {
        var page = await Page.At("/", [.. Answers()]);
        Assert.Contains("Why: values and culture Since 14 December 2022", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Grades_move_between_inspections_that_compare_and_are_said_in_words()
    {
        var page = await Page.At("/", [.. Answers(), ("/api/v1/grades", new
        {
            programmes = new[]
            {
                Matrix("frs-2018-19", "2018-12", [], ("Effectiveness", "good"), ("Efficiency", "good"), ("People", "inadequate"), ("Culture", "good")),
                Matrix("frs-2021-22", "2021-12", ["frs-2018-19"], ("Effectiveness", "requires-improvement"), ("Efficiency", "good"), ("People", "good")),
                Matrix("frs-2023-25", "2023-10", [], ("Effectiveness", "outstanding")),
            },
        })]);
        Assert.Contains("FRS-2018-19 to FRS-2021-22: up: People (inadequate to good); down: Effectiveness (good to requires improvement); 1 area the same; 1 area cannot be told", page.Text, StringComparison.Ordinal);
        Assert.Contains("no two inspections on record that compare", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_is_told_to_whom_it_waits_for()
    {
        (string, object)[] answers =
        [
            .. Answers(), ("/api/v1/conflicts?state=unsettled", new { conflicts = new object[] { new { }, new { } } }),
            ("/api/v1/decisions", new
            {
                decisions = new[] { ("ines", "Proposed"), ("somebody", "Proposed"), ("ines", "OnHold"), ("ines", "Confirmed") }.Select(one => new
                {
                    id = "kent-1", body = "kent", to = "engage", state = one.Item2, effectiveOn = "2026-11-23", reason = "why", evidence = None, expiresAt = "2026-12-21T09:00:00+00:00",
                    acts = new[] { new { what = "proposed", by = new { subject = one.Item1, name = "Ines", role = "inspector" }, at = "2026-11-23T09:00:00+00:00", why = "why" } },
                }),
            }),
        ];
        Assert.Contains("Waiting for you 3 proposals are open, 1 of them for you to confirm or decline 2 conflicts wait to be settled, which you may", (await Page.For("chief-inspector", "/", answers)).Text, StringComparison.Ordinal);
        Assert.Contains("Waiting for you 3 proposals are open 2 conflicts wait to be settled", (await Page.For("viewer", "/", answers)).Text, StringComparison.Ordinal);
        var anybody = await Page.At("/", answers);
        Assert.Contains("Proposals are read by people who have a role here 2 conflicts wait", anybody.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(anybody.Asked, asked => asked.Address.StartsWith("/api/v1/decisions", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_first_visit_shows_what_was_learned_last()
    {
        var page = await Page.At("/", [.. Answers(), ("/api/v1/changes/position", new { position = 9, changes = 0 }), ("/api/v1/changes?limit=5", new
        {
            after = 0, position = 9, bodiesChanged = 1,
            bodies = new[] { new { id = "kent", name = "Kent Police", lastAt = "2026-11-23T09:00:00+00:00", total = 1, changes = new[] { new { what = "new", id = "a", on = "2026-11-01", kind = "letter", title = "A letter was sent", marks = None, sources = None } } } },
        })]);
        Assert.Contains("Learned last This is your first visit", page.Text, StringComparison.Ordinal);
        Assert.Contains("Kent Police: 1 entry on its timeline, the last learned on 23 November 2026 at 9:00am (UTC)", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("New", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_first_visit_only_what_came_meanwhile_is_new()
    {
        (string, object)[] answers = [.. Answers(), ("/api/v1/changes/position", new { position = 9, changes = 0 }), ("/api/v1/changes?limit=5&after=9", """{"after":9,"position":9,"since":"2026-11-23T09:00:00Z","bodiesChanged":0,"bodies":[]}""")];
        Assert.Contains("Nothing has changed since you came This is your first visit", (await Page.Again("/", answers)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_no_grades_compare_is_said_once()
    {
        var page = await Page.At("/", [.. Answers(), ("/api/v1/grades", new { programmes = new[] { Matrix("frs-2023-25", "2023-10", [], ("Effectiveness", "outstanding")) } })]);
        Assert.Contains("How grades moved is not shown: of no body here are two inspections on record that compare.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("no two inspections on record that compare", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Grades since the inspection before", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bodies_are_counted_in_each_phase()
    {
        var page = await Page.At("/?export=csv&table=2", [.. Answers()]);
        Assert.Contains("2022-12-14,1,1", page.Html, StringComparison.Ordinal);
        Assert.Contains("inEngage,inScan", page.Html, StringComparison.Ordinal);
    }

    private static object Matrix(string id, string from, string[] comparesWith, params (string Area, string Grade)[] grades) => new
    {
        programme = new
        {
            id, name = id.ToUpperInvariant(), kind = "Fire", scaleName = "four-tier", scale = new[] { "outstanding", "good", "requires-improvement", "inadequate" }, areas = new[] { "Effectiveness", "Efficiency", "People" }, areasGraded = "three",
            publishedFrom = from, comparableWith = comparesWith.Select(other => new { id = other, comparable = "Yes", because = "it says so" }),
        },
        areas = grades.Select(grade => grade.Area),
        bodies = new[] { new { id = "london-fire", grades = grades.Select(grade => new { area = grade.Area, grade = grade.Grade, verdict = "Stands", marks = None, sources = None, sides = None, trail = None }), graded = 3, of = 3, cannotTell = 0 } },
    };

    private static (string, object)[] Answers(params object[] causes) =>
    [
        ("/api/v1/status", new
        {
            asOf = "2026-11-23", knownAt = "2026-11-23",
            bodies = new[]
            {
                new { id = "london-fire", name = "London Fire Brigade", service = "fire", phase = "Engage", since = (string?)"2022-12-14", sources = None, marks = None, trail = None },
                new { id = "kent", name = "Kent Police", service = "police", phase = "Scan", since = (string?)null, sources = None, marks = None, trail = None },
            },
        }),
        ("/api/v1/causes", new { note = "a note", causes, areasForImprovement = None }),
        ("/api/v1/engage", new
        {
            stays = new[]
            {
                new
                {
                    id = "london-fire", name = "London Fire Brigade", service = "fire",
                    stay = new
                    {
                        entry = new { on = "2022-12-14", earliest = "2022-12-14", latest = "2022-12-14", sources = None, marks = None, trail = None }, open = "Yes", days = new { atLeast = 1400, atMost = 1400 }, duration = "1400 days so far",
                        reasons = new[] { "values and culture" }, marks = None,
                    },
                },
            },
        }),
    ];
}
