using Microsoft.Extensions.DependencyInjection;
using Oversight.Gateway;
using Oversight.Hosting;
using Oversight.Testing;
using Xunit;
using static Oversight.Service.Tests.Ingestion.IngestionRunning;

namespace Oversight.Service.Tests.Ingestion;

/// <summary>What is kept of what was sent, and what of uploads that come to nothing.</summary>
public sealed class OriginalsTests
{
    private const string Header = "force,programme,area,grade,published_on,source_url\n";
    private const string Pieces = "select count(*)::text from oversight.original_piece";
    private const int Piece = 256 * 1024;

    [Fact]
    public async Task An_upload_that_breaks_off_leaves_nothing()
    {
        await using var ingestion = await Start();
        using (var broken = await Slow(ingestion))
        {
            await broken.Say(3 * Piece);
            await Eventually.Get("the first pieces to be kept", () => ingestion.Rows(Pieces), rows => rows[0] != "0");
        }

        await Eventually.Get("the pieces to be gone", () => ingestion.Rows(Pieces), rows => rows[0] == "0");
    }

    [Fact]
    public async Task A_sender_who_goes_away_while_others_are_being_written_leaves_nothing()
    {
        await using var ingestion = await Start();
        using var goes = new CancellationTokenSource();
        using (await ingestion.App.Services.GetRequiredService<Writer>().Turn(default))
        {
            using var file = new StringContent(Header);
            var sending = ingestion.Http.PostAsync("/api/v1/submissions?name=given-up.csv", file, goes.Token);
            await Eventually.Get("the file to be kept", () => ingestion.Rows(Pieces), rows => rows[0] == "1");
            await goes.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
            await Eventually.Get("the file to be gone", () => ingestion.Rows(Pieces), rows => rows[0] == "0");
        }

        Assert.Equal(["0"], await ingestion.Rows("select count(*)::text from oversight.mt_events"));
    }

    [Fact]
    public async Task What_could_not_be_removed_because_the_store_was_away_goes_when_it_is_back()
    {
        await using var ingestion = await Start();
        using (var broken = await Slow(ingestion))
        {
            await broken.Say(2 * Piece);
            await Eventually.Get("the first pieces to be kept", () => ingestion.Rows(Pieces), rows => rows[0] != "0");
            await ingestion.Rows("alter table oversight.original_piece rename to away");
            await broken.Say(2 * Piece);
            Assert.Contains("unexpected", await broken.Answer(), StringComparison.Ordinal);
        }

        await ingestion.Rows("alter table oversight.away rename to original_piece");

        Assert.NotEqual(["0"], await ingestion.Rows(Pieces));
        await Eventually.Get("the pieces to be gone", () => ingestion.Rows(Pieces), rows => rows[0] == "0");
    }

    [Fact]
    public async Task What_a_crash_left_of_an_upload_is_gone_after_the_next_start_and_originals_are_not()
    {
        string database, id;
        await using (var before = await Start())
        {
            database = before.Database;
            id = (await before.Send(Header, "grades.csv")).Answer.GetProperty("submission").GetString()!;
            await before.Rows("insert into oversight.original_piece (upload, piece, bytes) values (gen_random_uuid(), 0, 'left') returning ''");
        }

        await using var after = await Start(database);

        await Eventually.Get("the leftover to be gone", () => after.Rows(Pieces), rows => rows[0] == "1");
        Assert.Equal(Header, await after.Http.GetStringAsync($"/api/v1/submissions/{id}/original"));
    }

    [Fact]
    public async Task What_the_next_process_took_for_a_leftover_while_it_was_being_sent_does_not_become_an_original_and_can_be_sent_again()
    {
        await using var ingestion = await StartWithBodies();
        var (before, file) = (await ingestion.Rows(Pieces), Header + "kent,PEEL 2021/22,Area,good,2022,https://a\n");
        Task<(int Status, System.Text.Json.JsonElement)> sending;
        using (await ingestion.App.Services.GetRequiredService<Writer>().Turn(default))
        {
            sending = Send();
            await Eventually.Get("the file to be kept", () => ingestion.Rows(Pieces), rows => rows[0] != before[0]);
            await using var next = await Start(ingestion.Database);
            await Eventually.Get("the pieces to be gone", () => ingestion.Rows(Pieces), rows => rows[0] == before[0]);
        }

        Assert.Equal(500, (await sending).Status);
        Assert.Equal(["0"], await ingestion.Rows("select count(*)::text from oversight.mt_events where data->>'name' = 'sent.csv'"));
        var (status, answer) = await Send();
        Assert.Equal((200, 1), (status, answer.GetProperty("accepted").GetInt32()));
        Assert.Equal(file, await ingestion.Http.GetStringAsync($"/api/v1/submissions/{answer.GetProperty("submission")}/original"));

        Task<(int Status, System.Text.Json.JsonElement Answer)> Send() => ingestion.Send(file, "sent.csv");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_stalls_is_told_so_and_leaves_nothing(bool atThePublicAddress)
    {
        var soon = ("Oversight:Uploads:SecondsPerPiece", "1");
        await using var ingestion = await Start(null, soon);
        await using var gateway = await ServiceRunning.Start(GatewayService.Build, "none", soon, ("Oversight:Services:ingestion", ingestion.Http.BaseAddress!.ToString()));
        using var stalled = await SlowSender.Begin((atThePublicAddress ? gateway.Http : ingestion.Http).BaseAddress!, null);
        await stalled.Say(Piece + 1);

        var answer = await stalled.Answer();

        Assert.StartsWith("HTTP/1.1 408 ", answer, StringComparison.Ordinal);
        Assert.Contains("urn:oversight:rule:upload.stalled", answer, StringComparison.Ordinal);
        await Eventually.Get("what had come to be gone", () => ingestion.Rows(Pieces), rows => rows[0] == "0");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_finds_no_room_is_refused_and_nothing_half_kept(bool announced)
    {
        await using var ingestion = await Start(null, ("Oversight:Originals:MostBytes", $"{4 * Piece}"));
        await ingestion.Send(Header + new string('a', 2 * Piece), "first.csv");
        var kept = await ingestion.Rows(Pieces);

        using (var second = await Slow(ingestion, announced ? 3 * Piece : null))
        {
            await second.Say(announced ? 0 : 3 * Piece);
            var answer = await second.Answer();
            Assert.StartsWith("HTTP/1.1 507 ", answer, StringComparison.Ordinal);
            Assert.Contains("\"rule\":\"originals.full\"", answer, StringComparison.Ordinal);
        }

        Assert.Equal(kept, await ingestion.Rows(Pieces));
        Assert.Equal("originals.full", (await ingestion.Send(new string('c', 2 * Piece), "third.csv")).Answer.GetProperty("rule").GetString());
        var fits = (await ingestion.Send(new string('d', Piece), "fourth.csv")).Answer;
        Assert.Equal("file.no-header", fits.GetProperty("rule").GetString());
        Assert.Equal(Piece, (await ingestion.Http.GetByteArrayAsync($"/api/v1/submissions/{fits.GetProperty("submission")}/original")).Length);
    }

    [Fact]
    public async Task The_same_file_sent_by_two_at_once_is_one_submission_and_each_fact_once()
    {
        const int Rows = 2_600;
        await using var ingestion = await StartWithBodies();
        var before = await ingestion.Rows(Pieces);
        var file = Header + string.Concat(Enumerable.Range(0, Rows).Select(n => $"kent,PEEL 2021/22,Area {n},good,2022,https://a\n"));

        Task<(int, System.Text.Json.JsonElement Answer)>[] sending;
        using (await ingestion.App.Services.GetRequiredService<Writer>().Turn(default))
        {
            sending = [ingestion.Send(file, "one.csv"), ingestion.Send(file, "other.csv")];
            await Eventually.Get("both to have arrived", () => ingestion.Rows(Pieces), rows => int.Parse(rows[0], null) == int.Parse(before[0], null) + 2);
        }

        var answers = Array.ConvertAll(await Task.WhenAll(sending), sent => sent.Answer);
        Assert.Single(answers.Select(answer => answer.GetProperty("submission").GetString()).Distinct());
        Assert.Equal((Rows, Rows), (answers.Sum(answer => answer.GetProperty("accepted").GetInt32()), answers.Sum(answer => answer.GetProperty("unchanged").GetInt32())));
        Assert.Equal([$"{Rows} {Rows}"], await ingestion.Rows(
            "select count(*) || ' ' || count(distinct data->'provenance'->>'claimId') from oversight.mt_events where type = 'ingestion.grade-claimed.v1'"));
        Assert.Equal($"{Rows} 0 0 0", Counts(await ingestion.Get($"/api/v1/submissions/{answers[0].GetProperty("submission")}")));
        Assert.Equal([$"{int.Parse(before[0], null) + 1}"], await ingestion.Rows(Pieces));
    }

    private static Task<SlowSender> Slow(IngestionRunning ingestion, long? length = null) => SlowSender.Begin(ingestion.Http.BaseAddress!, length);
}
