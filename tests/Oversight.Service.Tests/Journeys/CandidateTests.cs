using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Oversight.Testing;
using Xunit;

namespace Oversight.Service.Tests.Journeys;

/// <summary>From a document to a grade that Grading shows, over the real broker, with a person between them.</summary>
[Collection(nameof(WholeSystem))]
public sealed class CandidateTests(WholeSystem system)
{
    private const string Source = "https://example.org/wiltshire-2021-22", Area = "Responding to the public";

    [Fact]
    public async Task An_accepted_candidate_is_a_grade_with_the_document_as_its_source()
    {
        using var sent = await system.Send("report.html", File.ReadAllBytes(DocumentSample.All.Single(sample => sample.Name == "02-report-summary.html").Path), "text/html", Source);
        var submission = (await sent.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("submission").GetString()!;
        await system.Settled();
        Assert.DoesNotContain(submission, await Sources(), StringComparison.Ordinal);

        var candidate = (await system.Get($"/api/v1/candidates?submission={submission}&body=wiltshire")).GetProperty("candidates").EnumerateArray()
            .Single(candidate => candidate.GetProperty("area").GetString() == Area);
        var path = $"/api/v1/candidates/{candidate.GetProperty("candidate").GetString()}";
        using var accept = new HttpRequestMessage(HttpMethod.Post, $"{path}/accept") { Content = JsonContent.Create(new { reason = "as printed" }) };
        using (var seen = await system.Http.GetAsync(path))
        {
            accept.Headers.IfMatch.Add(seen.Headers.ETag!);
        }

        accept.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await system.People.TokenOf("ines"));
        using var accepted = await system.Http.SendAsync(accept);
        Assert.True(accepted.IsSuccessStatusCode, await accepted.Content.ReadAsStringAsync());
        await system.Settled();

        // Grading names the document and the line; the document has the very words there.
        var source = Assert.Single((await Grades()).SelectMany(grade => grade.GetProperty("sources").EnumerateArray()), source => source.GetProperty("submission").GetString() == submission);
        Assert.Equal((Source, candidate.GetProperty("line").GetInt32()), (source.GetProperty("cited").GetString(), source.GetProperty("line").GetInt32()));
        var said = (await system.Get($"/api/v1/submissions/{submission}")).GetProperty("candidates").EnumerateArray().Single(one => one.GetProperty("state").GetString() == "Accepted");
        Assert.Equal((source.GetProperty("factId").GetString(), "Ines Holloway"), (said.GetProperty("claimed").GetString(), said.GetProperty("by").GetProperty("name").GetString()));
        Assert.Equal(said.GetProperty("quote").GetString()!.Length, said.GetProperty("end").GetInt32() - said.GetProperty("start").GetInt32());
    }

    private async Task<JsonElement[]> Grades() => [.. (await system.Get("/api/v1/bodies/wiltshire/grades")).GetProperty("programmes").EnumerateArray()
        .SelectMany(programme => programme.GetProperty("grades").EnumerateArray()).Where(grade => grade.GetProperty("area").GetString() == Area)];

    private async Task<string> Sources() => string.Join(' ', await Grades());
}
