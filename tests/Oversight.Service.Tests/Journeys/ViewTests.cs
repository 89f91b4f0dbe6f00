using System.Text.Json;
using Xunit;

namespace Oversight.Service.Tests.Journeys;

[Collection(nameof(WholeSystem))]
public sealed class ViewTests(WholeSystem system)
{
    [Theory]
    [InlineData("ingestion")]
    [InlineData("grading")]
    [InlineData("monitoring")]
    public async Task A_view_rebuilt_from_nothing_equals_the_live_one_byte_for_byte(string service)
    {
        await system.Settled();
        await system.Apps[service].RebuiltViewsAreTheSame();
    }

    [Fact]
    public async Task A_read_recorded_at_an_instant_equals_what_was_answered_then()
    {
        const string Question = "/api/v1/bodies/cumbria?asOf=2025-01-01&knownAt=2025-01-01";
        List<(string At, string Answer)> answers = [];
        foreach (var day in new[] { "2024-03-05", "2024-06-30", "2024-09-01" })
        {
            await system.Import($"{day}.csv", System.Text.Encoding.UTF8.GetBytes(
                $"service,body,phase,from_date,to_date,date_precision,reason_summary,published_on,source_url\npolice,Cumbria Constabulary,{(answers.Count == 1 ? "Scan" : "Engage")},{day},,day,a trial,{day},https://example.org/{day}\n"));
            await system.Settled();
            answers.Add((DateTimeOffset.UtcNow.ToString("O"), Answer(await system.Get(Question))));
        }

        Assert.Equal(3, answers.Select(answer => answer.Answer).Distinct().Count());
        foreach (var (at, answer) in answers)
        {
            Assert.Equal(answer, Answer(await system.Get($"{Question}&recordedAt={Uri.EscapeDataString(at)}")));
        }

        static string Answer(JsonElement body) => string.Join('\n', body.EnumerateObject().Where(member => member.Name != "recordedAt").Select(member => member.ToString()));
    }
}
