using Oversight.Portal.Api;
using Oversight.Portal.Words;

namespace Oversight.Portal.Pages.Work.Candidates;

/// <summary>The texts in which candidates were read, asked for once a page.</summary>
internal sealed class Texts(OversightApi api)
{
    private const int MostBytes = 500_000, MostTexts = 6;

    private readonly Dictionary<string, Task<Answer<Beginning>>> _asked = [];

    /// <summary>What a candidate says, with what stands around it where that is to be had.</summary>
    public async Task<Passage> Around(Candidate candidate)
    {
        if (!_asked.TryGetValue(candidate.Submission, out var text) && _asked.Count < MostTexts)
        {
            text = _asked[candidate.Submission] = api.Text($"/api/v1/submissions/{candidate.Submission}/text", MostBytes);
        }

        return Passage.Of(text is null ? null : (await text).Value?.Text, candidate.Start, candidate.End, candidate.Quote);
    }
}
