using Oversight.Core;

namespace Oversight.Ingestion.Register;

/// <summary>What has happened to the register of bodies. The names and shapes are stored for ever.</summary>
public abstract record RegisterEvent
{
    private RegisterEvent()
    {
    }

    /// <summary>A body is in the register under its id and its name of today.</summary>
    [EventName("ingestion.body-registered.v1")]
    public sealed record BodyRegistered(
        string Body, string Name, BodyService Service, string? Country, string? OnsCode, string? Cited, string Submission, int Line) : RegisterEvent;

    /// <summary>A body is, or was, known by another name.</summary>
    /// <param name="Name">The other name.</param>
    /// <param name="Kind">Is it in use, a former one, or one of the press?</param>
    /// <param name="From">Since when it is called so.</param>
    /// <param name="To">Until when it was called so.</param>
    [EventName("ingestion.body-named.v1")]
    public sealed record BodyNamed(
        string Body, string Name, NameKind Kind, PartialDate? From, PartialDate? To, string? Cited, string Submission, int Line) : RegisterEvent;
}

/// <summary>What a body is for.</summary>
public enum BodyService
{
    /// <summary>A police force.</summary>
    Police,

    /// <summary>A fire and rescue service.</summary>
    Fire,
}

/// <summary>How a body comes by a name that is not its name of today.</summary>
public enum NameKind
{
    /// <summary>In general use.</summary>
    Alias,

    /// <summary>Once the full name.</summary>
    Former,

    /// <summary>Used by newspapers.</summary>
    Press,

    /// <summary>Its own name in Welsh.</summary>
    Welsh,
}
