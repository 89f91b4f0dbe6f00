using System.Globalization;
using Oversight.Portal.Api;
using Oversight.Portal.Tables;
using Oversight.Portal.Time;
using Oversight.Portal.Words;

namespace Oversight.Portal.Pages;

/// <summary>Causes of concern as a table, of one body or of all.</summary>
internal static class CauseTables
{
    public static Table Of(IEnumerable<CauseLine> causes, Instants instants, bool withBody) => new("Causes of concern",
        [new("Cause", "cause", Named: "title"), .. withBody ? [new Column("Body", "body", Named: "name")] : (Column[])[], new("Inspection", "inspection"), new("Raised", "raised"), new("State", "state"), new("Age", "age"),
            new("Recommendations met", "recommendations"), new("Due", "due"), new("Sources", "sources")],
        [.. causes.Select(cause => (IReadOnlyList<Cell>)
        [
            new(cause.Title, cause.Id, Marks: [.. cause.Marks, .. cause.Disputes.Count > 0 ? ["disputed"] : (string[])[], .. cause.Accelerated == "Yes" ? ["accelerated"] : (string[])[]]),
            .. withBody ? [new Cell(cause.Name, cause.Body, instants.AddedTo($"/bodies/{cause.Body}#causes"))] : (Cell[])[],
            cause.Inspection ?? "not known", new(Dates.Day(cause.RaisedOn), cause.RaisedOn ?? ""), new(State(cause), Say.Code(cause.State)), new(cause.Duration ?? "cannot tell", cause.Age?.AtLeast.ToString(CultureInfo.InvariantCulture)),
            cause.Met,
            cause.Deadlines.Count == 0 ? "no date published" : string.Join("; ", cause.Deadlines.Where(due => due.On is not null || !string.IsNullOrWhiteSpace(due.Published)).Select(due => $"{(due.On is { } on && (due.Style == "Date" || string.IsNullOrWhiteSpace(due.Published)) ? Dates.Day(on) : due.Published)}{(due.Passed == "Yes" ? " (passed)" : "")}")),
            Sources(cause, instants),
        ])], "No cause of concern is on record at this time.", Sortable: true, HideCaption: true, IsDense: true);

    // Where nobody says that it was raised, somebody says what became of it.
    private static Cell Sources(CauseLine cause, Instants instants)
    {
        var told = cause.Steps.Concat(cause.Disputes).SelectMany(step => step.Sources.Select(source => (Text: $"{Say.Words(step.Step)}: {Say.Publisher(source.Cited)}", Source: source))).DistinctBy(one => (one.Text, one.Source.Provenance)).ToList();
        return cause.Sources.Count > 0 || told.Count == 0 ? new(Say.Publishers(cause.Sources), Say.Addresses(cause.Sources))
            : new(string.Join("; ", told.Select(one => one.Text)), Say.Addresses(told.Select(one => one.Source)), Links: [.. told.Select(one => (one.Text, one.Source.Provenance is { } known ? instants.AddedTo(known) : one.Source.Cited ?? ""))]);
    }

    public static string State(CauseLine cause) => cause.State switch
    {
        "NoClosureFound" => "no closure found",
        "Closed" => $"closed {Dates.Day(cause.ClosedOn)}",
        "ReIssued" => "re-issued",
        "CannotTell" => "cannot tell",
        var other => other.ToLowerInvariant(),
    };
}
