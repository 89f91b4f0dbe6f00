namespace Oversight.Ingestion.Formats;

/// <summary>Every kind of record that can be read, and how one is known by its columns.</summary>
internal static class RecordKinds
{
    public static readonly RecordKind[] All =
    [
        Forces.Kind, FireServices.Kind, BodyNames.Kind, PeelGrades.Kind, RecordingAudits.Kind, StopSearchAudits.Kind, MonitoringHistory.Kind, Timeline.Kind,
        CausesOfConcern.Kind, CauseStepRows.Kind, PositivePractice.Kind, PracticeAdoptions.Kind, Findings.Kind,
        EngageSteps.Kind, ReportResponses.Kind, Investigations.Kind, EntryLinks.Kind,
        LineageRows.Kind,
        Annotations.Kind,
    ];

    /// <summary>The kind whose columns a CSV header has: all the usual ones, in any order, and no unknown one.</summary>
    public static RecordKind? OfHeader(IReadOnlyCollection<string> header) =>
        Array.Find(All, kind => kind.Usual.All(header.Contains) && header.All(name => kind.PlaceOf(name) >= 0));

    /// <summary>The kind of a JSON object, which may leave out what would be empty.</summary>
    public static RecordKind? OfMembers(IReadOnlyCollection<string> members)
    {
        var fitting = Array.FindAll(All, kind => members.Count > 0 && members.All(name => kind.PlaceOf(name) >= 0));
        return Array.Find(fitting, kind => kind.Columns.All(column => column.Need != Need.Always || members.Contains(column.Name)))
            ?? (fitting is [var only] ? only : null);
    }

    /// <summary>Is there any kind that knows one of these columns?</summary>
    public static bool KnowAny(IEnumerable<string> names) => names.Any(name => Array.Exists(All, kind => kind.PlaceOf(name) >= 0));

    /// <summary>Says what does not fit, and which kind comes nearest.</summary>
    public static string Nearest(IReadOnlyCollection<string> names)
    {
        var nearest = All.MaxBy(kind => (names.Count(name => kind.PlaceOf(name) >= 0), -kind.Usual.Count(usual => !names.Contains(usual))))!;
        var unknown = names.Where(name => nearest.PlaceOf(name) < 0).ToArray();
        var missing = nearest.Usual.Where(usual => !names.Contains(usual)).ToArray();
        return $"{Listed(unknown, "not known there")}{Listed(missing, "missing")}The nearest is a file of {nearest.Name}: {string.Join(", ", nearest.Usual)}.";
    }

    private static string Listed(string[] names, string what) => names.Length == 0 ? ""
        : $"{string.Join(", ", names.Take(10).Select(Text.Shown.Of))}{(names.Length > 10 ? " and others" : "")} {(names.Length == 1 ? "is" : "are")} {what}. ";
}
