using Xunit;
using static Oversight.Service.Tests.Ingestion.IngestionRunning;

namespace Oversight.Service.Tests.Ingestion;

public sealed class RefusedRowsTests
{
    private const int Many = 10_600;

    [Fact]
    public async Task Of_very_many_refused_rows_an_answer_lists_the_first_and_the_csv_has_all()
    {
        await using var ingestion = await StartWithBodies();

        var (_, answer) = await ingestion.Send(BadRows(), "bad.csv");

        var id = answer.GetProperty("submission").GetString();
        foreach (var said in new[] { answer, await ingestion.Get($"/api/v1/submissions/{id}") })
        {
            Assert.Equal((Many, 10_000), (said.GetProperty("refusedInAll").GetInt32(), said.GetProperty("refused").GetArrayLength()));
        }

        var lines = (await ingestion.Http.GetStringAsync($"/api/v1/submissions/{id}/refused.csv")).Split("\r\n")[1..^1];
        Assert.Equal(Enumerable.Range(2, Many), lines.Select(line => int.Parse(line.Split(',')[1], null)));
    }

    [Fact]
    public async Task The_csv_is_sent_before_all_of_it_is_read_and_one_that_breaks_off_is_not_taken_for_whole()
    {
        await using var ingestion = await StartWithBodies();
        var id = (await ingestion.Send(BadRows(), "bad.csv")).Answer.GetProperty("submission").GetString();
        await ingestion.Rows(
            """
            update oversight.mt_events set data = jsonb_set(data, array['refused'], '[{"spoilt": true}]')
            where seq_id = (select max(seq_id) from oversight.mt_events where type = 'ingestion.rows-read.v1') returning id::text
            """);

        using var answer = await ingestion.Http.GetAsync($"/api/v1/submissions/{id}/refused.csv", HttpCompletionOption.ResponseHeadersRead);
        using var csv = new StreamReader(await answer.Content.ReadAsStreamAsync());
        var lines = 0;
        await Assert.ThrowsAsync<HttpIOException>(async () =>
        {
            while (await csv.ReadLineAsync() is not null)
            {
                lines++;
            }
        });

        Assert.True(answer.IsSuccessStatusCode);
        Assert.InRange(lines, Many / 2, Many);
    }

    private static string BadRows() =>
        "force,programme,area,grade,published_on,source_url\n" + string.Concat(Enumerable.Repeat("kent,PEEL 2021/22,A,splendid,2022,https://a\n", Many));
}
