using Oversight.Core;

namespace Oversight.Monitoring.Lineage;

/// <summary>Who holds what a body left.</summary>
public static class Heirs
{
    /// <summary>The body itself while it exists or may; after that what it became part of, or what that did.</summary>
    public static IReadOnlyList<string> Of(string body, IReadOnlyDictionary<string, LineageReading> lineages)
    {
        List<string> found = [body];
        for (var i = 0; i < found.Count; i++)
        {
            if (Gone(found[i]) is { } gone)
            {
                found.AddRange(gone.Successors.Select(succession => succession.Successor).Where(id => !found.Contains(id)).Distinct().ToArray());
            }
        }

        return found.FindAll(id => Gone(id) is null) is { Count: > 0 } heirs ? heirs : [body];

        LineageReading? Gone(string id) => lineages.GetValueOrDefault(id) is { Existed: Answer.No } lineage ? lineage : null;
    }
}
