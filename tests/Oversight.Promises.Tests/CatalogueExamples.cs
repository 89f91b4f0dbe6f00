using System.Collections;
using System.Text.Json;
using Oversight.Core;

namespace Oversight.Promises.Tests;

/// <summary>An example of every event and contract, as the record of the Metropolitan Police Service could have it.</summary>
internal static class CatalogueExamples
{
    public static object Of(Type type, string name) => Make(type, name);

    private static object Make(Type type, string said)
    {
        var constructor = type.GetConstructors().OrderByDescending(made => made.GetParameters().Length).First();
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter =>
            Example(parameter.ParameterType, new(said, type.Name, $"{char.ToUpperInvariant(parameter.Name![0])}{parameter.Name[1..]}")))]);
    }

    private static object? Example(Type type, Place at) => type switch
    {
        _ when type == typeof(string) => Text(at),
        _ when Nullable.GetUnderlyingType(type) is { } underlying => Example(underlying, at),
        _ when type == typeof(int) => Whole(at.Member),
        _ when type == typeof(long) => at.Member switch { "Length" => 1_482L, "PreviousSequence" or "After" => 40L, _ => 41L },
        _ when type == typeof(decimal) => at.Member switch { "HalfWidth" => 1.64m, "Confidence" => 0.95m, _ => at.Said.Contains("stop-search", StringComparison.Ordinal) ? 74.6m : 89.5m },
        _ when type == typeof(bool) => true,
        _ when type == typeof(Guid) => NameBasedId.Of(at.Member),
        _ when type == typeof(DateOnly) => DateOnly.Parse(Date(at), null),
        _ when type == typeof(DateTimeOffset) => at.Member == "ExpiresAt" ? Now.AddDays(28) : Now,
        _ when type == typeof(PartialDate) => PartialDate.Parse(Date(at)),
        _ when type == typeof(JsonElement) => JsonSerializer.SerializeToElement(Make(typeof(Contracts.Ingestion.V1.PhaseMoveReported), "ingestion.phase-move-reported.v1"), EventJson.Settings()),
        _ when type.IsEnum => Enum.Parse(type, Words.GetValueOrDefault($"{at.Said}.{at.Member}") ?? Words.GetValueOrDefault(type.Name) ?? Enum.GetNames(type)[0]),
        _ when type.IsArray => List(type.GetElementType()!, at),
        _ when type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)) && type.IsInterface => List(type.GetGenericArguments()[0], at),
        _ when type == typeof(Actor) => at.Said is "monitoring.move-expired.v1" ? Actor.Clock
            : at.Said.Contains("confirmed", StringComparison.Ordinal) || at.Said.Contains("declined", StringComparison.Ordinal) || at.Said.Contains("published", StringComparison.Ordinal) ? new Actor("clara", "Clara Whitmore", Role.ChiefInspector)
            : new Actor("ines", "Ines Holloway", Role.Inspector),
        _ => Make(type, at.Said),
    };

    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 30, 0, TimeSpan.Zero);

    // Which of the words of an enumeration fits.
    private static readonly Dictionary<string, string> Words = new()
    {
        ["SettledBy"] = "Person", ["CauseStep"] = "Recommendation", ["EngageStep"] = "Ppog", ["InvestigationStep"] = "Concluded", ["ResponseStep"] = "ResponsePublished", ["Relation"] = "Contradicts",
    };

    private static Array List(Type element, Place at)
    {
        var list = Array.CreateInstance(element, 1);
        list.SetValue(Example(element, at), 0);
        return list;
    }

    private static int Whole(string member) => member switch
    {
        "Line" => 12, "Revision" or "Round" or "Number" or "Candidate" => 1, "FromLine" => 2, "ToLine" => 501, "Accepted" => 496, "Unchanged" => 2, "Conflicting" => 1,
        "Refused" => 1, "Sample" or "Records" => 340, "Start" => 118, "End" => 167, "Count" => 12, "OutOf" => 50, _ => 3,
    };

    private static string Date(Place at) => at.Member switch
    {
        "On" when at.Owner is "Settling" or "ConflictSettled" or "ConflictReopened" => "2026-11-23",
        "On" when Subject(at.Said) == "prompt" => "2022-09-23",
        "On" when Subject(at.Said) == "engage-step" => "2022-09-19",
        "On" when Subject(at.Said) == "report-response" => "2022-11-10",
        "PublishedOn" or "ClosedOn" => "2022-09-22", "Until" or "To" => "2025-01-23", "LastDay" => "2022-11-16", "NoticedOn" => "2022-11-17",
        "LawOn" => "2021-04-01", "InUseOn" => "2021-04-06", "ConfirmedOn" => "2022-06-28", "DecidedOn" => "2022-06-27", _ => "2022-06-28",
    };

    /// <summary>Where in an example a value stands.</summary>
    private sealed record Place(string Said, string Owner, string Member);

    private static string Text(Place at) =>
        Texts.GetValueOrDefault($"{at.Said}.{at.Member}") ?? Texts.GetValueOrDefault($"{Subject(at.Said)}.{at.Member}") ?? Texts.GetValueOrDefault($"{at.Owner}.{at.Member}")
        ?? Texts.GetValueOrDefault(at.Member)
        ?? (at.Member.EndsWith("On", StringComparison.Ordinal) || at.Member is "From" or "To" or "Until" or "LastDay" ? Date(at)
            : throw new KeyNotFoundException($"Nothing plausible is known for {at.Member} of {at.Owner} in {at.Said}: add it to the texts of {nameof(CatalogueExamples)}."));

    // The event's words without the service and the verb: "grade" of "grading.grade-awarded.v1".
    private static string Subject(string said)
    {
        var words = said.Split('.')[1].Split('-');
        return words is [_, "step", ..] or ["report", "response", ..] or ["stop", "search", ..] or ["timeline", "entry", ..] or ["practice", "adoption" or "adopted", ..] or ["recording", "audit", ..]
            or ["body", _, ..] or ["bodies", ..]
            ? $"{words[0]}-{words[1]}" : words[0];
    }

    private static readonly Dictionary<string, string> Texts = new()
    {
        ["Body"] = "metropolitan",
        ["Name"] = "Metropolitan Police Service",
        ["Service"] = "police",
        ["Country"] = "England",
        ["OnsCode"] = "E23000001",
        ["Programme"] = "PEEL 2021/22",
        ["Inspection"] = "PEEL 2021/22",
        ["Area"] = "Responding to the public",
        ["Grade"] = "inadequate",
        ["Category"] = "all crime excluding fraud",
        ["Method"] = "crime-data-integrity",
        ["Audit"] = "recording",
        ["Phase"] = "engage",
        ["Label"] = "Engage",
        ["Reason"] = "not responding well enough to the public",
        ["FactId"] = "phase/metropolitan/engage/2022-06-28",
        ["Cited"] = "https://example.org/a-letter",
        ["Submission"] = "282bd16da299a2ee0d03fa6dd7744655",
        ["Sha256"] = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        ["Standing"] = "first",
        ["Rulebook"] = "2026-1",
        ["Rule"] = "inadequate-where-it-protects",
        ["MediaType"] = "text/csv",
        ["Decision"] = "metropolitan-41cd36b800",
        ["SupersededBy"] = "metropolitan-d78fd1d2dd",
        ["Why"] = "five causes of concern",
        ["Subject"] = "ines",
        ["Who"] = "Ines Holloway (ines)",
        ["Precedence"] = "2026-2",
        ["Note"] = "one of five",
        ["Value"] = "28 June 2022",
        ["About"] = "into Engage",
        ["Agrees"] = "June 2022",
        ["Overruled"] = "6 July 2022",
        ["Evidence"] = "cause/metropolitan/peel-2021-22/responding-to-the-public",
        ["Says"] = "PEEL 2021/22, responding to the public: inadequate",
        ["Kind"] = "report",
        ["Type"] = "monitoring.moved-to-engage.v1",
        ["TraceParent"] = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        ["Because"] = "An area that protects people was graded inadequate.",
        ["Clears"] = "A better grade for the same area in a later inspection.",
        ["Key"] = "grade/metropolitan/peel-2021-22/responding-to-the-public",
        ["By"] = "HMICFRS",
        ["Role"] = "inspector",
        ["Successor"] = "hampshire-and-isle-of-wight-fire",
        ["Predecessor"] = "hampshire-fire",
        ["FormerName"] = "Hampshire Constabulary",
        ["What"] = "corrected",
        ["Detail"] = "the date of the move",
        ["Before"] = "27 June 2022",
        ["After"] = "28 June 2022",
        ["Step"] = "raised-early",
        ["Title"] = "responding to the public",
        ["Cause"] = "cause/metropolitan/peel-2021-22/responding-to-the-public",
        ["Accelerated"] = "yes",
        ["Recommendation"] = "answer calls in time",
        ["Due"] = "within three months",
        ["Under"] = "PEEL 2023-25",
        ["GrownFrom"] = "call handling",
        ["Topic"] = "workload of investigators",
        ["Standard"] = "24 hours",
        ["Text"] = "detectives carry more cases than they can manage",
        ["Practice"] = "rapid test kit for suspected drink spiking",
        ["AdoptedBy"] = "kent",
        ["Case"] = "Operation Hotton",
        ["With"] = "Operation Ashbrooke",
        ["Report"] = "PEEL 2021/22",
        ["SameFindingsAs"] = "Crime Data Integrity re-inspection 2018",
        ["Summary"] = "The inspectorate published its report",
        ["Of"] = "2022-03-11 High Court",
        ["Relation"] = "contradicts",
        ["To"] = "2021-03-30 vigil inspection",
        ["Other"] = "isle-of-wight-fire",
        ["Owner"] = "Mayor's Office for Policing and Crime",
        ["Id"] = "section-55/metropolitan/peel-2021-22",
        ["Ruling"] = "awarded",
        ["Claimed"] = "grade/metropolitan/peel-2021-22/responding-to-the-public",
        ["Quote"] = "the force was inadequate at responding to the public",
        ["Speaker"] = "Matt Parr",
        ["Date"] = "2022-09-22",
        ["Message"] = "\"95%\" is no number of days.",
        ["Field"] = "accuracy_percent",

        ["Settling.Reason"] = "the letter is the inspectorate's own",
        ["ConflictSettled.Reason"] = "the letter is the inspectorate's own",
        ["ConflictReopened.Reason"] = "another letter has come up",
        ["ConflictSettled.By"] = "person",
        ["ConflictReopened.By"] = "person",
        ["monitoring.move-expired.v1.Why"] = "nobody decided by 2026-11-23 09:30 UTC",
        ["Person.Name"] = "Ines Holloway",
        ["Proposal.Rule"] = "judgments-in-sentences",
        ["Proposal.Role"] = "HM Inspector",
        ["Corrections.Source"] = "https://example.org/a-letter",
        ["Corrections.Date"] = "2022-09-22",
        ["Entry.Type"] = "ingestion.phase-move-reported.v1",
        ["chunk.Source"] = "ingestion",
        ["RefusedRow.Rule"] = "row.not-a-number",
        ["RefusedRow.Message"] = "\"95 per cent\" is no number: write 95.",
        ["RefusedRow.Field"] = "accuracy_percent",

        ["submission.Name"] = "peel-grades.csv",
        ["submission.By"] = "Otto Lindqvist (otto)",
        ["submission.Source"] = "https://example.org/a-release",
        ["submission.Rule"] = "file.no-header",
        ["submission.Because"] = "The file has no header: its first line must name the columns.",
        ["Follow"] = "3f2ac1b0d4e59a77-1b9c20de",
        ["Bodies"] = "metropolitan",
        ["Kinds"] = "engage",
        ["follow.Name"] = "Moves of the Met",
        ["follow.Because"] = "550 5.1.1 the address: no such user",
        ["grade.FactId"] = "grade/metropolitan/peel-2021-22/responding-to-the-public",
        ["left.FactId"] = "grade/metropolitan/peel-2021-22/responding-to-the-public",
        ["left.Grade"] = "not-graded",
        ["judgment.FactId"] = "grade/metropolitan/peel-2021-22/responding-to-the-public",
        ["judgment.Because"] = "A later claim about the same inspection revises it.",
        ["audit.FactId"] = "recording/metropolitan/cdi-2018/all-crime-excluding-fraud",
        ["recording-audit.FactId"] = "recording/metropolitan/cdi-2018/all-crime-excluding-fraud",
        ["stop-search.FactId"] = "stop-search/metropolitan/peel-2021-22",
        ["finding.FactId"] = "finding/metropolitan/peel-2021-22/workload-of-investigators",
        ["practice.FactId"] = "practice/metropolitan/peel-2021-22/rapid-test-kit-for-suspected-drink-spiking",
        ["practice-adoption.FactId"] = "practice/metropolitan/peel-2021-22/rapid-test-kit-for-suspected-drink-spiking",
        ["practice-adopted.FactId"] = "practice/metropolitan/peel-2021-22/rapid-test-kit-for-suspected-drink-spiking",
        ["practice.Label"] = "promising practice",
        ["cause.FactId"] = "cause/metropolitan/peel-2021-22/responding-to-the-public",
        ["cause-step.FactId"] = "cause/metropolitan/peel-2021-22/responding-to-the-public",
        ["cause-step.Step"] = "recommendation",
        ["cause-step.By"] = "the chief officer",
        ["engage-step.FactId"] = "engage-step/metropolitan/ppog/2022-09-19",
        ["engage-step.Step"] = "ppog",
        ["engage-step.Detail"] = "the first appearance of the new Commissioner",
        ["engage-step.By"] = "the Commissioner",
        ["engage-step.Cause"] = "responding to the public",
        ["report-response.FactId"] = "section-55/metropolitan/peel-2021-22",
        ["report-response.Step"] = "response-published",
        ["report-response.By"] = "Mayor's Office for Policing and Crime",
        ["investigation-step.FactId"] = "investigation/metropolitan/operation-hotton",
        ["investigation-step.Step"] = "concluded",
        ["investigation-step.Value"] = "learning-recommendations",
        ["investigation-step.Note"] = "15 recommendations, with the report",
        ["link.FactId"] = "link/metropolitan/8a2c41f09be3",
        ["link.Of"] = "2022-03-11 High Court",
        ["timeline.FactId"] = "timeline/metropolitan/2022-09-22-5f0e7bb20c11",
        ["timeline-entry.FactId"] = "timeline/metropolitan/2022-09-22-5f0e7bb20c11",
        ["timeline-noted.FactId"] = "timeline/metropolitan/2022-09-22-5f0e7bb20c11",
        ["deadline.Kind"] = "section-55",
        ["deadline.About"] = "The answer to PEEL 2021/22",
        ["prompt.FactId"] = "grade/metropolitan/peel-2021-22/responding-to-the-public",
        ["rename.Name"] = "Hampshire and Isle of Wight Constabulary",
        ["rename.FactId"] = "lineage/hampshire-and-isle-of-wight/renamed/hampshire-and-isle-of-wight-constabulary/2021-04-01",
        ["body-named.Name"] = "the Met",
        ["body-named.Kind"] = "press",
        ["body-renamed.Name"] = "Hampshire and Isle of Wight Constabulary",
        ["body-renamed.Body"] = "hampshire-and-isle-of-wight",
        ["body-renamed.FactId"] = "lineage/hampshire-and-isle-of-wight/renamed/hampshire-and-isle-of-wight-constabulary/2021-04-01",
        ["body-renamed.Note"] = "the new name in law",
        ["body-succeeded.Body"] = "hampshire-fire",
        ["body-succeeded.FactId"] = "lineage/hampshire-fire/into/hampshire-and-isle-of-wight-fire",
        ["body-succeeded.Note"] = "announced as a combination to come",
        ["bodies-inspected.Body"] = "hampshire-fire",
        ["bodies-inspected.With"] = "isle-of-wight-fire",
        ["bodies-inspected.FactId"] = "lineage/hampshire-fire/jointly/isle-of-wight-fire/frs-2018-19/2018-11",
        ["bodies-inspected.Note"] = "before the merger was law",
        ["joint.With"] = "isle-of-wight-fire",
        ["joint.Note"] = "before the merger was law",
    };
}
