using JasperFx.Events;
using Marten;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Npgsql;
using Oversight.Testing;
using System.Diagnostics;

namespace Oversight.Bench;

/// <summary>What a row says, in the naive variant: event and message at once.</summary>
public sealed record Reported(
    string Body, string Programme, string Area, string Grade, Guid ClaimId, string FactId, int Revision, string Cited, string Submission, int Line, string PublishedOn, string Standing);

/// <summary>As a message of the first hop.</summary>
public sealed record FromIngestion(Reported Reported);

/// <summary>As a message of the second hop.</summary>
public sealed record FromGrading(Reported Reported);

/// <summary>One process of the naive variant: MassTransit and Marten as their first pages show them, one commit and one message per event.</summary>
internal static class NaiveStage
{
    public static async Task Run(string stage, string[] settings)
    {
        var builder = WebApplication.CreateBuilder(settings);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddMarten(options =>
        {
            options.Connection(Servers.Required("NAIVE_DATABASE"));
            options.Events.StreamIdentity = StreamIdentity.AsString;
        }).UseLightweightSessions().ApplyAllDatabaseChangesOnStartup();
        builder.Services.AddMassTransit(bus =>
        {
            switch (stage)
            {
                case "grading": bus.AddConsumer<NaiveGrading>(); break;
                case "monitoring": bus.AddConsumer<NaiveMonitoring>(); break;
            }

            bus.UsingRabbitMq((context, rabbit) =>
            {
                rabbit.Host(Broker.Address);
                rabbit.ConfigureEndpoints(context);
            });
        });

        var app = builder.Build();
        app.MapHealthChecks("/health/ready");
        app.MapPost("/rows", async (Stream body, string set, IDocumentStore store, IBus bus) =>
        {
            using var reader = new StreamReader(body);
            await reader.ReadLineAsync();
            for (var line = 2; await reader.ReadLineAsync() is { } row; line++)
            {
                var cells = row.Split(',');
                var fact = $"{cells[0]}/{cells[1]}/{cells[2]}/{set}";
                var reported = new Reported(cells[0], cells[1], cells[2], cells[3], Guid.CreateVersion7(), fact, 1, cells[^1], set, line, cells[4], "first");
                await using var session = store.LightweightSession();
                session.Events.Append(fact, reported);
                await session.SaveChangesAsync();
                await bus.Publish(new FromIngestion(reported));
            }
        });
        await app.RunAsync();
    }
}

internal sealed class NaiveGrading(IDocumentSession session) : IConsumer<FromIngestion>
{
    public async Task Consume(ConsumeContext<FromIngestion> context)
    {
        session.Events.Append(context.Message.Reported.FactId, context.Message.Reported);
        await session.SaveChangesAsync();
        await context.Publish(new FromGrading(context.Message.Reported));
    }
}

internal sealed class NaiveMonitoring(IDocumentSession session) : IConsumer<FromGrading>
{
    public async Task Consume(ConsumeContext<FromGrading> context)
    {
        session.Events.Append(context.Message.Reported.FactId, context.Message.Reported);
        await session.SaveChangesAsync();
    }
}

/// <summary>Runs the naive variant: three processes, fresh databases, until the last store holds every row. It is let off a view.</summary>
internal static class Naive
{
    public static async Task<TimeSpan> Run(byte[] warmUp, int warmUpRows, byte[] rows, int count)
    {
        await using var databases = new Databases();
        await Broker.Forget("NaiveGrading", "NaiveMonitoring");
        var stages = new List<Running>();
        try
        {
            var database = "";
            foreach (var stage in Deployment.Stages)
            {
                database = await databases.Fresh($"naive_{stage}");
                stages.Add(new($"naive {stage}", Programs.Self, ["naive", stage], new Dictionary<string, string>
                {
                    ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{Servers.FreePort()}", ["NAIVE_DATABASE"] = database,
                }));
            }

            foreach (var stage in stages)
            {
                await stage.Ready();
            }

            using var http = new HttpClient { Timeout = TimeSpan.FromHours(1) };
            await using var last = NpgsqlDataSource.Create(database);
            await Send("warm-up", warmUp, warmUpRows);
            var clock = Stopwatch.StartNew();
            await Send("measured", rows, warmUpRows + count);
            return clock.Elapsed;

            async Task Send(string set, byte[] csv, int events)
            {
                using var content = new ByteArrayContent(csv);
                using var answer = await http.PostAsync($"{stages[0].Address}/rows?set={set}", content);
                answer.EnsureSuccessStatusCode();
                while (await Databases.Number(last, "select count(*) from mt_events") < events)
                {
                    await Task.Delay(100);
                }
            }
        }
        finally
        {
            foreach (var stage in stages)
            {
                await stage.DisposeAsync();
            }
        }
    }
}
