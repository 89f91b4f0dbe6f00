using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Oversight.Portal.Api;
using Oversight.Portal.Charts;
using Oversight.Portal.Exports;
using Oversight.Portal.Tables;
using Oversight.Portal.Time;
using Oversight.Portal.Words;

namespace Oversight.Portal.Pages.Rulebooks;

/// <summary>A rulebook in words, and what it would have prompted in the past, beside another if asked.</summary>
public sealed class BookModel(OversightApi api, Instants instants) : PageModel, IExported
{
    private Names _names = new(null);

    public string ExportName => $"rulebook-{Book?.Id}";

    public IReadOnlyList<Table> Exported { get; private set; } = [];

    public Rulebook? Book { get; private set; }

    public IReadOnlyList<Rulebook> Others { get; private set; } = [];

    public string From { get; private set; } = "";

    public string To { get; private set; } = "";

    public string Beside { get; private set; } = "";

    public IReadOnlyList<Backtest> Runs { get; private set; } = [];

    public string Message => string.Join("; ", Runs.Select(run => $"{(Runs.Count == 1 ? "" : $"{run.Rulebook}: ")}{run.Hits} of {Say.Count(run.Entries.Count, "entry", "entries")} into Engage prompted before, {Say.Count(run.FalseAlarms.Count, "false alarm")}"));

    public Problem? Problem { get; private set; }

    public Problem? RunProblem { get; private set; }

    public async Task<IActionResult> OnGet(string id, string? from, string? to, string? beside)
    {
        (var books, Problem, _) = await api.Send<Api.Rulebooks>(HttpMethod.Get, "/api/v1/rulebooks");
        Book = books?.All.FirstOrDefault(book => book.Id.Equals(id, StringComparison.OrdinalIgnoreCase));
        if (books is null || Book is null)
        {
            return books is null ? Page() : NotFound();
        }

        Others = [.. books.All.Where(book => book.Id != Book.Id)];
        Beside = Others.FirstOrDefault(other => other.Id == beside)?.Id ?? "";
        (From, To) = (Dates.Read(from) ?? from?.Trim() ?? "", Dates.Read(to) ?? to?.Trim() ?? "");
        var (asked, besideAsked, bodies) = (Run(Book.Id), Beside == "" ? Task.FromResult<Answer<Backtest>?>(null) : Run(Beside), api.Get<StatusBoard>("/api/v1/status"));
        var (run, other) = (await asked, await besideAsked);
        var names = _names = new Names((await bodies).Value);
        RunProblem = run?.Problem ?? other?.Problem;
        if (RunProblem is { IsSilence: false })
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        Runs = [.. new[] { run?.Value, other?.Value }.OfType<Backtest>()];
        if (Runs.Count > 0)
        {
            (From, To) = (Runs[0].From, Runs[0].To);
            Exported = [Sums(), Entries(names), Alarms(names)];
        }

        return Page();
    }

    /// <summary>The services' own picture of a run.</summary>
    public string PictureOf(Backtest run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return instants.AddedTo($"/api/v1/rulebooks/{Uri.EscapeDataString(run.Rulebook)}/backtest.svg{Query()}");
    }

    /// <summary>The same for a telephone, where that picture would have to be scrolled.</summary>
    public string NarrowPictureOf(Backtest run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var (from, to) = (Dates.Parse(run.From), Dates.Parse(run.To));
        return SwimLanes.Draw(
        [
            .. run.Entries.Select(entry => (entry, on: Dates.Parse(entry.NotBefore))).Select(one => new SwimLanes.Bar(_names[one.entry.Body], Day(one.entry.PromptedOn is { } on ? Dates.Parse(on) : one.on), Day(one.on),
                $"{one.on.Year}, " + (one.entry.PromptedOn is not null ? $"{Say.Count(one.entry.LeadDays ?? 0, "day")} before" : one.entry.OnTheDay.Count > 0 ? "on the day itself" : "not prompted"))),
            .. run.FalseAlarms.Select(alarm => new SwimLanes.Bar(_names[alarm.Body], Day(Dates.Parse(alarm.PromptedOn)), alarm.ClearedOn is { } cleared ? Day(Dates.Parse(cleared)) : null, alarm.ClearedOn is null ? "no entry so far" : "no entry")),
        ], to, from).Narrow;

        static (DateOnly, DateOnly) Day(DateOnly day) => (day, day);
    }

    private async Task<Answer<Backtest>?> Run(string book) => await api.Get<Backtest>($"/api/v1/rulebooks/{Uri.EscapeDataString(book)}/backtest{Query()}");

    private string Query()
    {
        var query = string.Join('&', new[] { ("from", From), ("to", To) }.Where(one => one.Item2 != "").Select(one => $"{one.Item1}={Uri.EscapeDataString(one.Item2)}"));
        return query == "" ? "" : "?" + query;
    }

    private Table Sums() => new("The runs in numbers",
        [new("Rulebook", "rulebook"), new("Entries", "entries", true), new("Prompted before", "hits", true), new("Missed", "misses", true), new("False alarms", "falseAlarms", true), new("Of the entries prompted", "recall", true), new("Of the prompts followed", "precision", true)],
        [.. Runs.Select(run => (IReadOnlyList<Cell>)
        [
            run.Rulebook, Number(run.Entries.Count), Number(run.Hits), Number(run.Misses), Number(run.FalseAlarms.Count), Share(run.Recall, $"{run.Hits} of {run.Hits + run.Misses}"), Share(run.Precision, $"{run.Hits} of {run.Hits + run.FalseAlarms.Count}"),
        ])], HideCaption: true, IsDense: true);

    private Table Entries(Names names) => new("Every entry into Engage and what had been prompted",
        [new("Body", "body"), new("Entered", "entered"), .. Runs.SelectMany(run => (Column[])[new($"Prompted by {run.Rulebook}", $"prompted {run.Rulebook}"), new($"Rules of {run.Rulebook}", $"rules {run.Rulebook}")])],
        [.. Runs[0].Entries.Select(entry => (IReadOnlyList<Cell>)
        [
            new(names[entry.Body], entry.Body, instants.AddedTo($"/engage/{entry.Body}")), new(Dates.Day(entry.EnteredOn), entry.EnteredOn),
            .. Runs.SelectMany(run =>
            {
                var tested = run.Entries.FirstOrDefault(one => one.Body == entry.Body && one.NotBefore == entry.NotBefore);
                return (Cell[])
                [
                    tested?.PromptedOn is { } on ? new($"{Dates.Day(on)}, {Say.Count(tested.LeadDays ?? 0, "day")} before", on) : new("not before", ""),
                    Rules(tested?.Rules ?? [], tested?.OnTheDay is { Count: > 0 } late ? $"on the day itself: {string.Join(", ", late.Select(RuleInWords.Name))}" : "none"),
                ];
            }),
        ])], "No entry into Engage is on record in this time. Take a longer one.", Sortable: true, HideCaption: true);

    private Table Alarms(Names names) => new("Prompts that no entry followed", [new("Body", "body"), new("Rulebook", "rulebook"), new("Prompted", "promptedOn"), new("Cleared", "clearedOn"), new("Rules", "rules")],
        [.. Runs.SelectMany(run => run.FalseAlarms.Select(alarm => (IReadOnlyList<Cell>)
        [
            new(names[alarm.Body], alarm.Body, instants.AddedTo($"/bodies/{alarm.Body}")), run.Rulebook, new(Dates.Day(alarm.PromptedOn), alarm.PromptedOn), new(alarm.ClearedOn is null ? "not cleared" : Dates.Day(alarm.ClearedOn), alarm.ClearedOn ?? ""),
            Rules(alarm.Rules, "none"),
        ]))], "None in this time.", Sortable: true, HideCaption: true);

    private static Cell Rules(IReadOnlyList<string> rules, string none) => rules.Count == 0 ? new(none, "") : new(string.Join(", ", rules.Select(RuleInWords.Name)), string.Join(" ", rules));

    private static Cell Share(double? share, string counts) => share is { } value ? new(string.Create(CultureInfo.InvariantCulture, $"{value * 100:0}% ({counts})"), value.ToString(CultureInfo.InvariantCulture)) : new("cannot tell", "");

    private static Cell Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
