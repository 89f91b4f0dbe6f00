using System.Globalization;
using System.Text;
using Marten.Events;
using Microsoft.Extensions.DependencyInjection;
using Oversight.Hosting;
using Oversight.Ingestion.Submissions;
using Oversight.Testing;
using Xunit;
using static Oversight.Service.Tests.Ingestion.IngestionRunning;

namespace Oversight.Service.Tests.Ingestion;

public sealed class IngestionTests
{
    private const string Header = "force,programme,area,grade,published_on,source_url\n";

    [Fact]
    public async Task The_real_record_goes_in_once()
    {
        await using var ingestion = await StartWithBodies();
        (string Name, string First, string Again)[] files =
        [
            ("forces.csv", "0 44 0 0", "0 44 0 0"), ("peel-grades.csv", "624 0 0 0", "0 624 0 0"), ("crime-recording-audits.csv", "103 0 0 3", "0 103 0 3"),
            ("stop-search-audits.csv", "14 0 1 3", "0 15 0 3"), ("monitoring-history.csv", "26 0 0 0", "0 26 0 0"), ("metropolitan-timeline.csv", "49 0 0 0", "0 49 0 0"),
            ("engage-steps.csv", "36 0 0 0", "0 36 0 0"), ("section-55.csv", "4 0 0 0", "0 4 0 0"), ("investigations.csv", "11 0 0 0", "0 11 0 0"),
            ("metropolitan-links.csv", "30 0 0 0", "0 30 0 0"),
        ];
        foreach (var (name, first, _) in files)
        {
            Assert.Equal((name, 200, first), await Sent(name));
        }

        var events = await Events(ingestion);
        foreach (var (name, _, again) in files)
        {
            Assert.Equal((name, 200, again), await Sent(name));
        }

        Assert.Equal(events, await Events(ingestion));

        async Task<(string, int, string)> Sent(string name)
        {
            var (status, answer) = await ingestion.Send(Data(name), name);
            return (name, status, Counts(answer));
        }
    }

    [Fact]
    public async Task A_bad_row_is_refused_with_its_place_and_the_rest_goes_on()
    {
        await using var ingestion = await StartWithBodies();

        var (_, answer) = await ingestion.Send(
            Header + "kent,PEEL 2021/22,A,good,2022,https://a\nkent,PEEL 2021/22,B,=cmd(),2022,https://a\nkent,PEEL 2021/22,C,good,2022,https://a\n", "grades.csv");

        Assert.Equal("2 0 0 1", Counts(answer));
        Assert.Equal(
            """{"file":"grades.csv","line":3,"field":"grade","rule":"grade.unknown","message":"'=cmd()' is no grade; known are outstanding, good, adequate, requires-improvement, inadequate, not-graded, not-inspected."}""",
            answer.GetProperty("refused")[0].GetRawText());
        var id = answer.GetProperty("submission").GetString();
        Assert.Equal("2 0 0 1", Counts(await ingestion.Get($"/api/v1/submissions/{id}")));
        Assert.Contains("grades.csv,3,grade,grade.unknown,",
            await ingestion.Http.GetStringAsync(new Uri($"/api/v1/submissions/{id}/refused.csv", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\u00ff\u00fe", "text/csv", 422, "file.not-utf-8")]
    [InlineData("", "text/csv", 422, "file.empty")]
    [InlineData("force,programme\n", "text/csv", 422, "file.unknown-columns")]
    [InlineData("[{\"force\":\"kent\",\"force\":\"essex\"}]", "application/json", 422, "file.duplicate-key")]
    [InlineData("whatever", "image/png", 415, "file.media-type-unknown")]
    [InlineData("whatever", "application/pdf", 422, "document.damaged")]
    public async Task A_bad_file_is_refused_whole_and_kept(string text, string contentType, int status, string rule)
    {
        await using var ingestion = await Start();
        var bytes = Encoding.Latin1.GetBytes(text);

        var (answered, problem) = await ingestion.Send(bytes, "", contentType);

        Assert.Equal((status, $"urn:oversight:rule:{rule}"), (answered, problem.GetProperty("type").GetString()));
        if (status == 422)
        {
            var id = problem.GetProperty("submission").GetString();
            Assert.Equal(bytes, await ingestion.Http.GetByteArrayAsync(new Uri($"/api/v1/submissions/{id}/original", UriKind.Relative)));
            Assert.Equal(("Refused", rule), (await ingestion.Get($"/api/v1/submissions/{id}")) is var kept
                ? (kept.GetProperty("state").GetString(), kept.GetProperty("rule").GetString()) : default);
        }
    }

    [Fact]
    public async Task A_file_larger_than_a_piece_comes_back_byte_for_byte()
    {
        await using var ingestion = await StartWithBodies();
        var file = Encoding.UTF8.GetBytes(Header + string.Concat(Enumerable.Range(0, 9_000).Select(n =>
            string.Create(CultureInfo.InvariantCulture, $"kent,PEEL 2021/22,Area {n},good,2022-09-22,https://example.org/a/rather/long/address/{n}\n"))));

        var (_, answer) = await ingestion.Send(file, "many.csv");

        Assert.Equal("9000 0 0 0", Counts(answer));
        Assert.Equal(file, await ingestion.Http.GetByteArrayAsync(new Uri($"/api/v1/submissions/{answer.GetProperty("submission")}/original", UriKind.Relative)));
    }

    [Fact]
    public async Task The_same_bytes_about_two_bodies_are_two_submissions()
    {
        await using var ingestion = await StartWithBodies();
        const string timeline = "occurred_on,precision,kind,summary,source_url\n2022-06,month,court,A ruling,https://a\n";

        var kent = (await ingestion.Send(timeline, "timeline.csv", query: "&body=kent")).Answer;
        var essex = (await ingestion.Send(timeline, "essex-timeline.csv")).Answer;
        var again = (await ingestion.Send(timeline, "copy.csv", query: "&body=kent")).Answer;

        Assert.Equal(["1 0 0 0", "1 0 0 0", "0 1 0 0"], [Counts(kent), Counts(essex), Counts(again)]);
        Assert.Equal(kent.GetProperty("submission").GetString(), again.GetProperty("submission").GetString());
        foreach (var (answer, body) in new[] { (kent, "kent"), (essex, "essex") })
        {
            var id = answer.GetProperty("submission").GetString();
            Assert.Equal(body, (await ingestion.Get($"/api/v1/submissions/{id}")).GetProperty("body").GetString());
            Assert.Equal([body], await ingestion.Rows(
                $"select data->>'body' from oversight.mt_events where type = 'ingestion.timeline-entry-claimed.v1' and data->'provenance'->>'submission' = '{id}'"));
        }
    }

    [Fact]
    public async Task A_row_refused_for_an_unknown_body_is_taken_once_the_body_is_known()
    {
        await using var ingestion = await Start();
        var rows = Header + "kent,PEEL 2021/22,A,good,2022,https://a\n";

        Assert.Equal("0 0 0 1", Counts((await ingestion.Send(rows, "grades.csv")).Answer));
        await ingestion.Send(Data("forces.csv"), "forces.csv");
        Assert.Equal("1 0 0 0", Counts((await ingestion.Send(rows, "grades.csv")).Answer));
    }

    [Fact]
    public async Task What_a_crash_between_two_parts_left_half_read_is_read_to_its_end()
    {
        const int Rows = 10 * Submission.RowsInPart;
        string database;
        await using (var before = await StartWithBodies())
        {
            database = before.Database;
            var writer = before.App.Services.GetRequiredService<Writer>();
            var turn = await writer.Turn(default);
            var sending = before.Send(Header + string.Concat(Enumerable.Range(0, Rows).Select(n => $"kent,PEEL 2021/22,Area {n},good,2022,https://a\n")), "half.csv");
            while (await ReadTo(before) == 0)
            {
                Assert.False(sending.IsCompleted, "All was read before the crash.");
                // Asked for before the present turn is passed on, so that the reader never gets two in a row.
                var next = writer.Turn(default);
                turn.Dispose();
                turn = await next;
            }

            before.App.Lifetime.StopApplication();
            turn.Dispose();
            await Task.WhenAny(sending);
            Assert.InRange(await ReadTo(before), 1, Rows - 1);
        }

        await using var after = await Start(database);
        var id = (await after.Rows("select substr(stream_id, 12) from oversight.mt_events where type = 'ingestion.submission-received.v1' and data->>'name' = 'half.csv'"))[0];
        var submission = await Eventually.Get("the submission to be read", () => after.Get($"/api/v1/submissions/{id}"), seen => seen.GetProperty("state").GetString() == "Read");

        Assert.Equal($"{Rows} 0 0 0", Counts(submission));
        Assert.Equal($"{Rows} {Rows}", (await after.Rows(
            "select count(*) || ' ' || count(distinct data->'provenance'->>'claimId') from oversight.mt_events where type = 'ingestion.grade-claimed.v1'"))[0]);

        static async Task<int> ReadTo(IngestionRunning ingestion) => int.Parse((await ingestion.Rows(
            $"select coalesce(max((data->>'toLine')::int), 0)::text from oversight.mt_events where type = 'ingestion.rows-read.v1' and (data->>'accepted')::int = {Submission.RowsInPart}"))[0], CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task What_cannot_be_read_on_turns_readiness_red_until_it_can()
    {
        await using var ingestion = await StartWithBodies();
        await ingestion.Rows("alter table oversight.original_piece rename to away");
        await using (var session = ingestion.Store.LightweightSession())
        {
            var sha256 = new string('a', 64);
            session.Events.Append(Submission.StreamOf(Submission.IdOf(sha256, "text/csv", null)), new SubmissionEvent.SubmissionReceived("half.csv", "text/csv", sha256, 1, null, null));
            await session.SaveChangesAsync();
        }

        await Eventually.Get("readiness to say so", () => Readiness(), said => said.StartsWith("503", StringComparison.Ordinal) && said.Contains("could not be read on", StringComparison.Ordinal));
        await ingestion.Rows("alter table oversight.away rename to original_piece");
        await Eventually.Get("readiness to be green again", () => Readiness(), said => said.StartsWith("200", StringComparison.Ordinal));

        async Task<string> Readiness()
        {
            using var answer = await ingestion.Http.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}";
        }
    }

    [Fact]
    public async Task The_conflict_is_read_in_three_times_and_rebuilt_views_are_the_same()
    {
        await using var ingestion = await StartWithBodies();
        await ingestion.Send(Data("monitoring-history.csv"), "monitoring-history.csv");
        await ingestion.Store.WaitForNonStaleProjectionDataAsync(TimeSpan.FromSeconds(30));
        var before = await ingestion.Get("/api/v1/conflicts");
        await ingestion.Send(Data("stop-search-audits.csv"), "stop-search-audits.csv");
        await ingestion.Store.WaitForNonStaleProjectionDataAsync(TimeSpan.FromSeconds(30));

        var conflict = (await ingestion.Get("/api/v1/conflicts")).GetProperty("conflicts")[0];
        Assert.Equal(["76%", "75%"], conflict.GetProperty("sides").EnumerateArray().Select(side => side.GetProperty("value").GetString()));
        var then = Uri.EscapeDataString(before.GetProperty("recordedAt").GetDateTimeOffset().ToString("O", CultureInfo.InvariantCulture));
        Assert.Equal(0, (await ingestion.Get($"/api/v1/conflicts?recordedAt={then}")).GetProperty("conflicts").GetArrayLength());
        Assert.Equal(0, (await ingestion.Get("/api/v1/conflicts?knownAt=2022-09-21")).GetProperty("conflicts").GetArrayLength());

        await ingestion.App.RebuiltViewsAreTheSame();
    }

    private static async Task<string> Events(IngestionRunning ingestion) => (await ingestion.Rows("select count(*)::text from oversight.mt_events"))[0];
}
