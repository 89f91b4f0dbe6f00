using System.Collections.Concurrent;
using System.Security.Cryptography;
using Marten;
using Npgsql;
using Oversight.Hosting;
using Oversight.Ingestion.Formats;
using Weasel.Postgresql.Tables;

namespace Oversight.Ingestion.Submissions;

/// <summary>A document whose bytes have arrived; disposing of it removes them, unless they became the original of a submission.</summary>
/// <param name="Upload">Under which its pieces lie.</param>
/// <param name="Sha256">In lower-case hex.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Beginning">Its first bytes.</param>
/// <param name="LetGo">What disposing of it does.</param>
internal sealed record Arrived(Guid Upload, string Sha256, long Length, byte[] Beginning, Func<Arrived, ValueTask> LetGo) : IAsyncDisposable
{
    /// <summary>It is being named, and nobody knows yet whether that came through.</summary>
    public bool IsInDoubt { get; set; }

    public ValueTask DisposeAsync() => LetGo(this);
}

/// <summary>Keeps documents as received, in pieces, so that no document is ever whole in memory.</summary>
internal sealed class Originals(NpgsqlDataSource postgres, IConfiguration settings, ILogger<Originals> log) : IDisposable
{
    /// <summary>How a document is refused for which there is no room.</summary>
    public const string Full = "originals.full";

    private const string Heads = $"{ServiceHost.Schema}.original", Pieces = $"{ServiceHost.Schema}.original_piece";
    private const int PieceSize = 256 * 1024;

    private readonly long _mostInAll = settings.GetValue("Oversight:Originals:MostBytes", 20L << 30);
    private readonly ConcurrentDictionary<Guid, long> _unneeded = [];
    private readonly SemaphoreSlim _beginning = new(1, 1);
    private Guid[] _leftover = [];
    private bool _hasBegun;
    private long _kept;

    public static void AddTables(StoreOptions store)
    {
        var head = new Table(Heads);
        head.AddColumn<string>("id").AsPrimaryKey();
        head.AddColumn<Guid>("upload").NotNull();
        store.Storage.ExtendedSchemaObjects.Add(head);

        var piece = new Table(Pieces);
        piece.AddColumn<Guid>("upload").AsPrimaryKey();
        piece.AddColumn<int>("piece").AsPrimaryKey();
        piece.AddColumn("bytes", "bytea").NotNull();
        piece.AddColumn("arrived_at", "timestamptz").NotNull().DefaultValueByExpression("now()");
        store.Storage.ExtendedSchemaObjects.Add(piece);
    }

    /// <summary>Removes what uploads broken off by a crash left behind, and counts what is kept. There is one process a service; what one that has not ended yet
    /// is still being sent goes too, and is then not named.</summary>
    public async Task Begin(CancellationToken ct)
    {
        await _beginning.WaitAsync(ct);
        try
        {
            if (!_hasBegun)
            {
                await using var connection = await postgres.OpenConnectionAsync(ct);
                await using var transaction = await connection.BeginTransactionAsync(ct);
                await using var delete = connection.CreateCommand();
                delete.CommandText = $"lock table {Heads} in share mode; delete from {Pieces} where not exists (select from {Heads} head where head.upload = {Pieces}.upload)";
                await delete.ExecuteNonQueryAsync(ct);
                await using var count = connection.CreateCommand();
                count.CommandText = $"select coalesce(sum(octet_length(bytes)), 0)::bigint from {Pieces}";
                _kept = (long)(await count.ExecuteScalarAsync(ct))!;
                await transaction.CommitAsync(ct);
                _hasBegun = true;
            }
        }
        finally
        {
            _beginning.Release();
        }
    }

    /// <summary>Puts the bytes away as they come.</summary>
    /// <param name="bytes">From a client that may break off.</param>
    /// <param name="announced">How many there will be, if the client said so.</param>
    /// <param name="most">More than this are not kept.</param>
    /// <param name="ct">Stops it.</param>
    /// <exception cref="UnreadableFileException">They cannot be kept; none is.</exception>
    public async Task<Arrived> Keep(Stream bytes, long? announced, long most, CancellationToken ct)
    {
        await Begin(ct);
        if (announced > most || announced > _mostInAll - Interlocked.Read(ref _kept))
        {
            throw announced > most ? TooLarge(most) : NoRoom();
        }

        var upload = Guid.CreateVersion7();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (piece, length, beginning) = (new byte[PieceSize], 0L, Array.Empty<byte>());
        try
        {
            for (int number = 0, read; (read = await bytes.ReadAtLeastAsync(piece, PieceSize, throwOnEndOfStream: false, ct)) > 0; number++)
            {
                hash.AppendData(piece, 0, read);
                length += read;
                var isFull = Interlocked.Add(ref _kept, read) > _mostInAll;
                if (isFull || length > most)
                {
                    throw isFull ? NoRoom() : TooLarge(most);
                }

                beginning = number == 0 ? piece[..Math.Min(read, 64 * 1024)] : beginning;
                await using var insert = postgres.CreateCommand($"insert into {Pieces} (upload, piece, bytes) values ($1, $2, $3)");
                insert.Parameters.Add(new() { Value = upload });
                insert.Parameters.Add(new() { Value = number });
                insert.Parameters.Add(new() { Value = piece.AsMemory(0, read) });
                await insert.ExecuteNonQueryAsync(ct);
            }
        }
        catch (Exception fault)
        {
            _unneeded[upload] = length;
            if (fault is not NpgsqlException)
            {
                await ForgetUnlessNamed(upload);
            }

            throw;
        }

        return new(upload, Convert.ToHexStringLower(hash.GetHashAndReset()), length, beginning, async arrived =>
        {
            _unneeded[upload] = length;
            if (!arrived.IsInDoubt)
            {
                await ForgetUnlessNamed(upload);
            }
        });
    }

    /// <summary>Makes the pieces the original of a submission when the session saves, unless it has one. Unless all of them are there, it does not save.</summary>
    public static void Name(IDocumentSession session, string id, Arrived arrived) => session.QueueSqlCommand(
        $"""
        insert into {Heads} (id, upload) select ?, case when coalesce(sum(octet_length(bytes)), 0) = ? then ?::uuid end from {Pieces} where upload = ?
        on conflict do nothing
        """, id, arrived.Length, arrived.Upload, arrived.Upload);

    /// <summary>Removes what could not be removed at once. What was not here yet the last time has to wait: the store may still be busy with it.</summary>
    public async Task ForgetLeftovers()
    {
        foreach (var upload in _leftover)
        {
            await ForgetUnlessNamed(upload);
        }

        _leftover = [.. _unneeded.Keys];
    }

    /// <summary>The original of a submission from its beginning.</summary>
    public Stream Open(string id) => new OriginalStream(id, Piece);

    private async Task<byte[]> Piece(string id, int number, CancellationToken ct) => await Patience.Try(async () =>
    {
        await using var select = postgres.CreateCommand(
            $"select bytes from {Pieces} piece join {Heads} head on head.upload = piece.upload where head.id = $1 and piece.piece = $2");
        select.Parameters.Add(new() { Value = id });
        select.Parameters.Add(new() { Value = number });
        return await select.ExecuteScalarAsync(ct) as byte[] ?? [];
    }, log, ct);

    private async Task ForgetUnlessNamed(Guid upload)
    {
        try
        {
            await using var named = postgres.CreateCommand($"select exists (select from {Heads} where upload = $1)");
            named.Parameters.Add(new() { Value = upload });
            var isNamed = (bool)(await named.ExecuteScalarAsync())!;
            if (!isNamed)
            {
                await using var delete = postgres.CreateCommand($"delete from {Pieces} where upload = $1");
                delete.Parameters.Add(new() { Value = upload });
                await delete.ExecuteNonQueryAsync();
            }

            if (_unneeded.TryRemove(upload, out var length) && !isNamed)
            {
                Interlocked.Add(ref _kept, -length);
            }
        }
        catch (NpgsqlException fault)
        {
            log.LogWarning("What is left of an upload cannot be removed yet: {Fault}", fault.Message);
        }
    }

    private static UnreadableFileException TooLarge(long most) => new("file.too-large", $"The file is larger than {most >> 20} MiB, too large even to be kept.", null);

    private UnreadableFileException NoRoom() => new(Full,
        $"Originals may take {_mostInAll >> 20} MiB here and there is no room for this file; nothing of it is kept. Oversight:Originals:MostBytes is the setting.", null);

    public void Dispose() => _beginning.Dispose();
}
