using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Oversight.Portal.Api;
using Oversight.Portal.Charts;
using Oversight.Portal.Exports;
using Oversight.Portal.Tables;
using Oversight.Portal.Time;
using Oversight.Portal.Words;

namespace Oversight.Portal.Pages.Bodies;

/// <summary>Everything that is on record of a body, at the instants of the page.</summary>
public sealed class BodyModel(OversightApi api, Instants instants, EveryGrade everyGrade) : PageModel, IExported
{
    private const int MostOpen = 10;

    public string ExportName => Body?.Id ?? "body";

    public IReadOnlyList<Table> Exported { get; private set; } = [];

    public BodyProfile? Body { get; private set; }

    /// <summary>Its grades, where they are all that can be shown.</summary>
    public Table? GradesAlone { get; private set; }

    public History? History { get; private set; }

    public string? Kind { get; private set; }

    /// <summary>What the address asks for that is no kind of entry.</summary>
    public string? UnknownKind { get; private set; }

    public IReadOnlyList<HistoryEntry> Entries { get; private set; } = [];

    /// <summary>Those of its entries that are open on the page; a link to another opens its year.</summary>
    public IEnumerable<HistoryEntry> Newest => Entries.Take(MostOpen);

    /// <summary>The others by their year, the newest first.</summary>
    public IEnumerable<IGrouping<string, HistoryEntry>> Earlier => Entries.Skip(MostOpen).GroupBy(entry => entry.On is { Length: >= 4 } on ? on[..4] : "Year not known");

    public IReadOnlyList<(string Kind, int Count)> Kinds { get; private set; } = [];

    public Table? Causes { get; private set; }

    public IReadOnlyList<CauseLine> EachCause { get; private set; } = [];

    /// <summary>What the bodies are called that its lineage names.</summary>
    public BodyNames Names { get; private set; } = new([]);

    public Table? Investigations { get; private set; }

    public IReadOnlyList<Chart> AuditCharts { get; private set; } = [];

    public Problem? Problem { get; private set; }

    public Problem? HistoryProblem { get; private set; }

    public Problem? CausesProblem { get; private set; }

    public Problem? InvestigationsProblem { get; private set; }

    /// <summary>Since when it is where it is, no more vaguely than its sources together say.</summary>
    public string Since => Body!.Stays is [.., var stay] && (Body.Status.Phase == "Scan" ? stay.Exit : stay.Entry) is { } end && end.On == Body.Status.Since ? Dates.Within(end) : Dates.Day(Body.Status.Since);

    /// <summary>Why it is where it is, as its sources gave it.</summary>
    public IEnumerable<string> Reasons => Say.Reasons(Body!.Status.Sources.Select(source => source.Reason));

    /// <summary>What is published of comparing these programmes with each other.</summary>
    public IEnumerable<string> Comparisons
    {
        get
        {
            var here = Body!.Grades!.Select(programme => programme.Programme).Reverse().ToList();
            var pairs = here.SelectMany((one, at) => here.Skip(at + 1).Select(other => (Names: $"{one.Name} and {other.Name}", Answer: one.ComparableWith?.FirstOrDefault(with => with.Id == other.Id)?.Answer ?? "CannotTell"))).ToLookup(pair => pair.Answer, pair => pair.Names);
            foreach (var (answer, says) in new[] { ("No", "The inspectorate says that these do not compare"), ("CannotTell", "Nobody has said whether these compare"), ("Yes", "The inspectorate says that these may be compared") })
            {
                if (pairs[answer].Any())
                {
                    yield return $"{says}: {string.Join("; ", pairs[answer])}.";
                }
            }
        }
    }

    public IEnumerable<string> LineageInWords
    {
        get
        {
            if (Body?.Lineage is not { } lineage)
            {
                yield break;
            }

            if (lineage.Because is { } because)
            {
                yield return because;
            }

            if (lineage.NameInLaw.Count > 0)
            {
                yield return $"Its name in law: {string.Join(" or ", lineage.NameInLaw)}.";
            }
        }
    }

    public async Task<IActionResult> OnGet(string id, string? kind)
    {
        var path = $"/api/v1/bodies/{Uri.EscapeDataString(id)}";
        var (body, history, causes, investigations) = (api.Get<BodyProfile>(path), api.Get<History>($"{path}/history?limit=1000"), api.Get<CauseRegister>($"{path}/causes"), api.Get<Api.Investigations>($"{path}/investigations"));
        (Body, Problem, _) = await body;
        (History, HistoryProblem, _) = await history;
        var (register, causesProblem, _) = await causes;
        var (cases, investigationsProblem, _) = await investigations;
        if (Body is null)
        {
            HttpContext.Items[typeof(Problem)] = Problem;
            GradesAlone = Problem is { IsSilence: true } ? Of(id, (await everyGrade.At(instants, api)).Grades) : null;
            return Problem is { IsSilence: true } ? Page() : NotFound();
        }

        (CausesProblem, InvestigationsProblem) = (causesProblem, investigationsProblem);
        var others = Told.IdsIn([Body.Lineage?.Because, .. (History?.Entries ?? []).Where(entry => entry.Kind is "lineage" or "joint-inspection").Select(entry => entry.Title)]).ToList();
        Names = others.Count == 0 ? Names : await (await BodyNames.Now(api)).And(api, others);
        Kind = string.IsNullOrWhiteSpace(kind) ? null : kind.Trim();
        Kinds = [.. (History?.Entries ?? []).SelectMany(entry => entry.Kinds).CountBy(kind => kind).OrderByDescending(one => one.Value).ThenBy(one => one.Key, StringComparer.Ordinal).Select(one => (one.Key, one.Value))];
        if (Kind is not null && !Kinds.Any(one => one.Kind == Kind) && !Words.Kinds.All.Any(group => group.Of.Any(one => one.Kind == Kind)))
        {
            (UnknownKind, Kind, Response.StatusCode) = (Say.Beginning(Kind), null, StatusCodes.Status400BadRequest);
        }

        Entries = [.. (History?.Entries ?? []).Where(entry => Kind is null || entry.Kinds.Contains(Kind))];
        EachCause = register?.Causes ?? [];
        Causes = register is null ? null : CauseTables.Of(register.Causes, instants, withBody: false);
        Investigations = cases is null ? null : Of(cases.All);
        AuditCharts = [.. Charts(Body.Audits ?? [])];
        Exported = [Of(Entries), Of(Body.Grades ?? []), .. AuditCharts.Select(chart => chart.Values), .. new[] { Causes, Investigations }.OfType<Table>()];
        return Page();
    }

    /// <summary>The same page with the timeline of one kind.</summary>
    public string KindLink(string? kind) => instants.AddedTo($"/bodies/{Body!.Id}{(kind is null ? "" : $"?kind={Uri.EscapeDataString(kind)}")}#timeline");

    private static Table? Of(string id, AllGrades? grades) => grades?.Programmes is not { } programmes ? null : new("Grades on record", [new("Programme", "programme"), new("Area", "area"), new("Grade", "grade")],
        [.. programmes.SelectMany(matrix => matrix.Bodies.Where(body => body.Id == id).SelectMany(body => body.Grades.Select(grade => (IReadOnlyList<Cell>)
            [matrix.Programme.Name, grade.Area, new(grade.Awarded is { } awarded ? Say.Grades(awarded) : Say.Words(grade.Verdict), Marks: grade.Marks)])))], "No grade of a body with this id is on record at this time.", HideCaption: true);

    private static Table Of(IReadOnlyList<HistoryEntry> entries) => new("Timeline, the newest first",
        [new("Date", "on"), new("Until", "until"), new("Kind", "kind"), new("What", "title"), new("Detail", "detail"), new("Marks", "marks"), new("Sources", "sources")],
        [.. entries.Select(entry => (IReadOnlyList<Cell>)
        [
            new(Dates.Day(entry.On), entry.On ?? ""), new(entry.Until is null ? "the same day" : Dates.Day(entry.Until), entry.Until ?? ""), entry.Kind, entry.Title, entry.Detail ?? "no detail",
            entry.Marks.Count == 0 ? "nothing" : string.Join("; ", entry.Marks), Say.Addresses(entry.Sources),
        ])]);

    private static Table Of(IReadOnlyList<ProgrammeGrades> programmes) => new("Grades by programme",
        [new("Programme", "programme"), new("Area", "area"), new("Grade", "grade"), new("Verdict", "verdict"), new("Since", "since"), new("Marks", "marks"), new("Sources", "sources")],
        [.. programmes.SelectMany(programme => programme.Grades.Select(grade => (IReadOnlyList<Cell>)
        [
            programme.Programme.Name, grade.Area, new(Say.Grade(grade.Awarded), grade.Awarded ?? ""), Say.Words(grade.Verdict), new(Dates.Day(grade.Since), grade.Since ?? ""),
            grade.Marks.Count == 0 ? "nothing" : string.Join("; ", grade.Marks), Say.Addresses(grade.Sources),
        ]))], "Not graded in any programme on record at this time.");

    private static Table Of(IReadOnlyList<Investigation> cases) => new("Investigations",
        [new("Case", "case"), new("Stage", "stage"), new("Form", "form"), new("Steps", "steps"), new("Conclusions", "conclusions")],
        [.. cases.Select(one => (IReadOnlyList<Cell>)
        [
            one.Case, one.Stage ?? "how far it had come is not known", one.Form ?? "not known",
            string.Join("; ", one.Steps.Select(step => $"{Dates.Day(step.On)}: {step.Step.Replace('-', ' ')}{(step.Value is null ? "" : $" ({step.Value.Replace('-', ' ')})")}")),
            one.Conclusions.Count == 0 ? "none on record" : string.Join("; ", one.Conclusions.Select(conclusion => conclusion.Replace('-', ' '))),
        ])], "No investigation is on record at this time.", HideCaption: true);

    private static IEnumerable<Chart> Charts(IReadOnlyList<Audit> audits) => audits.GroupBy(audit => audit.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal).Index().Select(group => AuditDots.Of(
        group.Item.OrderByDescending(AuditDots.Year, StringComparer.Ordinal).ThenBy(audit => audit.Category, StringComparer.Ordinal), rows => AuditDots.Message(group.Item.Key, rows),
        audit => $"{AuditDots.Year(audit)}: {audit.Category}", (new("Kind", "kind"), audit => audit.Kind), group.Index + 3));
}
