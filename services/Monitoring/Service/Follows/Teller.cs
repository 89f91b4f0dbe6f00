using System.Diagnostics.Metrics;
using Marten;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Oversight.Hosting;
using Oversight.Monitoring.Changes;
using static Oversight.Monitoring.Follows.FollowCommand;

namespace Oversight.Monitoring.Follows;

/// <summary>Mails what has changed to those who follow it: at once, every morning or every Monday morning.</summary>
/// <remarks>
/// What was told and what is about to be lies in the events of the follow, so a restart neither loses nor doubles a mail. Where nobody knows whether one went,
/// the same mail goes again: with the same id, of the same two positions.
/// </remarks>
internal sealed class Teller(
    FollowStore store, FollowDesk desk, Mailboxes mailboxes, FollowLinks links, ChangeReader changes, IDocumentStore documents, MailSettings settings, MailState state,
    TimeProvider clock, ILogger<Teller> log) : BackgroundService
{
    private static readonly Counter<long> Mails = Telemetry.Meter.CreateCounter<long>("oversight.mail", "{mail}", "Mails to those who follow, by outcome: sent, postponed, refused.");

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1), Quiet = TimeSpan.FromSeconds(2), AtMost = TimeSpan.FromSeconds(30), LongestWait = TimeSpan.FromMinutes(15);

    private const int MostBodies = 50;

    private readonly Dictionary<string, (long Told, FollowFilter Filter, long Upto)> _looked = [];
    private readonly Dictionary<string, (int Times, DateTimeOffset NotBefore)> _postponed = [];
    private readonly Burst _burst = new(Quiet, AtMost);
    private IReadOnlyDictionary<string, (Following Following, long Version)> _followers = new Dictionary<string, (Following, long)>();
    private (long Position, DateTimeOffset Daily) _done = (-1, default);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.Goes)
        {
            return;
        }

        using var timer = new PeriodicTimer(Look);
        do
        {
            try
            {
                await Tell(stoppingToken);
            }
            catch (NoMailNowException fault) when (!stoppingToken.IsCancellationRequested)
            {
                state.Fails(fault.Message, clock.GetUtcNow(), LongestWait);
                Mails.Add(1, new KeyValuePair<string, object?>("outcome", "postponed"));
                log.LogWarning("No mail goes just now ({Fault}); it is tried again at {At:O}.", fault.Message, state.NotBefore);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(fault, "Those who follow are not told just now; it is tried again.");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task Tell(CancellationToken ct)
    {
        var (now, position) = (clock.GetUtcNow(), await changes.Position(ct));
        var (settled, daily) = (_burst.HasSettled(position), Digests.Schedule.Latest(now, weekly: false));
        if (now < state.NotBefore || (_done == (position, daily) && state.Waiting == 0) || (!settled && _done.Daily == daily))
        {
            return;
        }

        _followers = await store.All(_followers, ct);
        var mailed = _followers.SelectMany(one => one.Value.Following.All).Where(follow => follow is { Mail: not null, Refused: null }).ToArray();
        await using var session = documents.QuerySession();
        await using var post = new Post(settings);
        var due = new Dictionary<MailFrequency, long> { [MailFrequency.Immediate] = settled ? position : 0 };
        foreach (var often in mailed.Select(follow => follow.Mail!.Often).Where(often => often != MailFrequency.Immediate).Distinct())
        {
            due[often] = await changes.PositionBy(Digests.Schedule.Latest(now, often == MailFrequency.Weekly), ct);
        }

        var waiting = 0;
        foreach (var follow in mailed)
        {
            var begun = follow.Pending ?? await Begin(session, follow, due[follow.Mail!.Often], now, ct);
            if (begun is not null && !await Send(session, post, begun, now, ct))
            {
                state.Waits(++waiting);
            }
        }

        state.Waits(waiting);
        state.Goes();
        _done = settled ? (position, daily) : _done;
    }

    // A mail is begun only where there is something to tell, so that nothing is stored while nothing happens.
    private async Task<FollowEvent.DigestBegun?> Begin(IQuerySession session, Follow follow, long upto, DateTimeOffset now, CancellationToken ct)
    {
        // What was looked at for another filter, or from another position on, was not looked at.
        var looked = _looked.TryGetValue(follow.Id, out var before) && before.Told == follow.Told && before.Filter.IsSameAs(follow.Filter) ? before.Upto : follow.Told;
        if (upto <= looked)
        {
            return null;
        }

        var digest = new FollowEvent.DigestBegun(follow.Id, follow.Told, upto, now);
        if ((await Bodies(session, follow, digest, looked, most: 1, ct)).Count == 0)
        {
            _looked[follow.Id] = (follow.Told, follow.Filter, upto);
            return null;
        }

        var after = await desk.Do(FollowStore.StreamOfFollow(follow.Id), new BeginDigest(follow.Id, digest.After, digest.Upto, now), null, ct);
        return after.Find(follow.Id)?.Pending;
    }

    private async Task<bool> Send(IQuerySession session, Post post, FollowEvent.DigestBegun digest, DateTimeOffset now, CancellationToken ct)
    {
        var stream = FollowStore.StreamOfFollow(digest.Follow);
        if (_postponed.TryGetValue(digest.Follow, out var postponed) && now < postponed.NotBefore)
        {
            return false;
        }

        // As it is now, and not as it was when this round began.
        if (await store.Find(digest.Follow, ct) is not { Mail: { } mail, Refused: null } follow || follow.Pending != digest)
        {
            return true;
        }

        try
        {
            if ((await mailboxes.Of([mail.Mailbox], ct)).GetValueOrDefault(mail.Mailbox) is { } address)
            {
                var way = new DigestLinks(settings.Public, await links.Unsubscribe(follow.Id, ct));
                var text = Digests.Write(follow, await Bodies(session, follow, digest, digest.After, MostBodies, ct), way);
                await post.Send(DigestMail.Of(text, digest, address, settings, way), ct);
                Mails.Add(1, new KeyValuePair<string, object?>("outcome", "sent"));
            }

            _postponed.Remove(follow.Id);
            await desk.Do(stream, new SendDigest(follow.Id, digest.Upto, now), null, ct);
            return true;
        }
        catch (MailboxRefusedException refusal)
        {
            Mails.Add(1, new KeyValuePair<string, object?>("outcome", "refused"));
            log.LogWarning("The mailbox of follow {Follow} is refused for good; its owner sees it.", follow.Id);
            await desk.Do(stream, new RefuseMailbox(follow.Id, mail.Mailbox, refusal.Message, now), null, ct);
            return true;
        }
        catch (MailKit.CommandException fault)
        {
            _postponed[follow.Id] = (postponed.Times + 1, now + MailState.Wait(postponed.Times + 1, LongestWait));
            Mails.Add(1, new KeyValuePair<string, object?>("outcome", "postponed"));
            log.LogWarning("The mail of follow {Follow} is not taken just now ({Fault}).", follow.Id, fault.Message);
            return false;
        }
    }

    private async Task<IReadOnlyList<BodyChanges>> Bodies(IQuerySession session, Follow follow, FollowEvent.DigestBegun digest, long looked, int most, CancellationToken ct)
    {
        var (since, until) = (await changes.InstantOf(digest.After, ct), await changes.InstantOf(digest.Upto, ct));
        var (viewpoint, bodies) = (Digests.From(Moment.DayOf(digest.At)) with { RecordedAt = until }, new List<BodyChanges>());
        foreach (var touched in await changes.Touched(looked, digest.Upto, ct))
        {
            if (bodies.Count < most && follow.Filter.Admits(touched.Body) && await ChangeReader.Of(session, touched, since, viewpoint, follow.Filter, ct) is { Total: > 0 } changed)
            {
                bodies.Add(changed);
            }
        }

        return bodies;
    }
}

/// <summary>Waits until what comes in at once has come, but not for ever.</summary>
internal sealed class Burst(TimeSpan quiet, TimeSpan atMost)
{
    private long _position = -1, _first, _last;

    public bool HasSettled(long position)
    {
        var now = Environment.TickCount64;
        if (position != _position)
        {
            _first = _position < 0 || now - _last > quiet.TotalMilliseconds ? now : _first;
            (_position, _last) = (position, now);
        }

        return now - _last >= quiet.TotalMilliseconds || now - _first >= atMost.TotalMilliseconds;
    }
}

/// <summary>How mails go, for whoever looks after the system.</summary>
internal sealed class MailState : IHealthCheck
{
    private int _times;
    private string? _fault;

    /// <summary>How many mails wait for another try.</summary>
    public int Waiting { get; private set; }

    /// <summary>When it is tried again.</summary>
    public DateTimeOffset NotBefore { get; private set; }

    public void Waits(int mails) => Waiting = mails;

    public void Goes() => (_times, _fault, NotBefore) = (0, null, default);

    public void Fails(string fault, DateTimeOffset now, TimeSpan longest)
    {
        (_times, _fault, Waiting) = (_times + 1, fault, Math.Max(1, Waiting));
        NotBefore = now + Wait(_times, longest);
    }

    public static TimeSpan Wait(int times, TimeSpan longest) => TimeSpan.FromSeconds(Math.Min(longest.TotalSeconds, Math.Pow(2, Math.Min(times, 20))));

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        _fault is { } fault ? HealthCheckResult.Degraded($"mail does not go ({fault}); it is tried again at {NotBefore:O} and nothing is lost")
        : Waiting > 0 ? HealthCheckResult.Degraded($"{Waiting} {(Waiting == 1 ? "mail waits" : "mails wait")} for another try")
        : HealthCheckResult.Healthy("Mail goes, or there is none."));
}
