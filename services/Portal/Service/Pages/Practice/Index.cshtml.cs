using Microsoft.AspNetCore.Mvc.RazorPages;
using Oversight.Portal.Api;
using Oversight.Portal.Exports;
using Oversight.Portal.Filters;
using Oversight.Portal.Tables;
using Oversight.Portal.Words;

namespace Oversight.Portal.Pages.Practice;

/// <summary>The library of practice.</summary>
public sealed class IndexModel(OversightApi api) : PageModel, IExported, IFiltered
{
    public string ExportName => "practice";

    public IReadOnlyList<Table> Exported { get; private set; } = [];

    public IReadOnlyList<Filter> Filters { get; private set; } = [];

    public PracticeLibrary? Library { get; private set; }

    public Names Names { get; private set; } = new(null);

    public IReadOnlyList<Api.Practice> Found { get; private set; } = [];

    public Problem? Problem { get; private set; }

    public Problem? NamesProblem { get; private set; }

    public async Task OnGet()
    {
        var (asked, bodies) = (api.Get<PracticeLibrary>("/api/v1/practice"), api.Get<StatusBoard>("/api/v1/status"));
        (Library, Problem, _) = await asked;
        (var board, NamesProblem, _) = await bodies;
        if (Library is null)
        {
            return;
        }

        Names = new(board);
        Filters =
        [
            Filter.Words(Request), Filter.Of(Request, "body", "Body", Choice.Bodies(Library.Practices.SelectMany(practice => practice.AdoptedBy.Select(adoption => adoption.By).Prepend(practice.Body)).Select(id => (id, Names[id])))),
            Filter.Of(Request, "programme", "Inspection", Choice.Each(Library.Practices.Select(practice => practice.Programme))), Filter.Of(Request, "adopted", "Adopted", [new("yes", "By somebody"), new("no", "No adoption on record")]),
        ];
        Found =
        [
            .. Library.Practices.Where(practice => Filters[0].Finds([practice.Text, practice.Label, Names[practice.Body], practice.Inspection, .. practice.AdoptedBy.Select(adoption => Names[adoption.By])])
                    && (Filters[1].Admits(practice.Body) || practice.AdoptedBy.Any(adoption => Filters[1].Admits(adoption.By))) && Filters[2].Admits(practice.Programme)
                    && Filters[3].Admits(practice.AdoptedBy.Count > 0 ? "yes" : "no"))
                .OrderByDescending(practice => practice.PublishedOn, StringComparer.Ordinal).ThenBy(practice => Names[practice.Body], StringComparer.OrdinalIgnoreCase),
        ];
        Exported = [new("Practice", [new("Practice", "practice"), new("Body", "body"), new("Name", "name"), new("Inspection", "inspection"), new("Published", "publishedOn"), new("Adopted by", "adoptedBy"), new("Marks", "marks"), new("Sources", "sources")],
        [
            .. Found.Select(practice => (IReadOnlyList<Cell>)
            [
                practice.Text, practice.Body, Names[practice.Body], practice.Inspection ?? "", new(Dates.Day(practice.PublishedOn), practice.PublishedOn ?? ""),
                string.Join("; ", practice.AdoptedBy.Select(adoption => $"{adoption.By}{(adoption.On is null ? "" : $" {adoption.On}")}")), string.Join("; ", practice.Marks), Say.Addresses(practice.Sources),
            ]),
        ])];
    }
}
