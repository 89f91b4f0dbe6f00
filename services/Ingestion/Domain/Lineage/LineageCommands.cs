using Oversight.Core;
using Oversight.Ingestion.Lineage;

namespace Oversight.Ingestion.Facts;

public abstract partial record FactCommand
{
    /// <summary>A body became, or became part of, another one.</summary>
    /// <param name="Body">The earlier body.</param>
    /// <param name="Successor">The later one.</param>
    /// <param name="Formed">Was the later one new? Otherwise it was there already and took the earlier one over.</param>
    /// <param name="LawOn">When it was so in law.</param>
    /// <param name="InUseOn">When it was so in daily work, where that was another day.</param>
    /// <param name="Note">What else the source says.</param>
    /// <param name="From">Where it was read.</param>
    public sealed record ClaimSuccession(
        string Body, string Successor, bool Formed, PartialDate LawOn, PartialDate? InUseOn, string Note, ReadFrom From) : FactCommand
    {
        /// <inheritdoc/>
        public override string Stream => LineageFacts.Stream(Body);
    }

    /// <summary>A body got another name.</summary>
    /// <param name="Body">Its id, which stays.</param>
    /// <param name="FormerName">The name it had; null where the source does not say.</param>
    /// <param name="Name">The name it got.</param>
    /// <param name="LawOn">When it was so called in law.</param>
    /// <param name="InUseOn">When the name came into use.</param>
    /// <param name="Note">What else the source says.</param>
    /// <param name="From">Where it was read.</param>
    public sealed record ClaimRename(
        string Body, string? FormerName, string Name, PartialDate? LawOn, PartialDate? InUseOn, string Note, ReadFrom From) : FactCommand
    {
        /// <inheritdoc/>
        public override string Stream => LineageFacts.Stream(Body);
    }

    /// <summary>Two bodies were inspected as one.</summary>
    /// <param name="Body">One of them.</param>
    /// <param name="Other">The other one.</param>
    /// <param name="Inspection">Which inspection.</param>
    /// <param name="On">When, or when it was reported.</param>
    /// <param name="Note">What else the source says.</param>
    /// <param name="From">Where it was read.</param>
    public sealed record ClaimJointInspection(string Body, string Other, string Inspection, PartialDate On, string Note, ReadFrom From) : FactCommand
    {
        /// <inheritdoc/>
        public override string Stream => LineageFacts.Stream(Body);
    }
}
