using System.Security.Cryptography;
using System.Text;
using Marten;
using Microsoft.AspNetCore.WebUtilities;
using Npgsql;
using Oversight.Hosting;
using Weasel.Postgresql.Tables;

namespace Oversight.Monitoring.Follows;

/// <summary>What follows need beside their events: addresses, which are forgotten with the follow, and the key of the links in mails and feeds.</summary>
internal static class FollowTables
{
    public const string Mailboxes = $"{ServiceHost.Schema}.follow_mailboxes", Key = $"{ServiceHost.Schema}.follow_key";

    public static void Add(StoreOptions options)
    {
        var mailboxes = new Table(Mailboxes);
        mailboxes.AddColumn<Guid>("id").AsPrimaryKey();
        mailboxes.AddColumn<string>("follow").NotNull();
        mailboxes.AddColumn<string>("address").NotNull();
        var key = new Table(Key);
        key.AddColumn<int>("id").AsPrimaryKey();
        key.AddColumn("key", "bytea").NotNull();
        options.Storage.ExtendedSchemaObjects.Add(mailboxes);
        options.Storage.ExtendedSchemaObjects.Add(key);
    }

    /// <summary>Keeps addresses as the events of the same session name them, and forgets those that nothing names any more.</summary>
    public static void KeepMailboxes(this IDocumentSession session, IEnumerable<FollowEvent> events, string? address)
    {
        foreach (var said in events)
        {
            var (follow, mailbox) = said switch
            {
                FollowEvent.FollowStarted e => (e.Follow, e.Mail?.Mailbox),
                FollowEvent.FollowChanged e => (e.Follow, e.Mail?.Mailbox),
                FollowEvent.FollowEnded e => (e.Follow, null),
                _ => ((string?)null, (Guid?)null),
            };
            if (follow is not null)
            {
                session.QueueSqlCommand($"delete from {Mailboxes} where follow = ? and id <> ?", follow, mailbox ?? Guid.Empty);
                if (mailbox is { } kept && address is not null)
                {
                    session.QueueSqlCommand($"insert into {Mailboxes} (id, follow, address) values (?, ?, ?) on conflict (id) do nothing", kept, follow, address);
                }
            }
        }
    }
}

/// <summary>The addresses to which mails go.</summary>
internal sealed class Mailboxes(NpgsqlDataSource postgres)
{
    public async Task<IReadOnlyDictionary<Guid, string>> Of(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        await using var command = postgres.CreateCommand($"select id, address from {FollowTables.Mailboxes} where id = any($1)");
        command.Parameters.Add(new() { Value = ids.ToArray() });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var found = new Dictionary<Guid, string>();
        while (await reader.ReadAsync(ct))
        {
            found.Add(reader.GetGuid(0), reader.GetString(1));
        }

        return found;
    }
}

/// <summary>Makes the links by which somebody who is not signed in reads one feed, or ends one follow. Nothing of them is stored but the key that all are made with.</summary>
internal sealed class FollowLinks(NpgsqlDataSource postgres)
{
    private const int Bytes = 16;

    private byte[]? _key;

    public Task<string> Feed(string follow, CancellationToken ct) => Token("feed", follow, ct);

    public Task<string> Unsubscribe(string follow, CancellationToken ct) => Token("unsubscribe", follow, ct);

    /// <summary>The follow that a token of a feed is for; null where it is none.</summary>
    public Task<string?> OfFeed(string token, CancellationToken ct) => FollowOf("feed", token, ct);

    public Task<string?> OfUnsubscribe(string token, CancellationToken ct) => FollowOf("unsubscribe", token, ct);

    private async Task<string?> FollowOf(string purpose, string token, CancellationToken ct)
    {
        var (follow, made) = (token.Split('.')[0], Encoding.UTF8.GetBytes(await Token(purpose, token.Split('.')[0], ct)));
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), made) ? follow : null;
    }

    private async Task<string> Token(string purpose, string follow, CancellationToken ct)
    {
        var key = _key ??= await Key(ct);
        return $"{follow}.{WebEncoders.Base64UrlEncode(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{purpose}/{follow}"))[..Bytes])}";
    }

    // It moves with the data, so that links in mails of long ago still end what they should.
    private async Task<byte[]> Key(CancellationToken ct)
    {
        await using var make = postgres.CreateCommand($"insert into {FollowTables.Key} (id, key) values (1, $1) on conflict do nothing");
        make.Parameters.Add(new() { Value = RandomNumberGenerator.GetBytes(32) });
        await make.ExecuteNonQueryAsync(ct);
        await using var ask = postgres.CreateCommand($"select key from {FollowTables.Key}");
        return (byte[])(await ask.ExecuteScalarAsync(ct))!;
    }
}
