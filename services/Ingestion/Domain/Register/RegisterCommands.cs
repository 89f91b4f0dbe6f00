using Oversight.Core;

namespace Oversight.Ingestion.Register;

/// <summary>What may be asked of the register of bodies.</summary>
public abstract record RegisterCommand
{
    private RegisterCommand()
    {
    }

    /// <summary>Take a body into the register.</summary>
    public sealed record RegisterBody(
        string Body, string Name, BodyService Service, string? Country, string? OnsCode, string? Cited, string Submission, int Line) : RegisterCommand;

    /// <summary>Note another name of a body in the register.</summary>
    public sealed record NameBody(
        string Body, string Name, NameKind Kind, PartialDate? From, PartialDate? To, string? Cited, string Submission, int Line) : RegisterCommand;
}
