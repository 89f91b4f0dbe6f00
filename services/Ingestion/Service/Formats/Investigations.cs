using Oversight.Core;
using Oversight.Ingestion.Facts;
using static Oversight.Ingestion.Facts.InvestigationStep;

namespace Oversight.Ingestion.Formats;

/// <summary>Investigations by the police complaints body, a step a row.</summary>
internal static class Investigations
{
    public static readonly RecordKind Kind = new("investigations",
        [
            new("body", Need.Always), new("case", Need.Always), new("step", Need.Always), new("on", Need.Always), new("published_on", Need.MayBeEmpty),
            new("value", Need.MayBeEmpty), new("with", Need.MayBeEmpty), new("note", Need.MayBeEmpty), new("source_url", Need.Always),
        ],
        Read);

    private static RowContent.OfFacts Read(Cells row)
    {
        var body = row.PoliceForce("body", "investigation.police-only", "The police complaints body does not investigate fire and rescue services.");
        var (name, step, on) = (row.Name("case"), row.Step<InvestigationStep>("step", "investigation.step-unknown"), row.PastDate("on"));
        var value = step is Review or Outcome ? row.OptionalName("value") : row.OneOfWords("value", "investigation.value-unknown", step is Assessed or Form or FormChanged, Values(step));
        var with = row.OptionalName("with");
        switch (step, with)
        {
            case (Combined or Split, null):
                row.Refuse("with", "investigation.other-case-missing", "Say with which other case it was combined, or from which it was split.");
                break;
            case (Combined or Split, { } other) when NameBasedId.Slug(other) == NameBasedId.Slug(name):
                row.Refuse("with", "investigation.other-case-itself", "A case is combined with another one or split from it, not with or from itself.");
                break;
            case (not (Combined or Split), not null):
                row.Refuse("with", "investigation.other-case-not-expected", "Only a case that is combined or split names another one.");
                break;
        }

        return new RowContent.OfFacts(new FactCommand.ClaimInvestigationStep(body, name, step, on, value, with, row.OptionalText("note"), row.ReadFrom()));
    }

    private static string[] Values(InvestigationStep step) => step switch
    {
        Referred => ["mandatory", "voluntary", "called-in"],
        Assessed => ["no-investigation", "investigate"],
        Form or FormChanged => ["independent", "directed", "local", "managed", "supervised"],
        Concluded => ["report", "case-to-answer-gross-misconduct", "case-to-answer-misconduct", "no-case-to-answer", "learning-recommendations", "file-to-cps"],
        Proceedings => ["meeting", "hearing", "accelerated-hearing", "reflective-practice"],
        _ => [],
    };
}
