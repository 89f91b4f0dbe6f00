using Oversight.Portal.Time;
using Oversight.Portal.Words;

namespace Oversight.Portal.Api;

/// <summary>What bodies are called, by their ids; an id stays as it is where the register cannot be asked.</summary>
public sealed record BodyNames(IReadOnlyList<StatusLine> All, IReadOnlyDictionary<string, string>? Gone = null)
{
    private readonly Dictionary<string, string> _names = All.ToDictionary(one => one.Id, one => one.Name);

    /// <summary>Every body as it is called today, in the order of names.</summary>
    public static async Task<BodyNames> Now(OversightApi api)
    {
        ArgumentNullException.ThrowIfNull(api);
        return new([.. ((await api.GetAt<StatusBoard>("/api/v1/status", Instants.Now)).Value?.Bodies ?? []).OrderBy(one => one.Name, StringComparer.Ordinal)]);
    }

    /// <summary>Metropolitan Police Service.</summary>
    public string Of(string id) => _names.GetValueOrDefault(id) ?? Gone?.GetValueOrDefault(id) ?? id;

    /// <summary>A sentence of the services with the names of bodies in the place of their ids.</summary>
    public string InWords(string? text) => Told.InWords(text, Of);

    /// <summary>With those of these that are on the board no longer, as they merged into another.</summary>
    public async Task<BodyNames> And(OversightApi api, IEnumerable<string> ids)
    {
        ArgumentNullException.ThrowIfNull(api);
        var gone = ids.Where(id => !_names.ContainsKey(id)).Distinct().Take(MostGone).ToList();
        var profiles = await gone.EachAtOnce(id => api.GetAt<NamedBody>($"/api/v1/bodies/{Uri.EscapeDataString(id)}", Instants.Now));
        return this with { Gone = gone.Zip(profiles).Where(pair => pair.Second.Value is not null).ToDictionary(pair => pair.First, pair => pair.Second.Value!.Name) };
    }

    private const int MostGone = 30;

    private sealed record NamedBody(string Name);
}
