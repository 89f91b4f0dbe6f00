using Oversight.Core;
using Oversight.Monitoring.Records;

namespace Oversight.Monitoring.Profiles;

/// <summary>Which body a reader means.</summary>
public static class Names
{
    /// <summary>The body with this id or, failing that, with this name; capitals, "the", "&amp;" and punctuation do not matter.</summary>
    public static BodyRecord? Find(IReadOnlyCollection<BodyRecord> bodies, string asked)
    {
        var plain = Plain(asked);
        return bodies.FirstOrDefault(body => body.Id == asked)
            ?? bodies.FirstOrDefault(body => body.Id == plain)
            ?? bodies.OrderBy(body => body.Id, StringComparer.Ordinal).FirstOrDefault(body => Called(body).Any(name => Plain(name) == plain));
    }

    /// <summary>Ids close to what was asked for, the closest first.</summary>
    public static IReadOnlyList<string> Near(IReadOnlyCollection<BodyRecord> bodies, string asked) =>
        Spelling.Near(Plain(asked), bodies.Select(body => (body.Id, Called(body).Append(body.Id).Select(Plain))));

    private static IEnumerable<string> Called(BodyRecord body) =>
        body.Registrations.Select(registration => registration.Name).Concat(body.Names.Select(name => name.Name));

    private static string Plain(string name)
    {
        var slug = NameBasedId.Slug(name.Replace("&", " and ", StringComparison.Ordinal));
        return slug.StartsWith("the-", StringComparison.Ordinal) ? slug[4..] : slug;
    }
}
