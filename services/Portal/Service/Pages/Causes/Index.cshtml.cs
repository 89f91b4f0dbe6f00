using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Oversight.Portal.Api;
using Oversight.Portal.Charts;
using Oversight.Portal.Exports;
using Oversight.Portal.Filters;
using Oversight.Portal.Tables;
using Oversight.Portal.Time;
using Oversight.Portal.Words;

namespace Oversight.Portal.Pages.Causes;

/// <summary>The register of causes of concern, how old they are, and areas for improvement.</summary>
public sealed class IndexModel(OversightApi api, Instants instants) : PageModel, IExported, IFiltered
{
    private const string NotClosed = "NotClosed";

    private const int Year = 365;

    public string ExportName => "causes";

    public IReadOnlyList<Table> Exported { get; private set; } = [];

    public IReadOnlyList<Filter> Filters { get; private set; } = [];

    public CauseRegister? Register { get; private set; }

    /// <summary>Those that the filters admit.</summary>
    public IReadOnlyList<CauseLine> Listed { get; private set; } = [];

    public int Found => Listed.Count;

    public string Summary { get; private set; } = "";

    public Chart? Ages { get; private set; }

    public Problem? Problem { get; private set; }

    public async Task OnGet()
    {
        (Register, Problem, _) = await api.Get<CauseRegister>("/api/v1/causes");
        if (Register is null)
        {
            return;
        }

        Filters =
        [
            Filter.Words(Request, "Words in the cause"), Filter.Of(Request, "state", "State", [new(NotClosed, "Not closed"), .. Choices(Register.Causes.Select(cause => cause.State).Order(StringComparer.Ordinal))]),
            Filter.Of(Request, "accelerated", "Accelerated", Choices(["Yes", "No", "Unknown"])), Filter.Of(Request, "programme", "Inspection", Choice.Each(Register.Causes.Select(cause => cause.Programme ?? cause.Inspection))),
            Filter.Of(Request, "service", "Service", Choice.Services), Filter.Of(Request, "body", "Body", Choice.Bodies(Register.Causes.Select(cause => (cause.Body, cause.Name)).Concat(Register.AreasForImprovement.Select(area => (area.Body, area.Name))))),
        ];
        var found = Register.Causes.Where(cause => Filters[0].Finds(cause.Title) && (Filters[1].Chosen == NotClosed ? cause.IsNotClosed : Filters[1].Admits(cause.State)) && Filters[2].Admits(cause.Accelerated)
            && Filters[3].Admits(cause.Programme ?? cause.Inspection) && Filters[4].Admits(cause.Service) && Filters[5].Admits(cause.Body)).ToList();
        var areas = Register.AreasForImprovement.Where(area => Filters[0].Finds(area.Title) && Filters[3].Admits(area.Inspection) && Filters[4].Admits(area.Service) && Filters[5].Admits(area.Body));
        Listed = found;
        Summary = string.Join(", ", found.CountBy(cause => cause.State).OrderByDescending(one => one.Value).ThenBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Value} {Say.Words(one.Key)}")) is { Length: > 0 } summary ? summary + "." : "";
        var ages = Ranges([.. found.Where(cause => cause.IsNotClosed)]);
        Exported = [CauseTables.Of(found, instants, withBody: true), Of(areas), Of(ages)];
        Ages = ages.Count == 0 ? null : new(Message([.. found.Where(cause => cause.IsNotClosed)]),
            "Causes above that nothing on record ends, by the full years since they were raised; where only a month or a year of that is known, by the fewest it can be. No closure found is not the same as open.",
            Histogram.Draw(ages), Exported[2], 3);
    }

    private static IEnumerable<Choice> Choices(IEnumerable<string> codes) => codes.Distinct().Select(code => new Choice(code, char.ToUpperInvariant(code[0]) + Say.Words(code)[1..]));

    private static List<(string Range, int Number)> Ranges(IReadOnlyCollection<CauseLine> causes)
    {
        var years = causes.Where(cause => cause.Age is not null).Select(cause => cause.Age!.AtLeast / Year).ToList();
        var unknown = causes.Count - years.Count;
        return
        [
            .. Enumerable.Range(0, years.Count == 0 ? 0 : years.Max() + 1).Select(year => (year == 0 ? "under a year" : Say.Count(year, "year"), years.Count(one => one == year))),
            .. unknown == 0 ? [] : ((string, int)[])[("not known", unknown)],
        ];
    }

    private static string Message(IReadOnlyCollection<CauseLine> causes) =>
        $"{causes.Count(cause => cause.Age?.AtLeast >= 3 * Year)} of {Say.Count(causes.Count, "cause", "causes")} that nothing on record ends {(causes.Count == 1 ? "was" : "were")} raised three years ago or more";

    private static Table Of(IEnumerable<(string Range, int Number)> ages) => new("Causes that nothing on record ends, by age", [new("Age", "age"), new("Causes", "causes", true)],
        [.. ages.Select(age => (IReadOnlyList<Cell>)[age.Range, age.Number.ToString(CultureInfo.InvariantCulture)])]);

    private Table Of(IEnumerable<AreaForImprovement> areas) => new("Areas for improvement",
        [new("Area for improvement", "area", Named: "title"), new("Body", "body", Named: "name"), new("Inspection", "inspection"), new("State", "state"), new("Since", "since")],
        [.. areas.Select(area => (IReadOnlyList<Cell>)
        [
            new(area.Title, area.Id, Marks: area.Marks), new(area.Name, area.Body, instants.AddedTo($"/bodies/{area.Body}")), area.Inspection ?? "not known", new(Say.Words(area.State), Say.Code(area.State)), new(Dates.Day(area.Since), area.Since ?? ""),
        ])], "No area for improvement is on record for this. Clear the filters, or go to another time.", HideCaption: true);
}
