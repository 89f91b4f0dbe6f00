using Oversight.Core;
using Oversight.Monitoring.Records;

namespace Oversight.Monitoring.Profiles;

/// <summary>Which body a reader means.</summary>
public static class Names
{
    private const int MostSuggestions = 5;

    /// <summary>The body with this id or, failing that, with this name; capitals, "the", "&amp;" and punctuation do not matter.</summary>
    public static BodyRecord? Find(IReadOnlyCollection<BodyRecord> bodies, string asked)
    {
        var plain = Plain(asked);
        return bodies.FirstOrDefault(body => body.Id == asked)
            ?? bodies.FirstOrDefault(body => body.Id == plain)
            ?? bodies.OrderBy(body => body.Id, StringComparer.Ordinal).FirstOrDefault(body => Called(body).Any(name => Plain(name) == plain));
    }

    /// <summary>Ids close to what was asked for, the closest first.</summary>
    public static IReadOnlyList<string> Near(IReadOnlyCollection<BodyRecord> bodies, string asked)
    {
        var plain = Plain(asked.Length <= 100 ? asked : asked[..100]);
        return [.. bodies.Select(body => (body.Id, Away: Called(body).Append(body.Id).Min(name => Away(plain, Plain(name)))))
            .Where(body => body.Away <= Math.Max(2, plain.Length / 3))
            .OrderBy(body => body.Away).ThenBy(body => body.Id, StringComparer.Ordinal).Take(MostSuggestions).Select(body => body.Id)];
    }

    private static IEnumerable<string> Called(BodyRecord body) =>
        body.Registrations.Select(registration => registration.Name).Concat(body.Names.Select(name => name.Name));

    private static string Plain(string name)
    {
        var slug = NameBasedId.Slug(name.Replace("&", " and ", StringComparison.Ordinal));
        return slug.StartsWith("the-", StringComparison.Ordinal) ? slug[4..] : slug;
    }

    // How many letters to change; what only continues what was asked is close.
    private static int Away(string asked, string name)
    {
        if (asked.Length > 2 && name.StartsWith(asked, StringComparison.Ordinal))
        {
            return 1;
        }

        var row = Enumerable.Range(0, name.Length + 1).ToArray();
        for (var i = 1; i <= asked.Length; i++)
        {
            var (diagonal, left) = (row[0], row[0] = i);
            for (var j = 1; j <= name.Length; j++)
            {
                left = Math.Min(Math.Min(left, row[j]) + 1, diagonal + (asked[i - 1] == name[j - 1] ? 0 : 1));
                (diagonal, row[j]) = (row[j], left);
            }
        }

        return row[^1];
    }
}
