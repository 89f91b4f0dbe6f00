using Oversight.Core;
using Oversight.Ingestion.Register;
using Oversight.Ingestion.Text;

namespace Oversight.Ingestion.Formats;

internal sealed partial class Cells
{
    /// <summary>One of the words of <typeparamref name="T"/>.</summary>
    public T Step<T>(string field, string rule)
        where T : struct, Enum
    {
        var text = Required(field);
        if (Kebab.Read<T>(text) is { } step)
        {
            return step;
        }

        Refuse(field, rule, $"{Shown.Of(text)} is not known here; known are {string.Join(", ", Kebab.Words<T>())}.");
        return default;
    }

    /// <summary>One of a few words, or null where none is needed and none is given.</summary>
    public string? OneOfWords(string field, string rule, bool always, params string[] words)
    {
        var text = Value(field);
        if (text == "")
        {
            return always ? Missing(field) : null;
        }

        var word = words.FirstOrDefault(word => word.Equals(text, StringComparison.OrdinalIgnoreCase));
        if (word is null)
        {
            Refuse(field, rule, words.Length == 0 ? $"{Shown.Of(text)} is not expected here; leave this empty." : $"{Shown.Of(text)} is not known here; known are {string.Join(", ", words)}.");
        }

        return word;
    }

    /// <summary>The id of the police force that the cell means; a fire and rescue service is refused by a rule of its own, which says why.</summary>
    public string PoliceForce(string field, string rule, string because)
    {
        if (Name(field) is { Length: > 0 } name && reading.Bodies.Resolve(name, BodyService.Fire).Body is not null && reading.Bodies.Resolve(name, BodyService.Police).Body is null)
        {
            Refuse(field, rule, because);
        }

        return Body(field, BodyService.Police);
    }
}
