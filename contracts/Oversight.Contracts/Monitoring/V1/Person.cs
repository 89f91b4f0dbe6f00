namespace Oversight.Contracts.Monitoring.V1;

/// <summary>Somebody who acted.</summary>
/// <param name="Subject">As the identity provider knows them.</param>
/// <param name="Name">Their name.</param>
/// <param name="Role">The role that let them, such as <c>chief-inspector</c>.</param>
public sealed record Person(string Subject, string Name, string Role);
