using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Oversight.Portal.Api;
using Oversight.Portal.Charts;
using Oversight.Portal.Exports;
using Oversight.Portal.Tables;
using Oversight.Portal.Time;
using Oversight.Portal.Words;

namespace Oversight.Portal.Pages.Engage;

/// <summary>The stays of one body, step by step.</summary>
public sealed class BodyModel(OversightApi api, Instants instants, TimeProvider clock) : PageModel, IExported
{
    public string ExportName => $"engage-{Body?.Id}";

    public IReadOnlyList<Table> Exported { get; private set; } = [];

    public StaysInFull? Body { get; private set; }

    public Chart? Lanes { get; private set; }

    public Problem? Problem { get; private set; }

    public async Task<IActionResult> OnGet(string id)
    {
        (Body, Problem, _) = await api.Get<StaysInFull>($"/api/v1/bodies/{Uri.EscapeDataString(id)}/stays");
        if (Body is null)
        {
            return Problem is { IsSilence: true } ? Page() : NotFound();
        }

        if (Body.Stays.Count == 0 && Body.StepsApart.Count == 0)
        {
            return Page();
        }

        var stays = Body.Stays.Select(stay => stay.Stay).ToList();
        Exported =
        [
            new("Steps of the stays in Engage", [new("Stay", "stay"), new("On", "on"), new("Step", "step"), new("What", "title"), new("Detail", "detail"), new("Marks", "marks"), new("Sources", "sources")],
                [.. Body.Stays.Select(stay => (Stay: stay.Stay.Entry.On ?? stay.Stay.Entry.Earliest, stay.Steps)).Append((Stay: "none", Steps: Body.StepsApart)).SelectMany(stay => stay.Steps.Select(step => (IReadOnlyList<Cell>)
                [
                    stay.Stay, step.On ?? "not known", step.Step, step.Title, step.Detail ?? "no detail", string.Join("; ", step.Marks), Say.Addresses(step.Sources),
                ]))]),
            new("Stays in Engage", [new("From", "from"), new("To", "to"), new("Length", "length"), new("Days at least", "daysAtLeast", true), new("Days at most", "daysAtMost", true)],
                [.. stays.Select(stay => (IReadOnlyList<Cell>)
                [
                    new(Dates.Within(stay.Entry), stay.Entry.On), stay.Exit is { } exit ? new(Dates.Within(exit), exit.On) : new(stay.WithoutExit, ""), stay.Duration,
                    stay.Days.AtLeast.ToString(CultureInfo.InvariantCulture), stay.Days.AtMost.ToString(CultureInfo.InvariantCulture),
                ])]),
        ];
        var today = instants.Day(clock);
        Lanes = stays.Count == 0 ? null : new($"In Engage for {string.Join(", then ", stays.Select(stay => stay.Duration))}",
            "A hatched part lies between the first and the last day on which the stay may have begun or ended, where only the month or the year is known.",
            SwimLanes.Draw([.. stays.Select(stay => SwimLanes.Bar.Of(Body.Name, stay))], today),
            Exported[1], 2);
        return Page();
    }
}
