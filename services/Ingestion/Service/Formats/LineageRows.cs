using Oversight.Ingestion.Facts;
using Oversight.Ingestion.Register;

namespace Oversight.Ingestion.Formats;

/// <summary>Where bodies come from: renamings, mergers, and inspections of several as one.</summary>
internal static class LineageRows
{
    public static readonly RecordKind Kind = new("lineage",
        [
            new("body", Need.Always), new("service", Need.MayBeEmpty), new("step", Need.Always), new("other", Need.MayBeEmpty),
            new("former_name", Need.MayBeEmpty), new("name", Need.MayBeEmpty), new("law_on", Need.MayBeEmpty), new("in_use_on", Need.MayBeEmpty),
            new("on", Need.MayBeEmpty), new("published_on", Need.MayBeEmpty), new("note", Need.MayBeEmpty), new("source_url", Need.Always),
        ],
        row => row.LineageStep("step") switch
        {
            LineageStep.Renamed => Rename(row),
            LineageStep.InspectedJointlyWith => JointInspection(row),
            var step => Succession(row, step),
        });

    private static RowContent.OfFacts Succession(Cells row, LineageStep step)
    {
        row.LeaveEmpty("former_name", "name", "on");
        var (body, other) = row.TwoBodies("law_on");
        var (earlier, later) = step == LineageStep.MergedInto ? (body, other) : (other, body);
        var (law, use) = (row.EffectiveDate("law_on"), row.OptionalEffectiveDate("in_use_on"));
        return new(new FactCommand.ClaimSuccession(earlier, later, step == LineageStep.FormedFrom, law, use, row.OptionalText("note"), row.ReadFrom()));
    }

    private static RowContent.OfFacts Rename(Cells row)
    {
        row.LeaveEmpty("other", "on");
        var body = row.Body("body", row.OptionalService("service"), "law_on");
        var (former, name) = (row.OptionalName("former_name"), row.Name("name"));
        var (law, use) = (row.OptionalEffectiveDate("law_on"), row.OptionalEffectiveDate("in_use_on"));
        if (law is null && use is null)
        {
            row.Refuse("law_on", "lineage.undated", "A renaming needs a date: law_on, in_use_on, or both.");
        }

        return new(new FactCommand.ClaimRename(body, former, name, law, use, row.OptionalText("note"), row.ReadFrom()))
        {
            Name = former is not null && !row.Means(former, body)
                ? new RegisterCommand.NameBody(body, former, NameKind.Former, null, law ?? use, row.OptionalCited(), row.Submission, row.Line) : null,
        };
    }

    private static RowContent.OfFacts JointInspection(Cells row)
    {
        row.LeaveEmpty("former_name", "law_on", "in_use_on");
        var (one, other) = row.TwoBodies("on");
        if (string.CompareOrdinal(one, other) > 0)
        {
            (one, other) = (other, one);
        }

        return new(new FactCommand.ClaimJointInspection(one, other, row.Name("name"), row.PastDate("on"), row.OptionalText("note"), row.ReadFrom()));
    }
}

/// <summary>What a row of lineage is about.</summary>
internal enum LineageStep
{
    /// <summary>The body got another name.</summary>
    Renamed,

    /// <summary>The body became part of another one that was there already, or that is not said to be new.</summary>
    MergedInto,

    /// <summary>The body is new and came from another one.</summary>
    FormedFrom,

    /// <summary>The body was inspected together with another one, as one.</summary>
    InspectedJointlyWith,
}
