using JasperFx.Events;
using Marten.Events.Aggregation;
using Oversight.Hosting;
using Oversight.Monitoring.Bodies;

namespace Oversight.Monitoring.Prompts;

/// <summary>Keeps the prompts of each body.</summary>
public sealed partial class BodyPromptsProjection : SingleStreamProjection<BodyPrompts, string>
{
    public BodyPromptsProjection()
    {
        IncludeType<BodyEvent.PromptRaised>();
        IncludeType<BodyEvent.PromptCleared>();
    }

    public override BodyPrompts? Evolve(BodyPrompts? snapshot, string id, IEvent e)
    {
        Telemetry.Viewed(e, "prompts");
        return e.Data is BodyEvent said ? BodyPrompts.Evolve(snapshot ?? new(id, []), said, e.Timestamp.ToUniversalTime()) : snapshot;
    }
}
