using Oversight.Core;
using Oversight.Ingestion.Text;

namespace Oversight.Ingestion.Register;

/// <summary>Which body a text means, or the rule and the sentence that say why none.</summary>
/// <param name="Body">The id, or null.</param>
/// <param name="Rule">Null when there is a body.</param>
/// <param name="Because">Null when there is a body.</param>
public readonly record struct Resolution(string? Body, string? Rule, string? Because);

/// <summary>Finds the body that a name means. It never guesses: two candidates are none.</summary>
public static class NameResolution
{
    extension(BodyRegister register)
    {
        /// <summary>By id, by today's name, by another name, and by a name cut short when the service is known.</summary>
        /// <param name="text">As a source writes it.</param>
        /// <param name="service">Where the source says it, or its kind does.</param>
        /// <param name="on">When the source says it; a name that was one body's until then means that one.</param>
        public Resolution Resolve(string text, BodyService? service, PartialDate? on = null)
        {
            ArgumentNullException.ThrowIfNull(text);
            var ofAnotherService = default(string);
            var key = NameKey.Of(text);
            foreach (var candidates in register.Candidates(text, key, on))
            {
                var fitting = candidates.Where(id => service is null || register.Bodies[id].Service == service).Distinct().ToArray();
                switch (fitting)
                {
                    case [var only]:
                        return new(only, null, null);
                    case []:
                        ofAnotherService ??= candidates.FirstOrDefault();
                        break;
                    default:
                        return new(null, "body.ambiguous", $"{Shown.Of(text)} can mean {string.Join(" or ", fitting)}; say which by its id.");
                }
            }

            return register.ResolveShort(text, key, service) ?? Unknown(text, key, service, ofAnotherService);
        }

        /// <summary>The same for what one person asks, who is told what is near to a name that there is none of; for every row of a file that would take too long.</summary>
        public Resolution ResolveAsked(string text) => register.Resolve(text, null) switch
        {
            { Rule: "body.unknown" } unknown when register.Near(text) is { Count: > 0 } near => unknown with { Because = $"{unknown.Because![..^1]}; near to it are {string.Join(", ", near)}." },
            var resolution => resolution,
        };

        private IReadOnlyList<string> Near(string text) => Spelling.Near(NameBasedId.Slug(NameKey.Of(text)), register.Bodies.Keys.Select(id =>
            (id, register.Names.Where(names => names.Value.Exists(name => name.Body == id)).Select(names => NameBasedId.Slug(names.Key)).Append(id))));

        private IEnumerable<IEnumerable<string>> Candidates(string text, string key, PartialDate? on)
        {
            if (register.Bodies.ContainsKey(text))
            {
                yield return [text];
            }

            if (register.Names.TryGetValue(key, out var names))
            {
                if (on is { } date)
                {
                    yield return names.Where(name => name.SurelyWasInUse(date)).Select(name => name.Body);
                }

                yield return names.Where(name => name.Kind is null).Select(name => name.Body);
                yield return names.Where(name => name.Kind is not null).Select(name => name.Body);
            }
        }

        private Resolution? ResolveShort(string text, string key, BodyService? service)
        {
            var (shortKey, said) = NameKey.WithoutService(key);
            if (!register.ShortNames.TryGetValue(shortKey, out var ids) || (service is not null && said is not null && said != service))
            {
                return null;
            }

            if ((service ?? said) is not { } known)
            {
                return new(null, "body.ambiguous", $"{Shown.Of(text)} can mean a police force or a fire and rescue service; say which, or give an id.");
            }

            var fitting = ids.FindAll(id => register.Bodies[id].Service == known);
            return fitting.Count switch
            {
                0 => null,
                1 => new(fitting[0], null, null),
                _ => new(null, "body.ambiguous", $"{Shown.Of(text)} can mean {string.Join(" or ", fitting)}; say which by its id."),
            };
        }
    }

    private static Resolution Unknown(string text, string key, BodyService? service, string? ofAnotherService) =>
        ofAnotherService is not null
            ? new(null, "body.other-service", $"{Shown.Of(text)} is {ofAnotherService}, which is no {Word(service)} body.")
            : Aggregates.Names(key)
                ? new(null, "body.is-an-aggregate", $"{Shown.Of(text)} stands for many bodies; a figure about all of them is kept under none.")
                : new(null, "body.unknown", $"No body in the register has the id or the name {Shown.Of(text)}.");

    private static string Word(BodyService? service) => service == BodyService.Fire ? "fire" : "police";
}
