using System.Collections.Frozen;

namespace Oversight.Core;

/// <summary>What somebody is here; an identity provider says it as <c>chief-inspector</c>.</summary>
public enum Role
{
    /// <summary>Reads what is not public yet.</summary>
    Viewer,

    /// <summary>Prepares what others decide on.</summary>
    Analyst,

    /// <summary>Proposes.</summary>
    Inspector,

    /// <summary>Decides.</summary>
    ChiefInspector,

    /// <summary>Reads what was attempted.</summary>
    Auditor,

    /// <summary>Looks after the system; decides nothing.</summary>
    Administrator,
}

/// <summary>Who may do what.</summary>
public static class Roles
{
    // The first of these that somebody has is the one they act in.
    private static readonly FrozenDictionary<string, Role[]> Table = new Dictionary<string, Role[]>
    {
        ["decision.read"] = [Role.ChiefInspector, Role.Inspector, Role.Analyst, Role.Auditor, Role.Administrator, Role.Viewer],
        ["decision.propose"] = [Role.ChiefInspector, Role.Inspector],
        ["decision.confirm"] = [Role.ChiefInspector],
        ["decision.decline"] = [Role.ChiefInspector],
        ["decision.publish"] = [Role.ChiefInspector],

        // And of these only the proposer or a chief inspector: the rules of decisions say so.
        ["decision.withdraw"] = [Role.ChiefInspector, Role.Inspector],
        ["decision.interrupt"] = [Role.ChiefInspector, Role.Inspector],
        ["decision.resume"] = [Role.ChiefInspector, Role.Inspector],

        ["conflict.settle"] = [Role.ChiefInspector, Role.Inspector],
        ["candidate.accept"] = [Role.ChiefInspector, Role.Inspector, Role.Analyst],

        // Where the identity provider is that of the people of this machine, or none, anybody may.
        ["submission.send"] = [Role.ChiefInspector, Role.Inspector, Role.Analyst, Role.Administrator],

        ["follow.keep"] = [Role.ChiefInspector, Role.Inspector, Role.Analyst, Role.Auditor, Role.Administrator, Role.Viewer],

        ["clock.run"] = [Role.Administrator],

        ["attempt.read"] = [Role.Auditor, Role.Administrator],
    }.ToFrozenDictionary();

    /// <summary>Every act that is in the table.</summary>
    public static IEnumerable<string> Acts => Table.Keys;

    /// <summary>Who may do it.</summary>
    public static IReadOnlyList<Role> For(string act) => Table[act];

    /// <summary>The role in which somebody who has <paramref name="held"/> may do it; null when they may not.</summary>
    public static Role? In(string act, IReadOnlyCollection<Role> held) => Table[act].Where(held.Contains).Select(role => (Role?)role).FirstOrDefault();

    /// <summary>Reads <c>chief-inspector</c>, in any capitals; null for what is no role here.</summary>
    public static Role? Parse(string text) => Enum.GetValues<Role>().Where(role => role.Word.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase)).Select(role => (Role?)role).FirstOrDefault();

    extension(Role role)
    {
        /// <summary>As it is written: ChiefInspector is <c>chief-inspector</c>.</summary>
        public string Word => role == Role.ChiefInspector ? "chief-inspector" : role.ToString().ToLowerInvariant();

        /// <summary>As it is said: chief inspector.</summary>
        public string InWords => role.Word.Replace('-', ' ');
    }
}
