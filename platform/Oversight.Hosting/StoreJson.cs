using System.Data.Common;
using System.Text.Json;
using Oversight.Core;
using Weasel.Core;
using ISerializer = Marten.ISerializer;
using SystemTextJsonSerializer = Marten.Services.SystemTextJsonSerializer;

namespace Oversight.Hosting;

/// <summary>Marten's serializer with the settings of <see cref="EventJson"/>. What is read lies in memory as a whole row by then, so it is read at once and not as a stream.</summary>
internal sealed class StoreJson : SystemTextJsonSerializer, ISerializer
{
    // A jsonb column holds no member twice, so nobody need look for one.
    private static readonly JsonSerializerOptions Reading = new(EventJson.Options) { AllowDuplicateProperties = true };

    public StoreJson()
        : base(EventJson.Settings())
    {
        (EnumStorage, Casing) = (EnumStorage.AsString, Casing.CamelCase);

        // Marten puts a converter of its own in the place of ours, which would store enums as the code of the day spells them.
        Configure(json =>
        {
            foreach (var converter in EventJson.Settings().Converters)
            {
                json.Converters.Insert(0, converter);
            }
        });
    }

    public new T FromJson<T>(DbDataReader reader, int index) => JsonSerializer.Deserialize<T>(Bytes(reader, index), Reading)!;

    public new object FromJson(Type type, DbDataReader reader, int index) => JsonSerializer.Deserialize(Bytes(reader, index), type, Reading)!;

    public new ValueTask<T> FromJsonAsync<T>(DbDataReader reader, int index, CancellationToken cancellationToken = default) => new(FromJson<T>(reader, index));

    public new ValueTask<object> FromJsonAsync(Type type, DbDataReader reader, int index, CancellationToken cancellationToken = default) => new(FromJson(type, reader, index));

    private static byte[] Bytes(DbDataReader reader, int index) => reader.GetFieldValue<byte[]>(index);
}
