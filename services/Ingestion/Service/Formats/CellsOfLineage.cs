using Oversight.Ingestion.Register;
using Oversight.Ingestion.Text;

namespace Oversight.Ingestion.Formats;

internal sealed partial class Cells
{
    public LineageStep LineageStep(string field) => OneOf(field, "lineage.step-unknown", "renamed, merged-into, formed-from or inspected-jointly-with",
        ("renamed", Formats.LineageStep.Renamed), ("merged-into", Formats.LineageStep.MergedInto),
        ("formed-from", Formats.LineageStep.FormedFrom), ("inspected-jointly-with", Formats.LineageStep.InspectedJointlyWith));

    /// <summary>The body of the row and the other one.</summary>
    public (string Body, string Other) TwoBodies(string dated)
    {
        var service = OptionalService("service");
        var (body, other) = (Body("body", service, dated), Body("other", service, dated));
        if (body == other)
        {
            Refuse("other", "lineage.with-itself", $"{Shown.Of(Value("other"))} is the same body; this step takes two.");
        }

        return (body, other);
    }

    /// <summary>Does the register know that body by that name?</summary>
    public bool Means(string name, string body) => reading.Bodies.NamesOf(NameKey.Of(name)).Exists(known => known.Body == body);

    public void LeaveEmpty(params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
        {
            if (Value(field) != "")
            {
                Refuse(field, "lineage.not-expected", $"{field} says nothing about {Shown.Of(Value("step"))}; leave it empty.");
            }
        }
    }
}
