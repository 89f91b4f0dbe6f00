using Oversight.Core;

namespace Oversight.Ingestion.Facts;

public abstract partial record Statement
{
    /// <summary>A change of a body, in law and in daily use; one of the two is always said.</summary>
    public sealed record IsChange(PartialDate? LawOn, PartialDate? InUseOn) : Statement
    {
        /// <inheritdoc/>
        public override string InWords => $"{On}{(LawOn is not null && InUseOn is not null ? $", in use {InUseOn}" : "")}";

        internal PartialDate On => LawOn ?? InUseOn!.Value;

        internal override Comparison To(Statement earlier)
        {
            var other = (IsChange)earlier;
            return Of(LawOn, other.LawOn) | Of(InUseOn, other.InUseOn);
        }
    }
}
