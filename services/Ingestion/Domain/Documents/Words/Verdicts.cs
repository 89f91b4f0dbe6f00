using System.Text.RegularExpressions;

namespace Oversight.Ingestion.Documents.Words;

/// <summary>The words that make a grade out of an adjective.</summary>
internal static partial class Verdicts
{
    public const string Verb = "rat(?:ed|ing|es)|grad(?:ed|ing|es)|judg(?:ed|ing|es)|judge?ments?|assess(?:ed|es|ing)|deem(?:ed|s|ing)|brand(?:ed|ing|s)|award(?:ed|s|ing)?|scor(?:ed|es|ing)|mark(?:ed|s|ing)?|rank(?:ed|s)|class(?:ed|ified)|categorised|label(?:led|s)|dubbed|describ(?:ed|es|ing)|consider(?:ed|s)|"
        + "found|concluded|ruled|said|told|held|called|seen as|slammed|named|criticised|grades?|ratings?|given|received|receiv(?:es|ing)|earn(?:ed|s)|handed|achiev(?:ed|es|ing)|got|gets|regraded|downgraded|upgraded|placed (?=in the|at|as)|put (?=in the|at|down as)|bracketed|regarded|viewed|thought (?=to be)|came out|comes out|emerged|ended up|dropp(?:ed|ing)|fell|fallen|slipp(?:ed|ing)|improved|rose|risen|moved up|verdict";

    public static bool In(string text) => Any().IsMatch(text);

    /// <summary>Does a verdict lead straight to what comes after this text?</summary>
    public static bool LeadsTo(string before) => Leading().IsMatch(before);

    [GeneratedRegex($@"\b(?:{Verb})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Any();

    [GeneratedRegex($@"\b(?:{Verb})(?: (?:it|them|the (?:force|service|brigade)|[A-Z][\w&-]+(?: (?:and )?[A-Z][\w&-]+){{0,5}}|the Met|as|to be|being|to|a|an|the|overall|grade|rating|of|being|was|were|by (?:inspectors|the inspectorate|HMICFRS|the watchdog)|was|is|that|also|now|again|still))*,? ?['""]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Leading();
}
