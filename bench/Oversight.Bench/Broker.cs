using Oversight.Testing;
using RabbitMQ.Client;

namespace Oversight.Bench;

/// <summary>The broker that OVERSIGHT_RABBITMQ names.</summary>
internal static class Broker
{
    public static Uri Address => new(Servers.RabbitMq);

    public static Task<IConnection> Connect() => new ConnectionFactory { Uri = Address }.CreateConnectionAsync();

    public static async Task Declare(params IEnumerable<string> quorumQueues)
    {
        await using var connection = await Connect();
        await using var channel = await connection.CreateChannelAsync();
        foreach (var queue in quorumQueues)
        {
            await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" });
        }
    }

    /// <summary>Takes away queues that an earlier round left, with what lies in them.</summary>
    public static async Task Forget(params IEnumerable<string> queues)
    {
        await using var connection = await Connect();
        await using var channel = await connection.CreateChannelAsync();
        foreach (var queue in queues)
        {
            await channel.QueueDeleteAsync(queue);
        }
    }
}
