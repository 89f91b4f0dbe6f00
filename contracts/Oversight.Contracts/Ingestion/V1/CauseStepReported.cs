namespace Oversight.Contracts.Ingestion.V1;

/// <summary>A source reports what became of a cause of concern, or of an area for improvement.</summary>
/// <param name="Body">The id of the body that has it.</param>
/// <param name="Cause">The id of the cause or area; it need not have been reported itself.</param>
/// <param name="Title">Its subject.</param>
/// <param name="Inspection">Under which it was raised, as printed.</param>
/// <param name="Programme">The inspection without the remark in brackets.</param>
/// <param name="Step"><c>raised-early</c>, <c>accelerated-in-sum</c>, <c>escalated</c>, <c>plan-requested</c>, <c>plan-received</c>, <c>revisited</c>, <c>still-open</c>,
/// <c>recommendation</c>, <c>recommendation-met</c>, <c>closed</c>, <c>re-issued</c>, <c>superseded</c>, <c>disputed</c>, <c>joined-engage</c>,
/// and for areas for improvement <c>afi-raised</c>, <c>afi-discharged</c>, <c>afi-carried-over</c>.</param>
/// <param name="On">When, as precisely as the source says; null where it does not.</param>
/// <param name="Recommendation">Its number or words; with <c>recommendation-met</c> perhaps only how many, such as 3 of 5.</param>
/// <param name="Due">As published: a date, "immediately", "within three months"; null where there is none.</param>
/// <param name="By">Who disputes; or what closed it, such as a letter or a report.</param>
/// <param name="Under">The later inspection.</param>
/// <param name="GrownFrom">The area for improvement that an escalated cause was.</param>
/// <param name="Note">What else the source says.</param>
/// <param name="Source">Where it was read.</param>
[WireName("ingestion.cause-step-reported.v1")]
public sealed record CauseStepReported(
    string Body, string Cause, string Title, string Inspection, string Programme, string Step, string? On,
    string? Recommendation, string? Due, string? By, string? Under, string? GrownFrom, string Note, Source Source) : IContract;
