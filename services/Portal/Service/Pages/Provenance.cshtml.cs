using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Oversight.Portal.Api;
using Oversight.Portal.Exports;
using Oversight.Portal.SigningIn;
using Oversight.Portal.Tables;
using Oversight.Portal.Time;
using Oversight.Portal.Words;

namespace Oversight.Portal.Pages;

/// <summary>A document that somebody sent: what it says where, what was not taken of it, and what rests on it.</summary>
public sealed class ProvenanceModel(OversightApi api, Instants instants, Person person) : PageModel, IExported
{
    private const int MostBytes = 500_000, LinesAround = 5, MostBodies = 5;

    private static readonly string[] NamesOfBodies = ["body", "force"];

    /// <summary>A piece of the text; those that were asked for are marked.</summary>
    public sealed record Piece(string Text, bool IsMarked);

    /// <summary>A line of a file.</summary>
    public sealed record NumberedLine(int Number, string Text, bool IsMarked);

    public string ExportName => $"provenance-{Document?.Submission}";

    public IReadOnlyList<Table> Exported { get; private set; } = [];

    public SubmissionShown? Document { get; private set; }

    public Problem? Problem { get; private set; }

    public BodyNames Names { get; private set; } = new([]);

    public Problem? TextProblem { get; private set; }

    public int? Line { get; private set; }

    public string? Claim { get; private set; }

    public bool Whole { get; private set; }

    public bool IsCut { get; private set; }

    /// <summary>What the row of a file says, by its columns.</summary>
    public IReadOnlyList<(string Name, string Value)> Row { get; private set; } = [];

    public IReadOnlyList<NumberedLine> Lines { get; private set; } = [];

    public IReadOnlyList<Piece> Pieces { get; private set; } = [];

    public IReadOnlyList<Passage> Passages { get; private set; } = [];

    public Table? RestsOnIt { get; private set; }

    public Table? Refused { get; private set; }

    public bool CanTellWhatRestsOnIt { get; private set; }

    public async Task<IActionResult> OnGet(string submission, int? line, string? claim, bool whole)
    {
        (Line, Claim, Whole) = (line, string.IsNullOrWhiteSpace(claim) ? null : claim, whole);
        var path = $"/api/v1/submissions/{Uri.EscapeDataString(submission)}";
        (Document, Problem, _) = await api.Send<SubmissionShown>(HttpMethod.Get, path);
        if (Document is null)
        {
            return Problem is { IsSilence: true } ? Page() : NotFound();
        }

        // A page or a PDF is shown as the words that were read in it, and never as what it would be in a browser.
        var isRead = Document is { IsDocument: true, State: "Read" };
        var (text, textProblem, _) = isRead || Document.MediaType is not ("application/pdf" or "text/html") ? await api.Text($"{path}/{(isRead ? "text" : "original")}", MostBytes) : new(null, null);
        (TextProblem, IsCut) = (textProblem, text?.IsCut == true);
        if (text is not null && isRead)
        {
            Mark(text.Text);
        }
        else if (text is not null)
        {
            Number(text.Text.ReplaceLineEndings("\n").Split('\n'));
        }

        Names = Document.Candidates.Count > 0 ? await BodyNames.Now(api) : Names;
        Refused = SubmissionTables.Refused(Document);
        await FindWhatRestsOnIt();
        Exported = [.. new[] { RestsOnIt, Refused }.OfType<Table>()];
        return Page();
    }

    private void Mark(string text)
    {
        var spans = Document!.Candidates.Where(one => one.Line == Line).Select(one => (one.Start, one.End, one.Quote)).Where(span => span.End <= text.Length).OrderBy(span => span.Start).ToList();
        if (spans.Count == 0 && Line is { } number)
        {
            var start = 0;
            for (var at = 1; at < number && start >= 0; at++)
            {
                start = text.IndexOf('\n', start) + 1 is > 0 and var next ? next : -1;
            }

            var end = start < 0 ? -1 : text.IndexOf('\n', start);
            spans = start < 0 ? [] : [(start, end < 0 ? text.Length : end, "")];
        }

        var (pieces, done) = (new List<Piece>(), 0);
        foreach (var (start, end, _) in spans.Where(span => span.End > span.Start))
        {
            if (end <= done)
            {
                continue;
            }

            pieces.Add(new(text[done..Math.Max(done, start)], false));
            pieces.Add(new(text[Math.Max(done, start)..end], true));
            done = end;
        }

        Pieces = [.. pieces, new(text[done..], false)];
        Passages = [.. spans.Select(span => Passage.Of(text, span.Start, span.End, span.Quote, 300)).Distinct()];
    }

    private void Number(string[] lines)
    {
        if (Line is { } first && first >= 1 && first <= lines.Length)
        {
            var isCsv = Document!.MediaType == "text/csv";
            var last = isCsv ? Rows.LastLine(lines, first) : first;
            var row = string.Join('\n', lines[(first - 1)..last]);
            Row = isCsv && first > 1 ? Rows.OfCsv(lines[0], row) : isCsv ? [] : Rows.OfJson(row);
            var shown = Whole ? (From: 1, To: lines.Length) : (From: Math.Max(1, first - LinesAround), To: Math.Min(lines.Length, last + LinesAround));
            Lines = [.. lines.Index().Select(one => new NumberedLine(one.Index + 1, one.Item, one.Index + 1 >= first && one.Index + 1 <= last)).Where(one => one.Number >= shown.From && one.Number <= shown.To)];
            Lines = shown.From > 1 && isCsv ? [new(1, lines[0], false), .. Lines] : Lines;
        }
        else
        {
            Lines = [.. lines.Take(Whole ? int.MaxValue : LinesAround * 5).Index().Select(one => new NumberedLine(one.Index + 1, one.Item, false))];
        }

        Whole = Whole || Lines.Count >= lines.Length;
    }

    private async Task FindWhatRestsOnIt()
    {
        var named = Row.Where(field => NamesOfBodies.Contains(field.Name)).Select(field => field.Value)
            .Concat(Document!.Candidates.Where(one => one.State == "Accepted" && (Line is null || one.Line == Line)).Select(one => one.As?.Body ?? one.Body ?? ""))
            .Append(Line is null || Row.Count > 0 ? Document.Body ?? "" : "").Where(name => name != "").Distinct(StringComparer.OrdinalIgnoreCase).Take(MostBodies).ToList();
        CanTellWhatRestsOnIt = named.Count > 0;
        var rows = new List<IReadOnlyList<Cell>>();
        foreach (var found in await Task.WhenAll(named.Select(Of)))
        {
            rows.AddRange(found);
        }

        foreach (var conflict in (await api.Get<Disagreements>("/api/v1/conflicts")).Value?.Conflicts ?? [])
        {
            if (conflict.Sides.Any(side => IsIt(side.AsSource())))
            {
                rows.Add(["a side of a conflict", new(conflict.About, conflict.FactId, instants.AddedTo($"/work/conflicts/one?fact={Uri.EscapeDataString(conflict.FactId)}")), conflict.Body, conflict.State]);
            }
        }

        if (Claim is not null)
        {
            rows.AddRange(((await api.Get<PromptList>("/api/v1/prompts?state=all")).Value?.Prompts ?? []).Where(one => one.Prompt.Evidence.Any(evidence => evidence.ClaimId == Claim))
                .Select(one => (IReadOnlyList<Cell>)["a prompt", Told.InWords(one.Prompt.Because), new(one.Name, one.Body, instants.AddedTo($"/bodies/{one.Body}")), one.Standing ? "standing" : "cleared"]));
            rows.AddRange((person.May("decision.read") ? (await api.Get<DecisionList>("/api/v1/decisions")).Value?.Decisions ?? [] : []).Where(one => one.Evidence.Contains(Claim))
                .Select(one => (IReadOnlyList<Cell>)["evidence of a decision", new(DecisionWords.Move(one), one.Id, $"/work/decisions/{one.Id}"), one.Body, DecisionWords.State(one.State)]));
        }

        RestsOnIt = new("What rests on it", [new("As", "as"), new("What", "what"), new("Body", "body", Named: "name"), new("How it stands", "stands")], rows,
            CanTellWhatRestsOnIt ? "Nothing on record rests on it at this time." : Line is null
                ? "Choose a line to see what rests on it: follow “how do we know this” from any value, or the number of a line below." : "Which body this line is about cannot be told here, so what rests on it cannot be shown.", HideCaption: true);
    }

    private async Task<IReadOnlyList<IReadOnlyList<Cell>>> Of(string name)
    {
        var path = $"/api/v1/bodies/{Uri.EscapeDataString(name)}";
        if ((await api.Get<BodyProfile>(path)).Value is not { } body)
        {
            return [];
        }

        path = $"/api/v1/bodies/{body.Id}";
        var (history, causes) = (api.Get<History>($"{path}/history?limit=1000"), api.Get<CauseRegister>($"{path}/causes"));
        IReadOnlyList<Cell> Row(string kind, string what, string anchor, string stands) => [kind, new(what, anchor, instants.AddedTo($"/bodies/{body.Id}#{anchor}")), new(body.NameThen, body.Id, instants.AddedTo($"/bodies/{body.Id}")), stands];
        string Marks(IReadOnlyList<string> marks) => marks.Count == 0 ? "stands" : string.Join("; ", marks);
        return
        [
            .. body.Status.Sources.Any(IsIt) ? [Row("the phase", Say.Phase(body.Status.Phase), "status", Marks(body.Status.Marks))] : (IReadOnlyList<Cell>[])[],
            .. ((await history).Value?.Entries ?? []).Where(entry => entry.Sources.Any(IsIt)).Select(entry => Row($"a timeline entry, {entry.Kind.Replace('-', ' ')}", $"{Dates.Day(entry.On)}: {entry.Title}", entry.Id, Marks(entry.Marks))),
            .. (body.Grades ?? []).SelectMany(programme => programme.Grades.Where(grade => grade.Sources.Any(IsIt) || grade.Sides.Any(side => side.Sources?.Any(IsIt) == true))
                .Select(grade => Row("a grade", $"{programme.Programme.Name}, {grade.Area}: {Say.Grade(grade.Awarded)}", "grades", Marks(grade.Marks)))),
            .. (body.Audits ?? []).Where(audit => audit.Figure?.Sources.Any(IsIt) == true || audit.Sides.Any(side => side.Sources.Any(IsIt)))
                .Select(audit => Row("an audit", $"{audit.Programme}, {audit.Category}", "audits", Marks(audit.Marks))),
            .. ((await causes).Value?.Causes ?? []).Where(cause => cause.Sources.Any(IsIt) || cause.Steps.Any(step => step.Sources.Any(IsIt)))
                .Select(cause => Row("a cause of concern", cause.Title, "causes", Marks(cause.Marks))),
        ];
    }

    private bool IsIt(Source source) => Claim is not null && source.ClaimId == Claim || source.Submission == Document!.Submission && (Line is null || source.Line == Line);
}
