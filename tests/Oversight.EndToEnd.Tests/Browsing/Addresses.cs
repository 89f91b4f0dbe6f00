namespace Oversight.EndToEnd.Tests.Browsing;

/// <summary>A page in one of its states.</summary>
/// <param name="Path">Where; what stands in braces is something that the running system made up.</param>
/// <param name="Says">Words by which the state is known.</param>
/// <param name="Status">How it is answered.</param>
/// <param name="IsForPeople">Whether whoever is not signed in is sent to the door.</param>
internal sealed record Address(string Path, string Says, int Status = 200, bool IsForPeople = false);

/// <summary>Every page of the portal by its route, with addresses that show each of its states, as a chief inspector finds them.</summary>
internal static class Addresses
{
    private const string Problem = "There is a problem", NotFound = "Page not found", Nothing = "on record at this time";

    public static readonly IReadOnlyDictionary<string, Address[]> Of = new Dictionary<string, Address[]>
    {
        ["/"] =
        [
            new("/", "in Engage"), new("/?asOf=2022-07-08", "6 bodies in Engage"), new("/?asOf=2022-07-08&knownAt=2022-06-27&strict=true", "as published by 27 June 2022"),
            new("/?recordedAt=2020-01-01T00:00:00Z", "No body is on record at this time"), new("/?asOf=nonsense", Problem, 400),
        ],
        ["/bodies"] = [new("/bodies", "Metropolitan Police Service"), new("/bodies?service=fire", "Avon Fire"), new("/bodies?q=nobody+at+all", "0 of"), new("/bodies?service=nonsense", Problem, 400)],
        ["/bodies/{id}"] =
        [
            new("/bodies/metropolitan", "Names and lineage"), new("/bodies/metropolitan?asOf=2022-07-08", "Engage since 28 June 2022"), new("/bodies/metropolitan?kind=investigation", "Timeline"),
            new("/bodies/avon-fire?asOf=1990-01-01", Nothing), new("/bodies/metropolitan?asOf=1752-01-01", Nothing), new("/bodies/metropolitan?asOf=2090-01-01", "is still to come"), new("/bodies/nobody", NotFound, 404),
        ],
        ["/compare/{body}"] = [new("/compare/metropolitan", "As it is today"), new("/compare/metropolitan?leftAsOf=2022-07-08&rightAsOf=2022-07-08", "Nothing differs"), new("/compare/metropolitan?leftAsOf=2022-06-27&rightAsOf=2022-09-23", "What explains it"), new("/compare/metropolitan?leftAsOf=soon", Problem, 400), new("/compare/nobody", NotFound, 404)],
        ["/engage"] = [new("/engage", "Every stay"), new("/engage?recordedAt=2020-01-01T00:00:00Z", Nothing)],
        ["/engage/{id}"] = [new("/engage/metropolitan", "Step by step"), new("/engage/kent?asOf=2010-01-01", "No stay in Engage on record"), new("/engage/nobody", NotFound, 404)],
        ["/grades"] = [new("/grades", "How many got which grade"), new("/grades?programme=peel-2018-19&asOf=2020-06-01", "PEEL 2018/19"), new("/grades?programme=nonsense", Problem, 400)],
        ["/causes"] = [new("/causes", "The register"), new("/causes?recordedAt=2020-01-01T00:00:00Z", "No cause of concern is on record"), new("/causes?state=nonsense", Problem, 400)],
        ["/practice"] = [new("/practice", "No adoption is on record"), new("/practice?q=nothing+of+the+kind", "No practice on record")],
        ["/findings"] = [new("/findings", "Findings"), new("/findings?asOf=1990-01-01", "No finding on record")],
        ["/audits"] = [new("/audits", "Stop and search"), new("/audits?asOf=1990-01-01", "No audit on record")],
        ["/investigations"] = [new("/investigations", "Investigations"), new("/investigations?asOf=1990-01-01", "No investigation on record")],
        ["/section-55"] = [new("/section-55", "reports of"), new("/section-55?asOf=1990-01-01", "No report on record")],
        ["/search"] = [new("/search", "Type a word or two"), new("/search?q=met", "results for"), new("/search?q=nothing+of+the+kind", "Nothing on record at this time has"), new("/search?q=a+b+c+d+e+f+g+h+i+j+k", "at most 10 words")],
        ["/rulebooks"] = [new("/rulebooks", "2026-1")],
        ["/rulebooks/{id}"] = [new("/rulebooks/2026-1", "Its rules"), new("/rulebooks/2026-1?from=2018-01-01&beside=trial-causes-only", "Every entry into Engage"), new("/rulebooks/2026-1?from=2019-01-01&to=2018-01-01", Problem, 400), new("/rulebooks/none", NotFound, 404)],
        ["/system"] = [new("/system", "ingestion")],
        ["/accessibility"] = [new("/accessibility", "How it is tested")],
        ["/changes"] = [new("/changes", "something was learned of"), new("/changes?after=999999999", "Nothing was learned since then"), new("/changes?when=week", "Since Monday, "), new("/changes?when=visit", "something was learned of"), new("/changes?since=2100-01-01", "Nothing was learned since then"), new("/changes?since=soon", Problem, 400)],
        ["/provenance/{submission}"] = [new("/provenance/{submission}?line=13", "What this row says"), new("/provenance/{document}", "What was read in it"), new("/provenance/nothing", NotFound, 404)],
        // A decision that is confirmed is looked at by the journey that takes it.
        ["/provenance/decision/{id}"] = [new("/provenance/decision/kent-nothing", NotFound, 404)],
        ["/work"] = [new("/work", "wait to be accepted or declined")],
        ["/work/submissions"] = [new("/work/submissions", "Send a file"), new("/work/submissions?only=refused", "stop-search-audits.csv")],
        ["/work/submissions/{id}"] = [new("/work/submissions/{submission}", "Lines that were refused"), new("/work/submissions/{document}", "work through them"), new("/work/submissions/nothing", NotFound, 404)],
        ["/work/candidates"] = [new("/work/candidates", "confidence"), new("/work/candidates?state=declined&body=kent", "No candidate fits")],
        ["/work/candidates/{id}"] = [new("/work/candidates/{candidate}", "Read by"), new("/work/candidates/nothing", NotFound, 404)],
        ["/work/conflicts"] = [new("/work/conflicts", "Sides"), new("/work/conflicts?state=unsettled", "Staffordshire Police"), new("/work/conflicts?state=settled&asOf=1990-01-01", "No sources disagree")],
        ["/work/conflicts/one"] = [new("/work/conflicts/one?fact={fact}", "The sides"), new("/work/conflicts/one?fact=nothing", NotFound, 404)],
        ["/work/decisions"] = [new("/work/decisions", "Kent", IsForPeople: true)],
        ["/work/decisions/{id}"] = [new("/work/decisions/{decision}", "What you can do", IsForPeople: true), new("/work/decisions/nothing", NotFound, 404, IsForPeople: true)],
        ["/work/decisions/{id}/{verb}"] =
        [
            new("/work/decisions/{decision}/confirm", "A confirmed decision is never taken back", IsForPeople: true), new("/work/decisions/{decision}/decline", "It stays on record with your name", IsForPeople: true),
            new("/work/decisions/{decision}/dance", NotFound, 404),
        ],
        ["/work/decisions/propose"] = [new("/work/decisions/propose", "What is to move?", IsForPeople: true)],
        // Whoever has not said what comes before is led to it; the journey of a proposal looks at these.
        ["/work/decisions/propose/evidence"] = [new("/work/decisions/propose/evidence", "What is to move?", IsForPeople: true)],
        ["/work/decisions/propose/check"] = [new("/work/decisions/propose/check", "What is to move?", IsForPeople: true)],
        ["/work/decisions/propose/stop"] = [new("/work/decisions/propose/stop", "What is to move?", IsForPeople: true)],
        ["/work/acts"] = [new("/work/acts", "What you did", IsForPeople: true)],
        ["/following"] = [new("/following", "Moves of Kent Police", IsForPeople: true)],
        ["/following/new"] = [new("/following/new?body=kent&kind=engage", "Where are mails to go?", IsForPeople: true)],
        ["/following/{id}"] = [new("/following/{follow}", "Since you last looked", IsForPeople: true), new("/following/nothing", NotFound, 404, IsForPeople: true)],
        ["/following/{id}/edit"] = [new("/following/{follow}/edit", "Where are mails to go?", IsForPeople: true), new("/following/nothing/edit", NotFound, 404, IsForPeople: true)],
        ["/unsubscribe/{token}"] = [new("/unsubscribe/nothing", "This link ends nothing", 404)],
        ["/error"] = [new("/error?status=403", "You may not do this", 403), new("/error?status=500", "There is a problem with this page", 500), new("/error?status=503", "The service does not answer just now", 503)],
        ["/sign-in"] = [new("/sign-in", "Go to the sign-in page"), new("/sign-in?failed=true", "Nobody was signed in")],
        ["/sign-out"] = [new("/sign-out", "You are signed out")],
    };
}
