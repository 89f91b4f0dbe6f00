using Oversight.Portal.Time;

namespace Oversight.Portal.Api;

/// <summary>What bodies are called, by their ids; an id stays as it is where the register cannot be asked.</summary>
public sealed record BodyNames(IReadOnlyList<StatusLine> All)
{
    private readonly Dictionary<string, string> _names = All.ToDictionary(one => one.Id, one => one.Name);

    /// <summary>Every body as it is called today, in the order of names.</summary>
    public static async Task<BodyNames> Now(OversightApi api)
    {
        ArgumentNullException.ThrowIfNull(api);
        return new([.. ((await api.GetAt<StatusBoard>("/api/v1/status", Instants.Now)).Value?.Bodies ?? []).OrderBy(one => one.Name, StringComparer.Ordinal)]);
    }

    /// <summary>Metropolitan Police Service.</summary>
    public string Of(string id) => _names.GetValueOrDefault(id, id);
}
