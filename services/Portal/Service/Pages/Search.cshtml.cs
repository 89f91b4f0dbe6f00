using Microsoft.AspNetCore.Mvc.RazorPages;
using Oversight.Core;
using Oversight.Portal.Api;
using Oversight.Portal.Exports;
using Oversight.Portal.Tables;
using Oversight.Portal.Time;
using Oversight.Portal.Words;

namespace Oversight.Portal.Pages;

/// <summary>Looks for words in the names of bodies, causes, practice and timelines, at the times of the page.</summary>
public sealed class SearchModel(OversightApi api, Instants instants) : PageModel, IExported
{
    public sealed record Hit(string Title, string Href, string About, IReadOnlyList<string>? Marks = null, BodyName? InItsLanguage = null);

    public sealed record Group(string Id, string Name, int Total, IReadOnlyList<Hit> Hits, string? More = null);

    private const int Shown = 25, LongestQuery = 100;

    public string ExportName => "search";

    public IReadOnlyList<Table> Exported => Q == "" ? [] :
    [
        new($"What has “{Q}”", [new("Kind", "kind"), new("What", "what"), new("About", "about"), new("Address", "address"), new("Marks", "marks")],
            [.. Groups.SelectMany(group => group.Hits.Select(hit => (IReadOnlyList<Cell>)[group.Name, hit.Title, hit.About, instants.AddedTo(hit.Href), string.Join("; ", hit.Marks ?? [])]))]),
    ];

    public string Q { get; private set; } = "";

    public IReadOnlyList<Group> Groups { get; private set; } = [];

    public IReadOnlyList<(string What, Problem? Problem)> Problems { get; private set; } = [];

    /// <summary>Bodies that are called exactly so, whatever the case.</summary>
    public IReadOnlyList<StatusLine> Called { get; private set; } = [];

    /// <summary>Where the timelines are read on; null where that was all.</summary>
    public string? Next { get; private set; }

    /// <summary>Whether the timelines are shown from further on than their first.</summary>
    public bool IsFurtherOn { get; private set; }

    /// <summary>Bodies whose names are near to what was asked for, where nothing has it.</summary>
    public IReadOnlyList<(string Id, string Name)> Near { get; private set; } = [];

    public async Task OnGet(string? q, string? before)
    {
        IsFurtherOn = !string.IsNullOrWhiteSpace(before);
        Q = (q ?? "").Trim() is { Length: > LongestQuery } text ? text[..LongestQuery] : (q ?? "").Trim();
        if (Q == "")
        {
            return;
        }

        var (causesAsked, practiceAsked) = (api.Get<CauseRegister>("/api/v1/causes"), api.Get<PracticeLibrary>("/api/v1/practice"));
        var registerAsked = api.Get<Register>("/api/v1/bodies");
        var timelinesAsked = api.Get<SearchResult>($"/api/v1/search?q={Uri.EscapeDataString(Q)}&limit={Shown}{(IsFurtherOn ? $"&before={Uri.EscapeDataString(before!)}" : "")}");
        var (board, boardProblem, _) = await api.Get<StatusBoard>("/api/v1/status");
        var otherNames = ((await registerAsked).Value?.Bodies ?? []).ToDictionary(body => body.Id, body => body.Names);
        var (register, causesProblem, _) = await causesAsked;
        var (library, practiceProblem, _) = await practiceAsked;
        var (timelines, timelinesProblem, _) = await timelinesAsked;
        var names = new Names(board);
        Called = IsFurtherOn ? [] : [.. (board?.Bodies ?? []).Where(body => IsCalled(body, otherNames.GetValueOrDefault(body.Id, [])))];
        var more = $"?q={Uri.EscapeDataString(Q)}";
        Groups =
        [
            Of("bodies", "Bodies", Bodies(board?.Bodies ?? [], otherNames)),
            Of("causes", "Causes of concern", (register?.Causes ?? []).Where(cause => Found(cause.Title)).Select(cause => new Hit(cause.Title, $"/bodies/{cause.Body}#causes", $"{cause.Name}, {cause.Inspection ?? "inspection not known"}: {Say.Words(cause.State)}", cause.Marks)), $"/causes{more}"),
            Of("areas-for-improvement", "Areas for improvement", (register?.AreasForImprovement ?? []).Where(area => Found(area.Title)).Select(area => new Hit(area.Title, $"/causes{more}#areas-for-improvement", $"{area.Name}: {Say.Words(area.State)}", area.Marks))),
            Of("practice", "Practice", (library?.Practices ?? []).Where(practice => Found(practice.Text, practice.Label)).Select(practice => new Hit(practice.Text, $"/practice?q={Uri.EscapeDataString(practice.Text.Length > LongestQuery ? practice.Text[..LongestQuery] : practice.Text)}", $"{names[practice.Body]}, {practice.Inspection ?? "inspection not known"}", practice.Marks)), $"/practice{more}"),
            new("timelines", "Timelines", timelines?.Total ?? 0, [.. (timelines?.Found ?? []).Select(one => new Hit(one.Entry.Title, $"/bodies/{one.Body}#{one.Entry.Id}",
                $"{one.Name}, {(one.Entry.On is null ? "date not known" : Dates.Day(one.Entry.On))}{(one.Entry.Detail is null ? "" : $": {Say.Beginning(one.Entry.Detail)}")}", one.Entry.Marks))]),
        ];
        Groups = IsFurtherOn ? [Groups[^1]] : Groups;
        Next = timelines?.Next;
        Near = Groups.Any(group => group.Total > 0) || Look.Words(Q).Count == 0 ? []
            : [.. ((await api.Get<StatusLine>($"/api/v1/bodies/{Uri.EscapeDataString(Q)}")).Problem?.Near ?? []).Select(id => (id, names[id]))];
        Problems =
        [
            .. new[] { ("The bodies", boardProblem), ("Causes of concern", causesProblem), ("Practice", practiceProblem), ("What the timelines hold", timelinesProblem) }.Where(one => one.Item2 is not null),
        ];
    }

    private static Group Of(string id, string name, IEnumerable<Hit> hits, string? more = null)
    {
        var all = hits.ToList();
        return new(id, name, all.Count, [.. all.Take(Shown)], more);
    }

    private bool Found(params IEnumerable<string?> texts) => Look.For(Q, texts);

    // The Met is the Met, with the article or without.
    private bool IsCalled(StatusLine body, IReadOnlyList<BodyName> others)
    {
        var asked = Look.Words(Q);
        return asked.Count > 0 && others.Select(other => other.Name).Append(body.Name).Append(body.Id).Any(name => Plain(Look.Words(name)).SequenceEqual(Plain(asked)));

        static IEnumerable<string> Plain(IReadOnlyList<string> words) => words.Count > 1 && words[0] == "the" ? words.Skip(1) : words;
    }

    // Those first whose own name has it.
    private IEnumerable<Hit> Bodies(IEnumerable<StatusLine> bodies, IReadOnlyDictionary<string, IReadOnlyList<BodyName>> otherNames) => bodies
        .Select(body => (body, others: otherNames.GetValueOrDefault(body.Id, []).Where(other => Found(other.Name)).DistinctBy(other => other.Name).ToList()))
        .Where(one => one.others.Count > 0 || Found(one.body.Name, one.body.Id))
        .OrderByDescending(one => Called.Contains(one.body)).ThenByDescending(one => Found(one.body.Name)).ThenBy(one => one.body.Name, StringComparer.OrdinalIgnoreCase)
        .Select(one => new Hit(one.body.Name, $"/bodies/{one.body.Id}",
            $"{Say.Phase(one.body.Phase)}{(one.body.Since is null ? "" : $" since {Dates.Day(one.body.Since)}")}{(one.others.All(other => other.Language is not null) ? "" : $"; also called {string.Join(", ", one.others.Where(other => other.Language is null).Select(other => $"{other.Name} ({other.Means})"))}")}", one.body.Marks,
            one.others.Find(other => other.Language is not null)));
}
