using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Oversight.Gateway;
using Oversight.Promises.Tests.Cli;
using Xunit;

namespace Oversight.Promises.Tests;

/// <summary>The public address is as well as the service that is worst, and says which.</summary>
public sealed class GatewayHealth
{
    [Theory]
    [InlineData("Healthy", "Healthy", "Healthy", "Healthy", 200)]
    [InlineData("Healthy", "Degraded", "Healthy", "Degraded", 200)]
    [InlineData("Unhealthy", "Degraded", "Healthy", "Unhealthy", 503)]
    [InlineData("Healthy", "Healthy", "Dizzy", "Unhealthy", 503)]
    [InlineData("Healthy", "Healthy", null, "Unhealthy", 503)]
    public async Task It_is_as_well_as_the_worst(string ingestion, string grading, string? monitoring, string expected, int code)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration["Urls"] = "http://127.0.0.1:0";
        var services = new List<Stub>();
        foreach (var (name, status) in new[] { ("ingestion", ingestion), ("grading", grading), ("monitoring", monitoring) })
        {
            services.Add(await Stub.Answering(asked => status is null ? null : (status == "Unhealthy" ? 503 : 200, $$"""{"status":"{{status}}","asked":"{{asked.Address}}"}""")));
            builder.Configuration[$"Oversight:Services:{name}"] = services[^1].Address;
        }

        await using var gateway = GatewayService.Build(builder);
        await gateway.StartAsync();
        using var http = new HttpClient { BaseAddress = new(gateway.Urls.Single()) };
        foreach (var path in new[] { "/health/ready", "/health/started" })
        {
            using var answer = await http.GetAsync(path);
            var said = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;

            Assert.Equal((code, expected), ((int)answer.StatusCode, said["status"]!.GetValue<string>()));
            Assert.Equal(grading, said["services"]!["grading"]!["status"]!.GetValue<string>());
            Assert.Equal(path, said["services"]!["grading"]!["asked"]!.GetValue<string>());
            Assert.Equal(monitoring ?? "Unreachable", said["services"]!["monitoring"]!["status"]!.GetValue<string>());
        }

        foreach (var service in services)
        {
            await service.DisposeAsync();
        }
    }
}
