using System.ComponentModel;
using Marten;
using Oversight.Core;
using Oversight.Hosting;
using Oversight.Monitoring.Changes;
using Oversight.Monitoring.Reads;
using static Oversight.Monitoring.Follows.FollowCommand;

namespace Oversight.Monitoring.Follows;

/// <summary>What follows share: reading them, and showing them to whose they are.</summary>
internal sealed class FollowDesk(
    FollowStore store, Mailboxes mailboxes, FollowLinks links, MailSettings mail, Desk<Following, FollowCommand, FollowEvent> desk, TimeProvider clock)
{
    public async Task<IReadOnlyList<FollowShown>> Shown(IReadOnlyCollection<Follow> follows, CancellationToken ct)
    {
        var addresses = await mailboxes.Of([.. follows.Select(follow => follow.Mail?.Mailbox).OfType<Guid>()], ct);
        var shown = new List<FollowShown>();
        foreach (var follow in follows)
        {
            shown.Add(FollowShown.Of(follow, follow.Mail is { } way ? addresses.GetValueOrDefault(way.Mailbox) : null, await links.Feed(follow.Id, ct), clock.GetUtcNow()));
        }

        return shown;
    }

    /// <summary>One of somebody's own; another's is as unknown to them as none.</summary>
    public async Task<Follow> Own(Acting acting, string id, CancellationToken ct) => (await store.Of(FollowStore.StreamOf(acting.By.Subject), ct)).Find(id) ?? throw Unknown(id);

    public Task<Following> Of(Acting acting, CancellationToken ct) => store.Of(FollowStore.StreamOf(acting.By.Subject), ct);

    public Task<Following> Do(string stream, FollowCommand command, string? address, CancellationToken ct) =>
        desk.Do(stream, command, ct, (session, events) => session.KeepMailboxes(events, address));

    /// <summary>How somebody wants to be mailed, and where; an address that stays is the same mailbox, unless it was refused, for then they want it tried again.</summary>
    public async Task<(Mailing? Mail, string? Address)> Mailing(FollowAsked asked, Follow? before, CancellationToken ct)
    {
        if (asked.Mail is null || asked.Mail.Equals(FollowShown.Never, StringComparison.OrdinalIgnoreCase))
        {
            return (null, null);
        }

        var often = Kebab.Read<MailFrequency>(asked.Mail)
            ?? throw new RejectedException("follow.frequency-unknown", $"mail is never, {string.Join(", ", Kebab.Words<MailFrequency>())}, not '{Asked.Shown(asked.Mail)}'.");
        if (!mail.Goes)
        {
            throw new RejectedException("follow.mail-not-configured", "No mail leaves this system: neither a mail server (Oversight:Mail:Smtp:Host) nor a folder (Oversight:Mail:Pickup) is configured. Follow it here or by its feed.");
        }

        var address = MailSettings.Address(asked.Address)
            ?? throw new RejectedException("follow.address-malformed", "Give one address to which mails can go, such as ines@example.org.");
        var known = before is { Mail: { } way, Refused: null } && (await mailboxes.Of([way.Mailbox], ct)).GetValueOrDefault(way.Mailbox) == address ? way.Mailbox : (Guid?)null;
        return (new(often, known ?? Guid.NewGuid()), address);
    }

    public static RejectedException Unknown(string id) => new("follow.unknown", $"You follow nothing of the id '{Asked.Shown(id)}'.");
}

internal static class FollowRoutes
{
    private const string Act = "follow.keep";

    private const int Usual = 10, Most = 50;

    public static void MapFollows(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/follows", async (Acting acting, FollowDesk desk, MailSettings mail, CancellationToken ct) =>
            new FollowList(mail.Goes, Following.Most, await desk.Shown((await desk.Of(acting, ct)).All, ct)))
        .ByPerson(Act).WithName("follows").WithTags("Follows").WithSummary("What whoever asks follows; nobody else's is shown.");

        routes.MapGet("/api/v1/follows/{id}", async (string id, Acting acting, FollowDesk desk, CancellationToken ct) =>
            (await desk.Shown([await desk.Own(acting, id, ct)], ct))[0])
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ByPerson(Act).WithName("follow").WithTags("Follows").WithSummary("One of them.");

        routes.MapPost("/api/v1/follows", async (FollowAsked asked, Acting acting, FollowDesk desk, ChangeReader changes, IQuerySession session, CancellationToken ct) =>
        {
            var (stream, filter, (mail, address)) = (FollowStore.StreamOf(acting.By.Subject), await Filter(session, asked, ct), await desk.Mailing(asked, null, ct));
            var command = new StartFollow(FollowStore.NewId(stream), asked.Name ?? "", filter, mail, await changes.Position(ct), acting.By, acting.At);
            var started = (await desk.Do(stream, command, address, ct)).Find(command.Follow)!;
            return Results.Created($"/api/v1/follows/{started.Id}", (await desk.Shown([started], ct))[0]);
        })
        .Produces<FollowShown>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ByPerson(Act).WithName("start-follow").WithTags("Follows")
        .WithSummary("Follows bodies, kinds of changes or both: here, by feed and, if asked, by mail at once, every morning or every Monday morning.");

        routes.MapPut("/api/v1/follows/{id}", async (string id, FollowAsked asked, Acting acting, FollowDesk desk, ChangeReader changes, IQuerySession session, CancellationToken ct) =>
        {
            var before = await desk.Own(acting, id, ct);
            var (filter, (mail, address)) = (await Filter(session, asked, ct), await desk.Mailing(asked, before, ct));
            var command = new ChangeFollow(id, asked.Name ?? "", filter, mail, await changes.Position(ct), acting.At);
            return (await desk.Shown([(await desk.Do(FollowStore.StreamOf(acting.By.Subject), command, address, ct)).Find(id) ?? throw FollowDesk.Unknown(id)], ct))[0];
        })
        .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ByPerson(Act).WithName("change-follow").WithTags("Follows").WithSummary("Puts what is given in the place of what was followed; what is left out is left out.");

        routes.MapDelete("/api/v1/follows/{id}", async (string id, Acting acting, FollowDesk desk, CancellationToken ct) =>
        {
            await desk.Do(FollowStore.StreamOf(acting.By.Subject), new EndFollow(id, EndedHow.SignedIn, acting.At), null, ct);
            return Results.NoContent();
        })
        .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound)
        .ByPerson(Act).WithName("end-follow").WithTags("Follows").WithSummary("Stops it, and forgets the address.");

        routes.MapGet("/api/v1/follows/{id}/changes", async (string id, Acting acting, FollowDesk desk, ChangeReader changes, IQuerySession session, CancellationToken ct,
            [Description("How many bodies are told in full; 10 by default, 50 at most.")] string? limit = null) =>
        {
            var follow = await desk.Own(acting, id, ct);
            return await changes.List(session, follow.Filter, follow.Seen, await changes.Position(ct), Asked.Number("limit", limit, Usual, Most),
                new(acting.Day, acting.Day, null, false, acting.At), ct, Digests.From(acting.Day));
        })
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ByPerson(Act).WithName("follow-changes").WithTags("Follows").WithSummary("What has changed of it since whoever follows it said that they had seen it.");

        routes.MapPost("/api/v1/follows/{id}/seen", async (string id, SeenAsked asked, Acting acting, FollowDesk desk, ChangeReader changes, CancellationToken ct) =>
        {
            // Nobody has seen what is still to come.
            var position = Math.Min(asked.Position, await changes.Position(ct));
            var after = await desk.Do(FollowStore.StreamOf(acting.By.Subject), new SeeFollow(id, position, acting.At), null, ct);
            return (await desk.Shown([after.Find(id)!], ct))[0];
        })
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ByPerson(Act).WithName("see-follow").WithTags("Follows").WithSummary("Says up to which position its changes were seen.");
    }

    private static Task<FollowFilter> Filter(IQuerySession session, FollowAsked asked, CancellationToken ct) => ChangeReads.Filter(session, asked.Bodies, asked.Kinds, asked.Service, ct);
}
