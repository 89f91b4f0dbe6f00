namespace Oversight.EndToEnd.Tests.Browsing;

/// <summary>Every page of the portal, by its route, with addresses that show each of its states.</summary>
internal static class Addresses
{
    public static readonly IReadOnlyDictionary<string, string[]> Of = new Dictionary<string, string[]>
    {
        ["/"] = ["/", "/?asOf=2022-07-08", "/?asOf=2022-07-08&knownAt=2022-06-27&strict=true", "/?asOf=1900-01-01", "/?asOf=nonsense"],
        ["/bodies"] = ["/bodies", "/bodies?service=fire", "/bodies?q=nobody+at+all", "/bodies?service=nonsense"],
        ["/bodies/{id}"] = ["/bodies/metropolitan", "/bodies/metropolitan?asOf=2022-07-08&kind=investigation", "/bodies/avon-fire", "/bodies/nobody"],
        ["/compare/{body}"] = ["/compare/metropolitan", "/compare/metropolitan?leftAsOf=2022-06-27&rightAsOf=2022-09-23"],
        ["/engage"] = ["/engage", "/engage?asOf=2010-01-01"],
        ["/engage/{id}"] = ["/engage/metropolitan", "/engage/kent?asOf=2010-01-01"],
        ["/grades"] = ["/grades", "/grades?programme=peel-2018-19&asOf=2020-01-01", "/grades?programme=nonsense"],
        ["/causes"] = ["/causes", "/causes?asOf=1990-01-01"],
        ["/practice"] = ["/practice", "/practice?q=nothing+of+the+kind"],
        ["/findings"] = ["/findings"],
        ["/audits"] = ["/audits", "/audits?asOf=1990-01-01"],
        ["/investigations"] = ["/investigations", "/investigations?asOf=1990-01-01"],
        ["/section-55"] = ["/section-55"],
        ["/search"] = ["/search", "/search?q=met", "/search?q=nothing+of+the+kind"],
        ["/rulebooks"] = ["/rulebooks"],
        ["/rulebooks/{id}"] = ["/rulebooks/2026-1", "/rulebooks/2026-1?from=2018-01-01&against=trial-causes-only", "/rulebooks/none"],
        ["/system"] = ["/system"],
        ["/accessibility"] = ["/accessibility"],
        ["/changes"] = ["/changes", "/changes?after=999999999"],
        ["/provenance/{submission}"] = ["/provenance/{submission}?line=13", "/provenance/{document}", "/provenance/nothing"],
        ["/work"] = ["/work"],
        ["/work/submissions"] = ["/work/submissions"],
        ["/work/submissions/{id}"] = ["/work/submissions/{submission}", "/work/submissions/{document}"],
        ["/work/candidates"] = ["/work/candidates", "/work/candidates?state=accepted"],
        ["/work/candidates/{id}"] = ["/work/candidates/{candidate}"],
        ["/work/conflicts"] = ["/work/conflicts"],
        ["/work/conflicts/one"] = ["/work/conflicts/one?fact={fact}"],
        ["/work/decisions"] = ["/work/decisions"],
        ["/work/decisions/{id}"] = ["/work/decisions/{decision}"],
        ["/work/decisions/{id}/{verb}"] = ["/work/decisions/{decision}/confirm", "/work/decisions/{decision}/decline", "/work/decisions/{decision}/dance"],
        ["/work/decisions/propose"] = ["/work/decisions/propose"],
        ["/work/decisions/propose/evidence"] = ["/work/decisions/propose/evidence"],
        ["/work/decisions/propose/check"] = ["/work/decisions/propose/check"],
        ["/work/decisions/propose/stop"] = ["/work/decisions/propose/stop"],
        ["/work/acts"] = ["/work/acts"],
        ["/error"] = ["/error?status=403", "/error?status=500"],
        ["/sign-in"] = ["/sign-in", "/sign-in?failed=true"],
        ["/sign-out"] = ["/sign-out"],
    };
}
