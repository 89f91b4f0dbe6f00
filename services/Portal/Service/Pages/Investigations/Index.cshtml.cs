using Microsoft.AspNetCore.Mvc.RazorPages;
using Oversight.Portal.Api;
using Oversight.Portal.Exports;
using Oversight.Portal.Filters;
using Oversight.Portal.Tables;
using Oversight.Portal.Words;

namespace Oversight.Portal.Pages.Investigations;

/// <summary>The investigations of every body, step by step.</summary>
public sealed class IndexModel(OversightApi api) : PageModel, IExported, IFiltered
{
    private const string Unknown = "Unknown";

    public string ExportName => "investigations";

    public IReadOnlyList<Table> Exported { get; private set; } = [];

    public IReadOnlyList<Filter> Filters { get; private set; } = [];

    public Api.Investigations? All { get; private set; }

    public IReadOnlyList<Investigation> Found { get; private set; } = [];

    public Problem? Problem { get; private set; }

    public async Task OnGet()
    {
        (All, Problem, _) = await api.Get<Api.Investigations>("/api/v1/investigations");
        if (All is null)
        {
            return;
        }

        Filters =
        [
            Filter.Words(Request, "Words in the case"), Filter.Of(Request, "body", "Body", Choice.Bodies(All.All.Select(one => (one.Body ?? "", one.Name ?? one.Body ?? "")))),
            Filter.Of(Request, "stage", "Stage", All.All.Select(one => one.Stage ?? Unknown).Distinct().Select(stage => new Choice(stage, stage == Unknown ? "not known" : Say.Words(stage))).OrderBy(choice => choice.Text, StringComparer.Ordinal)),
        ];
        Found = [.. All.All.Where(one => Filters[0].Finds([one.Case, .. one.Steps.Select(step => step.Note)]) && Filters[1].Admits(one.Body) && Filters[2].Admits(one.Stage ?? Unknown))];
        Exported = [new("Investigations", [new("Case", "case"), new("Body", "body"), new("Name", "name"), new("Stage", "stage"), new("Step", "step"), new("On", "on"), new("Value", "value"), new("Note", "note"), new("Marks", "marks"), new("Sources", "sources")],
            [.. Found.SelectMany(one => one.Steps.Select(step => (IReadOnlyList<Cell>)
            [
                one.Case, one.Body ?? "", one.Name ?? "", one.Stage ?? "not known", step.Step, new(Dates.Day(step.On), step.On ?? ""), step.Value ?? "", step.Note ?? "", string.Join("; ", step.Marks),
                Say.Addresses(step.Sources),
            ]))])];
    }

    /// <summary>How far it has come, in which form and to which end.</summary>
    public string InWords(Investigation one) => string.Join(" ", new[]
    {
        one.Stage is { } stage ? $"Stage: {Say.Words(stage)}." : "How far it has come is not known.",
        one.Form is { } form ? $"Form: {Say.Spaced(form)}." : "Its form is not known.",
        one.Route is { } route ? $"It was referred as {Say.Spaced(route)}." : null,
        one.Conclusions.Count == 0 ? "No conclusion is on record." : $"Concluded: {string.Join(", ", one.Conclusions.Select(Say.Spaced))}.",
    }.OfType<string>());
}
