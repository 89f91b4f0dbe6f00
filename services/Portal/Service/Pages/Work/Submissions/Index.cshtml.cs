using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Oversight.Portal.Api;
using Oversight.Portal.Exports;
using Oversight.Portal.Tables;
using Oversight.Portal.Time;

namespace Oversight.Portal.Pages.Work.Submissions;

/// <summary>What was sent, and a form to send more.</summary>
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
public sealed class IndexModel(OversightApi api, Instants instants) : PageModel, IExported
{
    private const long MostBytes = 256L << 20;

    public string ExportName => "submissions";

    public IReadOnlyList<Table> Exported { get; private set; } = [];

    public Problem? Problem { get; private set; }

    public BodyNames Names { get; private set; } = new([]);

    public bool OnlyRefused { get; private set; }

    public string? Source { get; private set; }

    public string? Body { get; private set; }

    public Task OnGet(string? only) => Show(only);

    public async Task<IActionResult> OnPost(IFormFile? file, string? source, string? body)
    {
        (Source, Body) = (source?.Trim(), string.IsNullOrWhiteSpace(body) ? null : body);
        if (file is null || file.FileName == "")
        {
            ModelState.AddModelError("file", "Choose a file to send");
        }
        else
        {
            await using var content = file.OpenReadStream();
            var query = $"name={Uri.EscapeDataString(file.FileName)}{(Body is null ? "" : $"&body={Uri.EscapeDataString(Body)}")}{(string.IsNullOrEmpty(Source) ? "" : $"&source={Uri.EscapeDataString(Source)}")}";
            var (taken, problem, _) = await api.Upload<SubmissionTaken>($"/api/v1/submissions?{query}", content, MediaTypeOf(file));
            if ((taken?.Submission ?? problem?.Submission) is { Length: > 0 } id)
            {
                TempData["Sent"] = id;
                return Redirect($"/work/submissions/{id}");
            }

            ModelState.AddModelError(problem?.Title == "source.malformed" ? "source" : "file", problem?.Detail ?? "The file was not taken; nothing of it is kept.");
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        await Show(null);
        return Page();
    }

    private async Task Show(string? only)
    {
        OnlyRefused = only == "refused";
        var names = BodyNames.Now(api);
        (var list, Problem, _) = await api.GetAt<SubmissionList>("/api/v1/submissions", instants.OnlyRecorded);
        Names = await names;
        Exported = list is null ? [] : [SubmissionTables.Of(list.Submissions.Where(one => !OnlyRefused || one.Refused > 0 || one.State == "Refused"), instants)];
    }

    // Browsers name the type of a file by what programs are installed, so its ending is asked first.
    private static string MediaTypeOf(IFormFile file) => Path.GetExtension(file.FileName).ToLowerInvariant() switch
    {
        ".csv" => "text/csv",
        ".json" => "application/json",
        ".ndjson" or ".jsonl" => "application/x-ndjson",
        ".txt" => "text/plain",
        ".html" or ".htm" => "text/html",
        ".pdf" => "application/pdf",
        _ => file.ContentType,
    };
}
