using Oversight.Core;
using Oversight.Portal.Words;

namespace Oversight.Portal.Filters;

/// <summary>What narrows a list by a field of the address: one of some choices, or words to look for.</summary>
/// <param name="Name">The field.</param>
/// <param name="Label">What a person reads beside it.</param>
/// <param name="Asked">What the address holds.</param>
/// <param name="Choices">What may be chosen; null where words are looked for.</param>
/// <param name="Any">What stands for no choice; null where one is always made.</param>
/// <param name="Hint">How to fill it in.</param>
/// <param name="IsDay">Whether it is a day.</param>
public sealed record Filter(string Name, string Label, string Asked, IReadOnlyList<Choice>? Choices = null, string? Any = "All", string? Hint = null, bool IsDay = false)
{
    private const int Longest = 100;

    /// <summary>What of it counts.</summary>
    public string Chosen => IsDay ? Dates.Read(Asked) ?? ""
        : Choices is null ? Asked : Choices.FirstOrDefault(choice => choice.Value.Equals(Asked, StringComparison.OrdinalIgnoreCase))?.Value ?? "";

    /// <summary>Why it does not count, if it does not.</summary>
    public string? Error => Clash ?? (Asked == "" || Chosen != "" ? null : IsDay ? $"{Label}: “{Asked}” must be a day such as 8 July 2022 or 2022-07-08." : $"{Label}: “{Asked}” is none of the choices. {(Any is null ? "The first is shown" : "All are shown")}.");

    /// <summary>Why it does not go with another one.</summary>
    public string? Clash { get; init; }

    /// <summary>A choice, as the address has it.</summary>
    public static Filter Of(HttpRequest request, string name, string label, IEnumerable<Choice> choices, string? any = "All") => new(name, label, Text(request, name), [.. choices], any);

    /// <summary>A day, as the address has it.</summary>
    public static Filter Day(HttpRequest request, string name, string label) => new(name, label, Text(request, name), Hint: "For example, 8 July 2022", IsDay: true);

    /// <summary>Words to look for, as the address has them.</summary>
    public static Filter Words(HttpRequest request, string label = "Words", string? hint = null) => new("q", label, Text(request, "q"), Hint: hint);

    /// <summary>Whether this value is the chosen one, or none is chosen.</summary>
    public bool Admits(string? value) => Chosen == "" || value == Chosen;

    /// <summary>Whether every word begins a word of one of the texts, whatever the case and the accents.</summary>
    public bool Finds(params IEnumerable<string?> texts) => Look.For(Chosen, texts);

    private static string Text(HttpRequest request, string name) => request.Query[name].ToString().Trim() is { Length: > Longest } text ? text[..Longest] : request.Query[name].ToString().Trim();
}

/// <summary>Something to choose.</summary>
/// <param name="Value">In the address.</param>
/// <param name="Text">What a person reads.</param>
public sealed record Choice(string Value, string Text)
{
    /// <summary>Police and fire.</summary>
    public static readonly IReadOnlyList<Choice> Services = [new("police", "Police"), new("fire", "Fire and rescue")];

    /// <summary>Each value once, as it is, in the order of the alphabet.</summary>
    public static IEnumerable<Choice> Each(IEnumerable<string?> values) => values.OfType<string>().Distinct().Order(StringComparer.OrdinalIgnoreCase).Select(value => new Choice(value, value));

    /// <summary>Each body once, by its name.</summary>
    public static IEnumerable<Choice> Bodies(IEnumerable<(string Id, string Name)> bodies) => bodies.DistinctBy(body => body.Id).OrderBy(body => body.Name, StringComparer.OrdinalIgnoreCase).Select(body => new Choice(body.Id, body.Name));
}

/// <summary>A page whose list is narrowed by its address.</summary>
public interface IFiltered
{
    /// <summary>By what.</summary>
    IReadOnlyList<Filter> Filters { get; }
}
