using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Oversight.Contracts;
using Oversight.Contracts.Ingestion.V1;
using Oversight.Core;
using Oversight.Monitoring;
using Oversight.Service.Tests.Identity;
using Oversight.Testing;

namespace Oversight.Service.Tests.Monitoring;

/// <summary>What there is to follow, and how one does.</summary>
internal static class Followed
{
    public const string Follows = "/api/v1/follows";

    private static int said;

    public static IContract[] Register =>
        [new BodyRegistered("kent", "Kent Police", "police", "England", null, null), new BodyRegistered("essex", "Essex Police", "police", "England", null, null)];

    public static TimelineEntryReported Happened(string body, string what, string kind = "inquiry")
    {
        var fact = $"timeline/{body}/{Interlocked.Increment(ref said)}";
        return new(body, "2026-11-01", kind, what, new Source(NameBasedId.Of(fact), fact, 1, "a newspaper", "a-submission", 2, "2026-11-01", "first"));
    }

    /// <summary>Follows Kent, and gives the id.</summary>
    public static async Task<string> Follow(ServiceRunning monitoring, string token, string address, string mail = "immediate") =>
        (string)(await monitoring.As(token, HttpMethod.Post, Follows, new { name = "Kent", bodies = new[] { "kent" }, mail, address })).Body!["id"]!;

    public static async Task<(int Status, string? Rule)> Rule(ServiceRunning monitoring, string path)
    {
        var (status, rule, _) = await monitoring.Refused(path);
        return (status, rule);
    }

    public static IEnumerable<string> Told(JsonNode changes) =>
        changes["bodies"]!.AsArray().SelectMany(body => body!["changes"]!.AsArray().Select(change => $"{body["id"]}: {change!["title"]}"));
}

/// <summary>A folder into which mails are put, and services that put them there.</summary>
internal sealed class Mailed : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("oversight-mail.").FullName;

    /// <summary>Starts Monitoring over a new database, or over one that it had before.</summary>
    public async Task<ServiceRunning> Start(DemoProvider provider, string? database = null, TimeProvider? clock = null)
    {
        var monitoring = await ServiceRunning.Start(builder =>
        {
            if (clock is not null)
            {
                builder.Services.AddSingleton(clock);
            }

            return MonitoringService.Build(builder);
        }, database, [.. provider.Settings, ("Oversight:Mail:Pickup", _folder), ("Oversight:PublicAddress", "https://oversight.example.org")]);
        await (database is null ? monitoring.Tell("ingestion", Followed.Register) : monitoring.GoesOnFrom("ingestion"));
        return monitoring;
    }

    public async Task<MimeMessage[]> Mails(int atLeast)
    {
        await Eventually.True($"{atLeast} mails", () => Task.FromResult(Directory.GetFiles(_folder, "*.eml").Length >= atLeast), 60);
        return [.. Directory.GetFiles(_folder, "*.eml").Select(file => MimeMessage.Load(file))];
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
