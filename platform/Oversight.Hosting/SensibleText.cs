using System.Text;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Oversight.Core;

namespace Oversight.Hosting;

/// <summary>Refuses control characters and half characters before anything else sees them: the store takes no NUL, and nobody means one.</summary>
internal static class SensibleText
{
    extension(WebApplication app)
    {
        /// <summary>In an address and its parameters; none of them has more than one line.</summary>
        public void RefuseSenselessText() => app.Use((http, next) =>
        {
            var request = http.Request;
            foreach (var (what, text) in request.Query.SelectMany(pair => pair.Value.Select(value => ($"The parameter {Shown(pair.Key)}", value)).Prepend(("The name of a parameter", pair.Key)))
                .Prepend(("The address", request.Path.Value)))
            {
                if (Flaw(text, mayBreakLines: false) is { } flaw)
                {
                    throw new BadHttpRequestException($"{what} has {flaw} in it; leave it out.");
                }
            }

            return next(http);
        });
    }

    /// <summary>In the JSON of a request; a reason may have several lines.</summary>
    public static void RefuseIn(JsonTypeInfo type)
    {
        var texts = type.Properties.Where(property => property.Get is not null && (property.PropertyType == typeof(string) || typeof(IEnumerable<string>).IsAssignableFrom(property.PropertyType))).ToArray();
        if (type.Kind == JsonTypeInfoKind.Object && texts.Length > 0)
        {
            type.OnDeserialized += read =>
            {
                foreach (var property in texts)
                {
                    foreach (var text in property.Get!(read) switch { string one => [one], IEnumerable<string> many => many, _ => [] })
                    {
                        if (Flaw(text, mayBreakLines: true) is { } flaw)
                        {
                            throw new RejectedException("text.control-character", $"{property.Name} has {flaw} in it; leave it out.");
                        }
                    }
                }
            };
        }
    }

    /// <summary>What must not be in a text, in words; null where all is well.</summary>
    public static string? Flaw(string? text, bool mayBreakLines)
    {
        for (var rest = text.AsSpan(); rest.Length > 0;)
        {
            var status = Rune.DecodeFromUtf16(rest, out var rune, out var length);
            if (status != System.Buffers.OperationStatus.Done)
            {
                return $"half of a character (\\u{(int)rest[0]:x4})";
            }

            if (Rune.IsControl(rune) && !(mayBreakLines && (rune.Value is '\t' or '\r' or '\n')))
            {
                return $"the control character \\u{rune.Value:x4}";
            }

            rest = rest[length..];
        }

        return null;
    }

    private static string Shown(string name) => new([.. name.Where(c => !char.IsControl(c)).Take(40)]);
}
