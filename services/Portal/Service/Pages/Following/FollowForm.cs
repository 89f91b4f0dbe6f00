using Microsoft.AspNetCore.Mvc.ModelBinding;
using Oversight.Portal.Api;
using Oversight.Portal.Words;

namespace Oversight.Portal.Pages.Following;

/// <summary>What somebody fills in to follow something.</summary>
public sealed class FollowForm
{
    public string? Name { get; set; }

    public IReadOnlyList<string> Body { get; set; } = [];

    public IReadOnlyList<string> Kind { get; set; } = [];

    public string? Service { get; set; }

    public string Mail { get; set; } = "never";

    public string? Address { get; set; }

    /// <summary>Every body to choose from.</summary>
    public BodyNames Bodies { get; set; } = new([]);

    /// <summary>Whether mail leaves the system at all.</summary>
    public bool MailGoes { get; set; } = true;

    /// <summary>The fields in the order of the page.</summary>
    public static readonly string[] Fields = ["name", "body", "kind", "service", "mail", "address"];

    public static FollowForm Of(Follow follow)
    {
        ArgumentNullException.ThrowIfNull(follow);
        return new() { Name = follow.Name, Body = follow.Bodies, Kind = follow.Kinds, Service = follow.Service, Mail = follow.Mail, Address = follow.Address };
    }

    /// <summary>As the form was sent, or as the link to it filled it in.</summary>
    public static FollowForm Of(IEnumerable<KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>> sent)
    {
        var fields = sent.ToDictionary(one => one.Key, one => one.Value, StringComparer.OrdinalIgnoreCase);
        return new()
        {
            Name = One("name"), Body = Many("body"), Kind = Many("kind"), Service = One("service"), Mail = One("mail") is "immediate" or "daily" or "weekly" ? One("mail")! : "never", Address = One("address"),
        };

        string? One(string name) => fields.TryGetValue(name, out var values) && values.ToString().Trim() is { Length: > 0 } text ? text : null;

        string[] Many(string name) => fields.TryGetValue(name, out var values) ? [.. values.OfType<string>().Where(value => value != "")] : [];
    }

    /// <summary>What the services take.</summary>
    public object Asked => new { Name, Bodies = Body, Kinds = Kind, Service, Mail, Address = Mail == "never" ? null : Address };

    /// <summary>Whether it can be sent at all; what only the services can tell is left to them.</summary>
    public bool Check(ModelStateDictionary errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        if (Name is null)
        {
            errors.AddModelError("name", "Enter a name by which you know it again");
        }

        if (Mail != "never" && Address is null)
        {
            errors.AddModelError("address", "Enter the address to which mails are to go");
        }

        return errors.IsValid;
    }

    /// <summary>Says beside its field why the services refused it.</summary>
    public static void Refused(ModelStateDictionary errors, Problem problem)
    {
        ArgumentNullException.ThrowIfNull(errors);
        ArgumentNullException.ThrowIfNull(problem);
        errors.AddModelError(problem.Title switch
        {
            "follow.address-malformed" => "address",
            "follow.mail-not-configured" or "follow.frequency-unknown" => "mail",
            "filter.kind-unknown" => "kind",
            "filter.service-unknown" => "service",
            "body.unknown" or "filter.too-many" => "body",
            { } rule when rule.StartsWith("follow.name", StringComparison.Ordinal) => "name",
            _ => "",
        }, problem.Detail ?? "It was refused; nothing was changed.");
    }

    /// <summary>Asks for what there is to choose from.</summary>
    public async Task Offer(OversightApi api)
    {
        ArgumentNullException.ThrowIfNull(api);
        var list = api.Send<FollowList>(HttpMethod.Get, "/api/v1/follows");
        Bodies = await BodyNames.Now(api);
        MailGoes = (await list).Value?.MailGoes ?? true;
    }

    /// <summary>A name to begin with.</summary>
    public void Suggest() => Name ??= (Body.Count, Kind.Count) switch
    {
        (0, 0) => Service is null ? "Every change" : $"Every change, {Say.Service(Service)}",
        (1, 0) => Bodies.Of(Body[0]),
        (0, > 0) => string.Join(", ", Kind.Select(Kinds.Text)) is { Length: <= 100 } text ? text : $"{Kinds.Text(Kind[0])} and more",
        _ => null,
    };
}
