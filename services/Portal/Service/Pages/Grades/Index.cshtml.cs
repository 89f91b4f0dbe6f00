using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Oversight.Portal.Api;
using Oversight.Portal.Exports;
using Oversight.Portal.Filters;
using Oversight.Portal.Tables;
using Oversight.Portal.Time;
using Oversight.Portal.Words;

namespace Oversight.Portal.Pages.Grades;

/// <summary>Body by area, in one programme; programmes are never joined.</summary>
public sealed class IndexModel(OversightApi api, Instants instants, EveryGrade everyGrade) : PageModel, IExported, IFiltered
{
    public string ExportName => $"grades-{Matrix?.Programme.Id ?? "none"}";

    public IReadOnlyList<Table> Exported { get; private set; } = [];

    public IReadOnlyList<Filter> Filters { get; private set; } = [];

    public GradeMatrix? Matrix { get; private set; }

    public int Found { get; private set; }

    public Problem? Problem { get; private set; }

    public Problem? NamesProblem { get; private set; }

    /// <summary>Newer programmes, of which less is on record.</summary>
    public IReadOnlyList<(string Id, string Name, int Bodies)> Newer { get; private set; } = [];

    /// <summary>Bodies of the same service that have nothing in this programme.</summary>
    public IReadOnlyList<(string Id, string Name)> Without { get; private set; } = [];

    public string Published => Matrix!.Programme switch
    {
        { PublishedFrom: null } => "at times that are not known",
        { PublishedTo: { } to, PublishedFrom: var from } => from == to ? $"in {Dates.Day(to)}" : $"from {Dates.Day(from)} to {Dates.Day(to)}",
        { PublishedFrom: var from } => $"from {Dates.Day(from)} on",
    };

    /// <summary>Other programmes by what is known of comparing with them, and why.</summary>
    public IReadOnlyList<(string Heading, IReadOnlyList<(string Programmes, string Because)> Reasons)> Comparisons { get; private set; } = [];

    public async Task OnGet()
    {
        var (asked, bodies) = (api.Send<Programmes>(HttpMethod.Get, "/api/v1/programmes"), api.Get<StatusBoard>("/api/v1/status"));
        (var programmes, Problem, _) = await asked;
        (var board, NamesProblem, _) = await bodies;
        if (programmes is null)
        {
            return;
        }

        var graded = programmes.All.Where(programme => programme.Scale.Count > 0).OrderByDescending(programme => programme.Kind == "Peel").ThenByDescending(programme => programme.PublishedFrom, StringComparer.Ordinal).ToList();
        var programme = Filter.Of(Request, "programme", "Programme", graded.Select(one => new Choice(one.Id, one.Name)), any: null);
        Filters = [programme];
        (Matrix, Problem) = await Ask(programme.Chosen == "" ? await Fullest(graded) : [programme.Chosen]);
        if (Matrix is null)
        {
            return;
        }

        Filters =
        [
            programme.Asked == "" ? programme with { Asked = Matrix.Programme.Id } : programme, Filter.Of(Request, "service", "Service", Choice.Services), Filter.Of(Request, "area", "Area", Matrix.Programme.With(Matrix.Areas).Select(area => new Choice(area, area))),
            Filter.Of(Request, "grade", "Grade", [.. Matrix.Programme.Scale.Select(grade => new Choice(grade, Say.Grade(grade))), new("Conflicting", "conflicting"), new("Withdrawn", "withdrawn"), new("disputed", "disputed"), new("CannotTell", "cannot tell")]),
        ];
        var names = new Names(board);
        var areas = Matrix.Programme.With(Matrix.Areas).Where(Filters[2].Admits).ToList();
        var rows = Matrix.Bodies.Where(body => Filters[1].Admits(names.Service(body.Id)) && (Filters[3].Chosen == "" || body.Grades.Any(grade => areas.Contains(grade.Area) && Has(grade, Filters[3].Chosen))))
            .OrderBy(body => names[body.Id], StringComparer.OrdinalIgnoreCase).ToList();
        Found = rows.Count;
        var (services, has) = (Matrix.Bodies.Select(body => names.Service(body.Id)).ToHashSet(), Matrix.Bodies.Select(body => body.Id).ToHashSet());
        Without = [.. (board?.Bodies ?? []).Where(body => services.Contains(body.Service) && !has.Contains(body.Id) && body.Phase != "DidNotExist" && Filters[1].Admits(body.Service)).OrderBy(body => body.Name, StringComparer.OrdinalIgnoreCase).Select(body => (body.Id, body.Name))];
        Exported = [Grid(rows, areas, names), List(rows, areas, names), .. rows.Count == 0 ? [] : (Table[])[Tally(rows, areas)]];
        Comparisons =
        [
            .. new[] { ("No", "They may not be compared with the grades of"), ("CannotTell", "Nobody has said whether they may be compared with"), ("Yes", "They may be compared with") }
                .Select(kind => (kind.Item2, Reasons: Reasons(kind.Item1, programmes.All))).Where(one => one.Reasons.Count > 0),
        ];
    }

    // The newest that holds at least half as many bodies as the fullest, so that the first claim of a new programme does not hide the others.
    private async Task<IEnumerable<string>> Fullest(IReadOnlyList<Programme> graded)
    {
        var bodies = ((await everyGrade.At(instants, api)).Grades?.Programmes ?? []).ToDictionary(matrix => matrix.Programme.Id, matrix => matrix.Bodies.Count);
        var first = graded.FirstOrDefault(one => bodies.GetValueOrDefault(one.Id) is > 0 and var here && 2 * here >= bodies.Values.Max());
        Newer = [.. graded.TakeWhile(one => first is not null && one != first).Where(one => bodies.GetValueOrDefault(one.Id) > 0).Select(one => (one.Id, one.Name, bodies[one.Id]))];
        return graded.Select(one => one.Id).OrderByDescending(id => id == first?.Id);
    }

    // The newest of them that has grades at this time, or else the newest.
    private async Task<(GradeMatrix?, Problem?)> Ask(IEnumerable<string> programmes)
    {
        (GradeMatrix?, Problem?) first = default;
        foreach (var id in programmes)
        {
            var (matrix, problem, _) = await api.Get<GradeMatrix>($"/api/v1/grades?programme={Uri.EscapeDataString(id)}");
            if (matrix is null or { Bodies.Count: > 0 })
            {
                return (matrix, problem);
            }

            first = first.Item1 is null ? (matrix, problem) : first;
        }

        return first;
    }

    private static bool Has(Grade grade, string asked) => asked == "disputed" ? grade.Marks.Contains("disputed") : grade.Verdict == asked || (grade.Verdict == "Stands" && grade.Awarded == asked);

    private IReadOnlyList<(string, string)> Reasons(string answer, IReadOnlyList<Programme> all) =>
    [
        .. (Matrix!.Programme.ComparableWith ?? []).Where(other => other.Answer == answer).GroupBy(other => other.Because)
            .Select(same => (string.Join(", ", same.Select(other => all.FirstOrDefault(one => one.Id == other.Id)?.Name ?? other.Id)), same.Key)),
    ];

    private Table Grid(IEnumerable<GradesOfBody> rows, IReadOnlyList<string> areas, Names names) => new($"Grades in {Matrix!.Programme.Name}",
        [new("Body", "body", Named: "name"), .. areas.Select(area => new Column(area, area)), new("Graded", "graded"), new("Sources", "sources", InFileOnly: true)],
        [.. rows.Select(body => (IReadOnlyList<Cell>)
        [
            new(names[body.Id], body.Id, instants.AddedTo($"/bodies/{body.Id}#grades")), .. areas.Select(area => Of(body.Grades.FirstOrDefault(grade => grade.Area == area))),
            Programme.Share(body.Graded, body.CannotTell, body.Grades.Count, Matrix.Programme.With(Matrix.Areas).Count()),
            Say.Addresses(body.Grades.Where(grade => areas.Contains(grade.Area)).SelectMany(grade => grade.Sources)),
        ])], "No body has such a grade on record in this programme at this time. Take another programme, clear the filters or go to another time.", HideCaption: true, IsDense: true);

    private static Cell Of(Grade? grade)
    {
        if (grade is null)
        {
            return new("not on record", "not on record", Class: "oversight-grade oversight-grade--none");
        }

        var (text, style) = Say.Grade(grade);
        return new(text, grade.Awarded ?? Say.Words(grade.Verdict), Marks: [.. grade.Marks.Where(mark => !mark.Equals(grade.Verdict, StringComparison.OrdinalIgnoreCase) && mark != "cannot tell").Select(mark => mark == "publication date unknown" ? "undated" : mark)],
            Class: $"oversight-grade oversight-grade--{style}");
    }

    private Table List(IEnumerable<GradesOfBody> rows, IReadOnlyList<string> areas, Names names) => new($"Grades in {Matrix!.Programme.Name}, one a row",
        [new("Body", "body"), new("Name", "name"), new("Programme", "programme"), new("Area", "area"), new("Grade", "grade"), new("Verdict", "verdict"), new("Since", "since"), new("Marks", "marks"), new("Sources", "sources")],
        [.. rows.SelectMany(body => body.Grades.Where(grade => areas.Contains(grade.Area)).Select(grade => (IReadOnlyList<Cell>)
        [
            body.Id, names[body.Id], Matrix.Programme.Id, grade.Area, new(Say.Grade(grade).Text, grade.Awarded ?? string.Join(" or ", grade.Sides.Select(side => side.Awarded))), Say.Words(grade.Verdict), new(Dates.Day(grade.Since), grade.Since ?? ""),
            string.Join("; ", grade.Marks), Say.Addresses(grade.Sources),
        ]))]);

    private Table Tally(List<GradesOfBody> rows, IReadOnlyList<string> areas) => new($"How many bodies got which grade in {Matrix!.Programme.Name}",
        [new("Area", "area"), .. Matrix.Programme.Scale.Select(grade => new Column(Say.Grade(grade), grade, true)), new("conflicting, withdrawn or cannot tell", "unsettled", true), new("not graded or not inspected", "notGraded", true), new("not on record", "notOnRecord", true), new("Bodies", "bodies", true)],
        [.. areas.Select(area =>
        {
            var grades = rows.Select(body => body.Grades.FirstOrDefault(grade => grade.Area == area)).OfType<Grade>().ToList();
            return (IReadOnlyList<Cell>)
            [
                area, .. Matrix.Programme.Scale.Select(step => Number(grades.Count(grade => grade.Verdict == "Stands" && grade.Awarded == step))), Number(grades.Count(grade => grade.Verdict != "Stands")),
                Number(grades.Count(grade => grade.Verdict == "Stands" && !Matrix.Programme.Scale.Contains(grade.Awarded))), Number(rows.Count - grades.Count), Number(rows.Count),
            ];
        })], HideCaption: true);

    private static Cell Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
