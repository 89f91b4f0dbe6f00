namespace Oversight.Portal.Api;

/// <summary>What bodies are called, for answers that hold only their ids; where nobody says it, an id stands for its name.</summary>
public sealed class Names(StatusBoard? board)
{
    private readonly Dictionary<string, StatusLine> _bodies = (board?.Bodies ?? []).ToDictionary(body => body.Id);

    /// <summary>The name of a body.</summary>
    public string this[string id] => _bodies.TryGetValue(id, out var body) ? body.Name : id;

    /// <summary>Its service, where it is known.</summary>
    public string? Service(string id) => _bodies.TryGetValue(id, out var body) ? body.Service : null;
}
