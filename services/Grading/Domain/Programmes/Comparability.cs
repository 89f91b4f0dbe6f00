using Oversight.Core;

namespace Oversight.Grading.Programmes;

/// <summary>Whether grades of two programmes may be set side by side as one series.</summary>
/// <param name="Comparable">Cannot tell where the inspectorate says nothing.</param>
/// <param name="Because">A sentence that a person understands.</param>
public sealed record Comparability(Answer Comparable, string Because)
{
    /// <summary>The same whichever of the two is named first.</summary>
    public static Comparability Of(Programme one, Programme other)
    {
        if (one.Id == other.Id)
        {
            return new(Answer.Yes, "It is one programme.");
        }

        var (earlier, later) = (one.Published.First, one.Id).CompareTo((other.Published.First, other.Id)) < 0 ? (one, other) : (other, one);
        return later switch
        {
            _ when later.Kind != earlier.Kind => new(Answer.No, $"{earlier.Name} and {later.Name} do not inspect the same things."),
            _ when later.ComparableWith.Contains(earlier.Id) => new(Answer.Yes, later.ComparableBecause ?? "The later one was made for it."),
            { ApartBecause: { } reason } => new(Answer.No, reason),
            _ when later.Scale?.Name != earlier.Scale?.Name =>
                new(Answer.No, $"{earlier.Name} grades on another scale ({earlier.Scale?.Name ?? "none"}) than {later.Name} ({later.Scale?.Name ?? "none"})."),
            _ => new(Answer.CannotTell, $"Nothing published says whether {later.Name} may be compared with {earlier.Name}."),
        };
    }
}
