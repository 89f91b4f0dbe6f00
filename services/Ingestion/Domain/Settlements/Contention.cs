using System.Collections.Immutable;
using Oversight.Core;
using static Oversight.Ingestion.Facts.FactEvent;

namespace Oversight.Ingestion.Settlements
{
    /// <summary>A conflict and how far it is settled.</summary>
    /// <param name="Body">The body.</param>
    /// <param name="About">The fact in words.</param>
    /// <param name="Sides">The claims that were named as its sides.</param>
    /// <param name="Rounds">How many steps were taken to settle it.</param>
    /// <param name="Last">The last of them.</param>
    public sealed record Contention(string Body, string About, ImmutableHashSet<Guid> Sides, int Rounds = 0, Settling? Last = null)
    {
        /// <summary>Changes with every side and every step; whoever settles says which one they have seen.</summary>
        public int Revision => Sides.Count + Rounds;
    }
}

namespace Oversight.Ingestion.Facts
{
    public sealed partial record Fact
    {
        private Fact With(ConflictFound found)
        {
            var known = Contentions.GetValueOrDefault(found.FactId) ?? new(found.Body, found.About, []);
            return this with { Contentions = Contentions.SetItem(found.FactId, known with { Sides = known.Sides.Union(found.Claims.Select(side => side.Provenance.ClaimId)) }) };
        }

        private Fact With(Settling settling)
        {
            var known = Contentions.GetValueOrDefault(settling.FactId) ?? new("", "", []);
            return this with { Contentions = Contentions.SetItem(settling.FactId, known with { Rounds = settling.Round, Last = settling }) };
        }
    }
}
