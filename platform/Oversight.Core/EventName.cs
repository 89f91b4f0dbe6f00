namespace Oversight.Core;

/// <summary>The permanent name under which an event is stored, such as <c>monitoring.moved-to-engage.v1</c>; renaming the type never changes it.</summary>
/// <param name="name">service.kebab-fact.vN</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EventNameAttribute(string name) : Attribute
{
    /// <summary>The stored name.</summary>
    public string Name => name;
}
