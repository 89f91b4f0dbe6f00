using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Oversight.Portal.Api;
using Oversight.Portal.Exports;
using Oversight.Portal.Tables;
using Oversight.Portal.Time;
using Oversight.Portal.Words;

namespace Oversight.Portal.Pages;

/// <summary>A body at two times side by side: what differs, and the entries of its timeline that explain it.</summary>
public sealed class CompareModel(OversightApi api, Instants instants, TimeProvider clock) : PageModel, IExported
{
    private const string Nothing = "not on record", CauseKey = Differing.Cause;

    /// <summary>What one time shows.</summary>
    public sealed record Side(string Name, string Prefix, Instants At, BodyProfile? Body, IReadOnlyList<HistoryEntry> Entries, IReadOnlyList<CauseLine>? Causes);

    /// <summary>An entry that only one of the times shows, or that both show and the second tells otherwise.</summary>
    public sealed record Explaining(Side Side, HistoryEntry Entry, bool IsInBoth = false);

    /// <summary>Something that both times may show.</summary>
    public sealed record Line(string Key, string What, string? Value);

    public string ExportName => $"compare-{Left.Body?.Id ?? Right.Body?.Id ?? "body"}";

    public IReadOnlyList<Table> Exported { get; private set; } = [];

    public IReadOnlyList<(string Prefix, Instants At)>? Times => [("left", Left.At), ("right", Right.At)];

    public string Id { get; private set; } = "";

    public Side Left { get; private set; } = null!;

    public Side Right { get; private set; } = null!;

    public bool All { get; private set; }

    public int Differences { get; private set; }

    public Problem? Problem { get; private set; }

    /// <summary>Those that are about something that differs.</summary>
    public IReadOnlyList<Explaining> Explains { get; private set; } = [];

    /// <summary>The others that only one of the times shows; they are about nothing that differs.</summary>
    public IReadOnlyList<Explaining> Others { get; private set; } = [];

    /// <summary>Causes of which one of the times cannot tell whether they had been raised, as their dates are not known to the day.</summary>
    public IReadOnlyList<CauseLine> Untold { get; private set; } = [];

    public string Name => (Right.Body ?? Left.Body)?.Name ?? Id;

    public async Task<IActionResult> OnGet(string body, bool all)
    {
        (Id, All) = (body, all);
        var (left, right) = (Instants.Of(Request.Query, "left"), Instants.Of(Request.Query, "right"));
        if (!Request.Query.Keys.Any(key => key.StartsWith("left", StringComparison.Ordinal) || key.StartsWith("right", StringComparison.Ordinal)))
        {
            // Whoever says no times compares the time of the page, or a year ago, with today.
            left = instants.IsPast ? instants : Instants.Now with { AsOf = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddYears(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };
        }

        foreach (var (field, error) in left.Errors.Concat(right.Errors))
        {
            ModelState.AddModelError(field, error);
        }

        var (asked, other) = (Of("The first time", "left", left), Of("The second time", "right", right));
        ((Left, var first), (Right, var second)) = (await asked, await other);
        Problem = first is { IsSilence: true } ? first : second is { IsSilence: true } ? second : null;
        if (Left.Body is null && Right.Body is null)
        {
            HttpContext.Items[typeof(Problem)] = first;
            return Problem is null ? NotFound() : Page();
        }

        Response.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        var (leftLines, rightLines) = (Lines(Left), Lines(Right));
        var differing = leftLines.Except(rightLines).Concat(rightLines.Except(leftLines)).Select(line => line.Key).ToHashSet();
        Explaining[] only = [.. Missing(Right, Left), .. Missing(Left, Right)];
        var because = new Differing(Left, Right, [.. only, .. Otherwise(Left, Right)]);
        Explains = [.. differing.SelectMany(because.By).DistinctBy(one => (one.Side, one.Entry.Id)).OrderByDescending(one => one.Entry.On, StringComparer.Ordinal)];
        Others = [.. only.Except(Explains)];
        Untold = [.. leftLines.Concat(rightLines).Where(line => differing.Contains(line.Key) && line.Key.StartsWith(CauseKey, StringComparison.Ordinal) && line.Value?.StartsWith("cannot tell", StringComparison.Ordinal) == true)
            .Select(line => (Left.Causes ?? []).Concat(Right.Causes ?? []).FirstOrDefault(cause => CauseKey + cause.Id == line.Key)).OfType<CauseLine>().DistinctBy(cause => cause.Id)];
        Exported = [Of(leftLines, rightLines, because), Of(only)];
        return Page();
    }

    private async Task<(Side Side, Problem? Problem)> Of(string name, string prefix, Instants at)
    {
        var path = $"/api/v1/bodies/{Uri.EscapeDataString(Id)}";
        var (profile, history, causes) = (api.GetAt<BodyProfile>(path, at), api.GetAt<History>($"{path}/history?limit=1000", at), api.GetAt<CauseRegister>($"{path}/causes", at));
        var (body, problem, _) = await profile;
        return (new(name, prefix, at, body, (await history).Value?.Entries ?? [], (await causes).Value?.Causes), problem);
    }

    private static IEnumerable<Explaining> Missing(Side from, Side other)
    {
        var there = other.Entries.Select(entry => entry.Id).ToHashSet();
        return from.Entries.Where(entry => !there.Contains(entry.Id)).Select(entry => new Explaining(from, entry));
    }

    private static IEnumerable<Explaining> Otherwise(Side left, Side right)
    {
        var before = left.Entries.ToDictionary(entry => entry.Id);
        return right.Entries.Where(entry => before.TryGetValue(entry.Id, out var then) && !entry.ReadsAs(then)).Select(entry => new Explaining(right, entry, IsInBoth: true));
    }

    private static List<Line> Lines(Side side)
    {
        if (side.Body is not { } body)
        {
            return [];
        }

        const string away = "cannot be shown just now";
        return
        [
            new("name", "Name", body.NameThen),
            new("phase", "Phase", With(Say.Phase(body.Status.Phase), body.Status.Marks)),
            new("since", "In this phase since", body.Status.Since is null ? "no change on record" : Dates.Day(body.Status.Since)),
            .. body.Stays.Select(stay => new Line($"stay/{stay.Entry.On}", $"Stay in Engage from {Dates.Within(stay.Entry)}", With(stay.Exit is { } exit ? $"to {Dates.Within(exit)}, {stay.Duration}" : $"{stay.WithoutExit}, {stay.Duration}", stay.Marks))),
            .. body.Grades is null ? [new Line("grades", "Grades", away)] : body.Grades.SelectMany(programme => programme.Grades.Select(grade =>
                new Line($"grade/{programme.Programme.Id}/{grade.Area}", $"Grade: {programme.Programme.Name}, {grade.Area}", With(Grade(grade), grade.Marks)))),
            .. side.Causes is null ? [new Line("causes", "Causes of concern", away)] : side.Causes.DistinctBy(cause => cause.Id).Select(cause => new Line(CauseKey + cause.Id, $"Cause of concern: {cause.Title}", With(CauseTables.State(cause), cause.Marks))),
            .. body.Audits is null ? [new Line("audits", "Audits", away)] : body.Audits.DistinctBy(Differing.KeyOf).Select(audit => new Line(Differing.KeyOf(audit), $"Audit: {audit.Programme}, {audit.Category}",
                With(audit.Figure is { } figure ? Figure(figure) : $"conflicting: {string.Join(" or ", audit.Sides.Select(Figure))}", audit.Marks))),
            .. body.Conflicts.Select(conflict => new Line($"conflict/{conflict.FactId}", $"Conflict: {conflict.About}", conflict.Value is null ? conflict.State : $"{conflict.State}, what counts is {Told.Value(conflict.Value)}")),
        ];

        static string Figure(Figure figure) => $"{figure.Percent.ToString(CultureInfo.InvariantCulture)} per cent";

        static string With(string value, IReadOnlyList<string> marks) => marks.Count == 0 ? value : $"{value} ({string.Join("; ", marks)})";

        static string Grade(Grade grade) => grade.Verdict switch
        {
            "CannotTell" => "cannot tell",
            "Conflicting" or "Withdrawn" => $"{grade.Verdict.ToLowerInvariant()}: {string.Join(" or ", grade.Sides.Select(one => Say.Grade(one.Awarded)))}",
            _ => Say.Grade(grade.Awarded),
        };
    }

    private Table Of(List<Line> left, List<Line> right, Differing because)
    {
        var (there, here) = (right.DistinctBy(line => line.Key).ToDictionary(line => line.Key), left.DistinctBy(line => line.Key).ToDictionary(line => line.Key));
        var lines = left.Concat(right).DistinctBy(line => line.Key).Select(line => (line.Key, line.What, Left: here.GetValueOrDefault(line.Key)?.Value, Right: there.GetValueOrDefault(line.Key)?.Value)).ToList();
        Differences = lines.Count(line => line.Left != line.Right);
        return new("What differs", [new("What", "what"), new("Difference", "difference"), new(Left.At.InWords, "left"), new(Right.At.InWords, "right"), new("Explained by", "explainedBy")],
            [.. lines.Where(line => All || line.Left != line.Right).Select(line => (IReadOnlyList<Cell>)
            [
                line.What, line.Left == line.Right ? "the same" : line.Left is null ? "only the second" : line.Right is null ? "only the first" : "changed",
                Shown(line.Left, line.Left != line.Right), Shown(line.Right, line.Left != line.Right), line.Left == line.Right ? "nothing differs" : because.Cell(line.Key),
            ])], "Nothing differs between these two times. Choose others, or show everything.", HideCaption: true);

        static Cell Shown(string? value, bool isDifferent) => new(value ?? Nothing, Class: isDifferent ? "oversight-diff" : null);
    }

    private static Table Of(IReadOnlyList<Explaining> only) => new("Entries of the timeline that only one of the times shows",
        [new("Shown at", "side"), new("Date", "on"), new("Kind", "kind"), new("What", "title"), new("Sources", "sources")],
        [.. only.Select(one => (IReadOnlyList<Cell>)
        [
            one.Side.Prefix == "left" ? "first" : "second", new(Dates.Day(one.Entry.On), one.Entry.On ?? ""), one.Entry.Kind, one.Entry.Title, Say.Addresses(one.Entry.Sources),
        ])]);
}
