using System.Security.Cryptography;
using Marten;
using Npgsql;
using Oversight.Hosting;
using Weasel.Postgresql.Tables;

namespace Oversight.Ingestion.Submissions;

/// <summary>A document whose bytes have arrived.</summary>
/// <param name="Upload">Under which its pieces lie.</param>
/// <param name="Sha256">In lower-case hex.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Beginning">Its first bytes.</param>
internal sealed record Arrived(Guid Upload, string Sha256, long Length, byte[] Beginning);

/// <summary>Keeps documents as received, in pieces, so that no document is ever whole in memory.</summary>
internal sealed class Originals(NpgsqlDataSource postgres, ILogger<Originals> log)
{
    private const string Heads = $"{ServiceHost.Schema}.original", Pieces = $"{ServiceHost.Schema}.original_piece";
    private const int PieceSize = 256 * 1024;

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

    /// <summary>Puts the bytes away as they come.</summary>
    /// <returns>Null where there are more than <paramref name="most"/>; then none is kept.</returns>
    public async Task<Arrived?> Keep(Stream bytes, long most, CancellationToken ct)
    {
        var upload = Guid.CreateVersion7();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (piece, length, beginning) = (new byte[PieceSize], 0L, Array.Empty<byte>());
        try
        {
            for (int number = 0, read; (read = await bytes.ReadAtLeastAsync(piece, PieceSize, throwOnEndOfStream: false, ct)) > 0; number++)
            {
                hash.AppendData(piece, 0, read);
                length += read;
                if (length > most)
                {
                    await Forget(upload);
                    return null;
                }

                beginning = number == 0 ? piece[..Math.Min(read, 64 * 1024)] : beginning;
                await using var insert = postgres.CreateCommand($"insert into {Pieces} (upload, piece, bytes) values ($1, $2, $3)");
                insert.Parameters.Add(new() { Value = upload });
                insert.Parameters.Add(new() { Value = number });
                insert.Parameters.Add(new() { Value = piece.AsMemory(0, read) });
                await insert.ExecuteNonQueryAsync(ct);
            }
        }
        catch
        {
            await Forget(upload);
            throw;
        }

        return new(upload, Convert.ToHexStringLower(hash.GetHashAndReset()), length, beginning);
    }

    /// <summary>Makes the pieces the original of a submission when the session saves, unless it has one.</summary>
    public static void Name(IDocumentSession session, string id, Guid upload) =>
        session.QueueSqlCommand($"insert into {Heads} (id, upload) values (?, ?) on conflict do nothing", id, upload);

    /// <summary>Removes pieces that no submission came to need.</summary>
    public async Task ForgetUnlessNamed(string id, Guid upload)
    {
        if (await Upload(id) != upload)
        {
            await Forget(upload);
        }
    }

    /// <summary>Removes what uploads broken off by a crash left behind.</summary>
    public async Task ForgetLeftovers(CancellationToken ct)
    {
        await using var delete = postgres.CreateCommand(
            $"delete from {Pieces} where arrived_at < now() - interval '1 day' and not exists (select from {Heads} head where head.upload = {Pieces}.upload)");
        await delete.ExecuteNonQueryAsync(ct);
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

    private async Task<Guid?> Upload(string id)
    {
        await using var select = postgres.CreateCommand($"select upload from {Heads} where id = $1");
        select.Parameters.Add(new() { Value = id });
        return await select.ExecuteScalarAsync() as Guid?;
    }

    private async Task Forget(Guid upload)
    {
        try
        {
            await using var delete = postgres.CreateCommand($"delete from {Pieces} where upload = $1");
            delete.Parameters.Add(new() { Value = upload });
            await delete.ExecuteNonQueryAsync();
        }
        catch (NpgsqlException fault)
        {
            log.LogWarning("Pieces of a broken upload stay until tomorrow: {Fault}", fault.Message);
        }
    }
}
