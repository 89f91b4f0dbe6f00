using System.Collections.Immutable;
using System.Diagnostics;
using Oversight.Core;
using Oversight.Ingestion.Text;
using static Oversight.Ingestion.Register.RegisterCommand;
using static Oversight.Ingestion.Register.RegisterEvent;

namespace Oversight.Ingestion.Register;

/// <summary>One body as the register has it.</summary>
public sealed record RegisteredBody(string Id, string Name, BodyService Service, string? Country, string? OnsCode);

/// <summary>A name somebody uses for a body; <paramref name="Kind"/> is null for its name of today.</summary>
public sealed record NameInUse(string Body, string Name, NameKind? Kind, PartialDate? From, PartialDate? To)
{
    /// <summary>Do its own dates say that it was in use on the whole of that date?</summary>
    internal bool SurelyWasInUse(PartialDate on) =>
        (From, To) != (null, null) && From?.OnOrBefore(on.First) is null or Answer.Yes && (To is not { } end || on.Last < end.First);
}

/// <summary>Every body that the record speaks of, and every name that means one of them.</summary>
/// <param name="Bodies">By id.</param>
/// <param name="Names">By <see cref="NameKey"/>.</param>
/// <param name="ShortNames">Ids by the key of today's or a former full name without the words for the service.</param>
public sealed record BodyRegister(
    ImmutableDictionary<string, RegisteredBody> Bodies,
    ImmutableDictionary<string, ImmutableList<NameInUse>> Names,
    ImmutableDictionary<string, ImmutableList<string>> ShortNames)
{
    /// <summary>The one stream of the register.</summary>
    public const string Stream = "register";

    private const int LongestId = 60;

    public static BodyRegister Initial { get; } = new(
        ImmutableDictionary<string, RegisteredBody>.Empty.WithComparers(StringComparer.Ordinal),
        ImmutableDictionary<string, ImmutableList<NameInUse>>.Empty.WithComparers(StringComparer.Ordinal),
        ImmutableDictionary<string, ImmutableList<string>>.Empty.WithComparers(StringComparer.Ordinal));

    public static readonly Decider<BodyRegister, RegisterCommand, RegisterEvent> Decider = new(Initial, Decide, Evolve);

    public static RegisterEvent[] Decide(RegisterCommand command, BodyRegister register) => command switch
    {
        RegisterBody body => register.Decide(body),
        NameBody name => register.Decide(name),
        _ => throw new UnreachableException(),
    };

    public static BodyRegister Evolve(BodyRegister register, RegisterEvent @event) => @event switch
    {
        BodyRegistered e => register.With(new RegisteredBody(e.Body, e.Name, e.Service, e.Country, e.OnsCode)),
        BodyNamed e => register.With(new NameInUse(e.Body, e.Name, e.Kind, e.From, e.To)),
        _ => throw new UnreachableException(),
    };

    private RegisterEvent[] Decide(RegisterBody body)
    {
        if (body.Body.Length > LongestId || !body.Body.All(char.IsAscii) || NameBasedId.Slug(body.Body) != body.Body || body.Body == "")
        {
            throw new RejectedException("body.id-invalid",
                $"{Shown.Of(body.Body)} cannot be a body's id: lower-case letters and digits joined by single hyphens, {LongestId} at most.");
        }

        var asked = new RegisteredBody(body.Body, body.Name, body.Service, body.Country, body.OnsCode);
        if (Bodies.TryGetValue(body.Body, out var known))
        {
            return known == asked
                ? []
                : throw new RejectedException("body.registered-otherwise",
                    $"{body.Body} is in the register as {Shown.Of(known.Name)} with other particulars; a further name belongs in a file of names.");
        }

        if (NamesOf(NameKey.Of(body.Name)).Find(name => name.Kind is null && Bodies[name.Body].Service == body.Service) is { } taken)
        {
            throw new RejectedException("body.name-taken", $"{Shown.Of(body.Name)} is the name of {taken.Body} already.");
        }

        return [new BodyRegistered(body.Body, body.Name, body.Service, body.Country, body.OnsCode, body.Cited, body.Submission, body.Line)];
    }

    private RegisterEvent[] Decide(NameBody asked)
    {
        if (!Bodies.ContainsKey(asked.Body))
        {
            throw new RejectedException("body.unknown", $"There is no body with the id {Shown.Of(asked.Body)} in the register.");
        }

        var names = NamesOf(NameKey.Of(asked.Name));
        // What one body is called today, another can have been called until some day.
        if (asked is not { Kind: NameKind.Former, To: not null } && names.Find(name => name.Kind is null && name.Body != asked.Body) is { } taken)
        {
            throw new RejectedException("body.name-taken", $"{Shown.Of(asked.Name)} is the name of {taken.Body}.");
        }

        return names.Contains(new NameInUse(asked.Body, asked.Name, asked.Kind, asked.From, asked.To))
            ? []
            : [new BodyNamed(asked.Body, asked.Name, asked.Kind, asked.From, asked.To, asked.Cited, asked.Submission, asked.Line)];
    }

    private BodyRegister With(RegisteredBody body) =>
        With(new NameInUse(body.Id, body.Name, null, null, null)) with { Bodies = Bodies.SetItem(body.Id, body) };

    private BodyRegister With(NameInUse name)
    {
        var key = NameKey.Of(name.Name);
        var (shortKey, _) = NameKey.WithoutService(key);
        var ids = ShortNames.GetValueOrDefault(shortKey, []);
        return this with
        {
            Names = Names.SetItem(key, NamesOf(key).Add(name)),
            ShortNames = (name.Kind is null or NameKind.Former) && !ids.Contains(name.Body) ? ShortNames.SetItem(shortKey, ids.Add(name.Body)) : ShortNames,
        };
    }

    /// <summary>The uses of a name, by its <see cref="NameKey"/>.</summary>
    public ImmutableList<NameInUse> NamesOf(string key) => Names.GetValueOrDefault(key, []);
}
