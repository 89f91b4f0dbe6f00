namespace Oversight.Contracts;

/// <summary>The permanent name of a contract on the wire, such as <c>ingestion.grade-reported.v1</c>.</summary>
/// <param name="name">service.kebab-fact.vN</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class WireNameAttribute(string name) : Attribute
{
    /// <summary>The wire name.</summary>
    public string Name => name;
}
