using Oversight.Ingestion.Facts;
using Oversight.Ingestion.Register;
using Oversight.Ingestion.Text;

namespace Oversight.Ingestion.Formats;

internal sealed partial class Cells
{
    /// <summary>Nobody who says nothing about it has said no.</summary>
    public Acceleration Accelerated(string field) => Value(field) == "" ? Acceleration.Unknown : OneOf(field, "accelerated.unknown", "yes, no or unknown",
        ("yes", Acceleration.Yes), ("no", Acceleration.No), ("unknown", Acceleration.Unknown));

    public BodyService? OptionalService(string field) => Value(field) == "" ? null : Service(field);

    public CauseStep CauseStep(string field)
    {
        var text = Required(field);
        if (!CauseSteps.TryParse(text, out var step))
        {
            Refuse(field, "cause-step.unknown", $"{Shown.Of(text)} is no step; known are {string.Join(", ", CauseSteps.All)}.");
        }

        return step;
    }
}
