using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Oversight.Portal.Api;
using Oversight.Portal.Exports;
using Oversight.Portal.Tables;
using Oversight.Portal.Words;

namespace Oversight.Portal.Pages;

/// <summary>For operators: how each service is, and how far everything in it that has to move.</summary>
public sealed partial class SystemModel(OversightApi api) : PageModel, IExported
{
    public sealed record Line(string Name, string Status, string Behind, string Parked, string Refused, string Version, IReadOnlyList<HealthCheck> Checks, Table Lags);

    public string ExportName => "system";

    public IReadOnlyList<Table> Exported { get; private set; } = [];

    public Health? Health { get; private set; }

    public IReadOnlyList<Line> Services { get; private set; } = [];

    public Problem? Problem { get; private set; }

    public string Heading => Health?.Status switch
    {
        "Healthy" => "Everything moves",
        null => "System",
        _ => $"{Say.Count(Services.Count(service => service.Status != "Healthy"), "service needs", "services need")} a look",
    };

    public async Task OnGet()
    {
        (Health, Problem, _) = await api.Health();
        if (Health is null)
        {
            return;
        }

        Services = [.. (Health.Services ?? new Dictionary<string, HealthOfService>()).Select(one => Of(one.Key, one.Value)), Own()];
        Exported = [new("How far everything is", [new("Service", "service"), new("What", "what"), new("Reached", "reached", true), new("Of", "head", true), new("Behind", "behind", true), new("Stuck since", "since"), new("Fault", "fault")],
            [.. Services.SelectMany(service => service.Lags.Rows.Select(row => (IReadOnlyList<Cell>)[service.Name, .. row]))])];
    }

    public static string Titled(string service) => char.ToUpperInvariant(service[0]) + service[1..];

    public static string InWords(string status) => status switch
    {
        "Healthy" => "well",
        "Degraded" => "under strain",
        "Unhealthy" => "ill",
        "Unreachable" => "does not answer",
        _ => status,
    };

    public static string Colour(string status) => status switch
    {
        "Healthy" => "green",
        "Degraded" => "yellow",
        _ => "red",
    };

    private static Line Of(string name, HealthOfService said)
    {
        var checks = said.Checks ?? [];
        var moves = checks.SelectMany(check => check.Moves).ToList();
        var described = string.Join("; ", checks.Select(check => check.Description));
        string Sum(Regex counts) => checks.Count == 0 ? "cannot tell" : counts.Matches(described).Sum(match => int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)) is > 0 and var number ? Number(number) : "none";
        return new(name, said.Status, moves.Count == 0 ? "cannot tell" : moves.Any(move => move.Moving.Behind is null) ? "cannot tell" : Number(moves.Max(move => move.Moving.Behind!.Value)), Sum(ParkedContracts()), Sum(RefusedMessages()),
            Short(said.Version), checks,
            new($"How far everything in {name} is", [new("What", "what"), new("Reached", "reached", true), new("Of", "head", true), new("Behind", "behind", true), new("Stuck since", "since"), new("Fault", "fault")],
            [
                .. moves.Select(move => (IReadOnlyList<Cell>)
                [
                    Plain(move.What), Counted(move.Moving.Reached), Counted(move.Moving.Head), Counted(move.Moving.Behind), new(move.Moving.StuckSince is { } since ? Dates.Instant(since) : "it moves", move.Moving.StuckSince ?? ""), move.Moving.Fault ?? "none",
                ]),
            ], HideCaption: true));
    }

    // It answers, or nobody would read this.
    private static Line Own() => new("portal", "Healthy", "nothing to take in", "none", "none", VersionOf(typeof(SystemModel).Assembly), [new("pages", "Healthy", "This page was made by it.", null)], new("", [], []));

    private static string VersionOf(Assembly assembly) => Short(assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion);

    // 1.0.0+f7dd2852eb11b166…: nobody reads all of a commit's name.
    private static string Short(string? version) => version is null ? "not said" : version.IndexOf('+', StringComparison.Ordinal) is > 0 and var at && version.Length > at + 9 ? version[..(at + 9)] : version;

    // "projection BodyRecord:All", as the daemon names it.
    private static string Plain(string what) => what.Replace(":All", "", StringComparison.Ordinal);

    private static string Number(long? number) => number?.ToString("N0", CultureInfo.InvariantCulture) ?? "cannot tell";

    // A file has the number without what makes it easy to read.
    private static Cell Counted(long? number) => new(Number(number), number?.ToString(CultureInfo.InvariantCulture));

    [GeneratedRegex(@"(\d+) contracts are parked")]
    private static partial Regex ParkedContracts();

    [GeneratedRegex(@"(\d+) messages of \S+ were refused")]
    private static partial Regex RefusedMessages();
}
