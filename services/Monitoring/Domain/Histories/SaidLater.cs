using Oversight.Core;
using Oversight.Monitoring.Profiles;
using Oversight.Monitoring.Records;

namespace Oversight.Monitoring.Histories;

/// <summary>What was said later of the facts that a timeline tells of: corrections, withdrawals, disputes, conflicts and how they were settled.</summary>
internal sealed class SaidLater(Trail trail, IReadOnlyList<Conflict> conflicts, Viewpoint viewpoint)
{
    /// <summary>What to say beside one side of a fact. What was published after a withdrawal stands.</summary>
    public IEnumerable<Mark> MarksOf<T>(Seen<T> said, string inWords)
        where T : notnull
    {
        var facts = said.Evidence.Select(source => source.Provenance.FactId).ToHashSet();
        var of = trail.Of(facts.Contains, viewpoint);
        var sides = conflicts.Where(conflict => facts.Contains(conflict.FactId) && conflict.Sides.Any(side => side.Value.Value == inWords))
            .Select(conflict => conflict.Settled?.Says(inWords) switch { Answer.Yes => Mark.Settled, Answer.No => Mark.Overruled, _ => Mark.Conflicting });
        return of.Marks.Where(mark => mark != Mark.Withdrawn || IsWithdrawn(of, said.PublishedOn)).Concat(sides).Distinct().Order();
    }

    /// <summary>The entry with what was said of the facts that it rests on.</summary>
    public HistoryEntry Beside(HistoryEntry entry)
    {
        var facts = entry.Sources.Select(source => source.FactId).ToHashSet();
        var of = trail.Of(facts.Contains, viewpoint);

        // Whether grades, figures and findings were taken back depends on when each was published, and was said above.
        var marks = entry.Kind is "grades" or "audit" or "finding" ? [] : of.Marks;
        var settlings = conflicts.Where(conflict => facts.Contains(conflict.FactId)).SelectMany(conflict => conflict.Trail.Settlings).OrderBy(step => step.RecordedAt);
        return entry with
        {
            Marks = [.. entry.Marks.Concat(marks).Distinct()],
            Trail = entry.Trail.Count > 0 ? entry.Trail : new FactTrail([.. settlings], of.Annotations).Steps,
        };
    }

    private bool IsWithdrawn(FactTrail of, PartialDate? published) => of.Annotations.Select(noted => noted.Value)
        .Where(noted => noted.What == AnnotationKind.Withdrawn && noted.On.OnOrBefore(viewpoint.AsOf) == Answer.Yes)
        .Any(noted => !(published?.First > noted.On.Last));
}
