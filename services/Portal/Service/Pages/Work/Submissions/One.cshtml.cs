using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Oversight.Portal.Api;
using Oversight.Portal.Exports;
using Oversight.Portal.Tables;
using Oversight.Portal.Time;

namespace Oversight.Portal.Pages.Work.Submissions;

/// <summary>What came of one submission.</summary>
public sealed class OneModel(OversightApi api, Instants instants) : PageModel, IExported
{
    public string ExportName => $"submission-{Submission?.Submission}";

    public IReadOnlyList<Table> Exported { get; private set; } = [];

    public SubmissionShown? Submission { get; private set; }

    public Problem? Problem { get; private set; }

    /// <summary>Whether whoever looks has just sent it.</summary>
    public bool IsSent { get; private set; }

    public async Task<IActionResult> OnGet(string id)
    {
        IsSent = TempData["Sent"] is not null;
        (Submission, Problem, _) = await api.GetAt<SubmissionShown>($"/api/v1/submissions/{Uri.EscapeDataString(id)}", instants.OnlyRecorded);
        Exported = Submission is null ? [] : [SubmissionTables.Refused(Submission)];
        return Submission is null && Problem is not { IsSilence: true } ? NotFound() : Page();
    }
}
