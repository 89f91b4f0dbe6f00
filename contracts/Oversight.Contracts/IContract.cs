namespace Oversight.Contracts;

/// <summary>What a service says to the others about one body.</summary>
public interface IContract
{
    /// <summary>The body's id; what is said about one body arrives in order.</summary>
    string Body { get; }
}
