namespace Oversight.Portal.Words;

/// <summary>The kinds of changes that can be followed, in groups, as people call them.</summary>
public static class Kinds
{
    /// <summary>Every kind by its group.</summary>
    public static readonly IReadOnlyList<(string Group, IReadOnlyList<(string Kind, string Text)> Of)> All =
    [
        ("Phases of monitoring", [("engage", "Moves to Engage"), ("scan", "Returns to Scan"), ("engage-step", "Steps of a stay in Engage"), ("label", "Labels of earlier schemes"), ("monitoring", "Other news of monitoring")]),
        ("Causes of concern and deadlines",
            [("cause", "Causes of concern"), ("area-for-improvement", "Areas for improvement"), ("deadline", "Missed deadlines"), ("section-55", "Answers to reports (section 55)")]),
        ("Grades and reports", [("grades", "Grades"), ("audit", "Recording and stop-and-search audits"), ("finding", "Findings"), ("practice", "Practice that was praised"), ("inspection", "Inspections"), ("publication", "Publications")]),
        ("Investigations and proceedings",
            [
                ("investigation", "Steps of investigations"), ("iopc", "News of the IOPC"), ("misconduct", "Misconduct"), ("court", "Courts"), ("inquiry", "Inquiries"), ("review", "Reviews"), ("commission", "Commissions"),
                ("incident", "Incidents"), ("undertaking", "Undertakings"),
            ]),
        ("People and politics", [("leadership", "Leadership"), ("parliament", "Parliament"), ("government", "Government"), ("letter", "Letters"), ("statement", "Statements")]),
        ("The record itself",
            [
                ("settled", "Conflicts settled"), ("reopened", "Conflicts open again"), ("corrected", "Corrections"), ("withdrawn", "Withdrawals"), ("disputed", "Disputes"), ("dispute-withdrawn", "Disputes withdrawn"),
                ("name", "Former names"), ("lineage", "Mergers and new names"), ("joint-inspection", "Joint inspections"),
            ]),
    ];

    /// <summary>A kind as people call it; one that is not known stays as it is.</summary>
    public static string Text(string kind) => All.SelectMany(group => group.Of).FirstOrDefault(one => one.Kind == kind).Text ?? Say.Spaced(kind);
}
