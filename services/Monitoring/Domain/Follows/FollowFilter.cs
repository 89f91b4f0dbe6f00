using System.Collections.Frozen;
using Oversight.Core;
using Oversight.Monitoring.Histories;

namespace Oversight.Monitoring.Follows;

/// <summary>Which changes somebody wants to hear of; what is left empty does not narrow.</summary>
/// <param name="Bodies">The ids of bodies.</param>
/// <param name="Kinds">Kinds of entries of a timeline.</param>
/// <param name="Service"><c>police</c> or <c>fire</c>.</param>
public sealed record FollowFilter(IReadOnlyList<string> Bodies, IReadOnlyList<string> Kinds, string? Service)
{
    public const int MostBodies = 100;

    public static readonly FollowFilter Everything = new([], [], null);

    /// <summary>The kinds of entries that a timeline can have; a kind that only its source knows cannot be followed by itself.</summary>
    public static readonly IReadOnlySet<string> KnownKinds = TimelineKinds.OfTheRecord.Concat(TimelineKinds.Known).ToFrozenSet();

    /// <summary>The same, written in one way.</summary>
    public static FollowFilter Of(IEnumerable<string> bodies, IEnumerable<string> kinds, string? service) =>
        new([.. bodies.Distinct().Order(StringComparer.Ordinal)], [.. kinds.Select(kind => kind.ToLowerInvariant()).Distinct().Order(StringComparer.Ordinal)], service?.ToLowerInvariant());

    public bool Admits(string body) => Bodies.Count == 0 || Bodies.Contains(body);

    /// <summary>Whether a body of this service is meant; one whose service nobody knows is only where no service is asked for.</summary>
    public bool AdmitsService(string? service) => Service is null || Service == service;

    public bool Admits(HistoryEntry entry) => Kinds.Count == 0 || Kinds.Any(entry.IsOf);

    public bool IsSameAs(FollowFilter other) => Service == other.Service && Bodies.SequenceEqual(other.Bodies) && Kinds.SequenceEqual(other.Kinds);

    /// <exception cref="RejectedException">It asks for what there is not.</exception>
    public void Check()
    {
        if (Kinds.FirstOrDefault(kind => !KnownKinds.Contains(kind)) is { } unknown)
        {
            throw new RejectedException("filter.kind-unknown", $"No entry of a timeline is of the kind '{Short(unknown)}'; the kinds are {string.Join(", ", KnownKinds.Order(StringComparer.Ordinal))}.");
        }

        if (Service is not (null or "police" or "fire"))
        {
            throw new RejectedException("filter.service-unknown", $"The services are police and fire, not '{Short(Service)}'.");
        }

        if (Bodies.Count > MostBodies)
        {
            throw new RejectedException("filter.too-many", $"A filter names at most {MostBodies} bodies; leave them out to mean all.");
        }
    }

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
