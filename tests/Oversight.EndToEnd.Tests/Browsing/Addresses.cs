namespace Oversight.EndToEnd.Tests.Browsing;

/// <summary>Every page of the portal, by its route, with addresses that show each of its states.</summary>
internal static class Addresses
{
    public static readonly IReadOnlyDictionary<string, string[]> Of = new Dictionary<string, string[]>
    {
        ["/"] = ["/", "/?asOf=2022-07-08", "/?asOf=2022-07-08&knownAt=2022-06-27&strict=true", "/?asOf=1900-01-01", "/?asOf=nonsense"],
        ["/bodies/{id}"] = ["/bodies/metropolitan", "/bodies/metropolitan?asOf=2022-07-08&kind=investigation", "/bodies/avon-fire", "/bodies/nobody"],
        ["/engage"] = ["/engage", "/engage?asOf=2010-01-01"],
        ["/changes"] = ["/changes", "/changes?after=999999999"],
        ["/error"] = ["/error?status=403", "/error?status=500"],
        ["/sign-in"] = ["/sign-in", "/sign-in?failed=true"],
        ["/sign-out"] = ["/sign-out"],
    };
}
