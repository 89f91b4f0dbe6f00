using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Oversight.Gateway;
using Oversight.Grading;
using Oversight.Hosting;
using Oversight.Identity;
using Oversight.Ingestion;
using Oversight.Monitoring;
using Oversight.Portal;
using Xunit;

namespace Oversight.Promises.Tests;

/// <summary>Every address that the services answer, and which of them the public address leads to.</summary>
public sealed class HttpRoutes
{
    private static readonly (string Service, Func<WebApplicationBuilder, WebApplication> Build)[] Services =
    [
        ("ingestion", IngestionService.Build), ("grading", GradingService.Build), ("monitoring", MonitoringService.Build), ("identity", IdentityService.Build), ("portal", PortalService.Build), ("gateway", GatewayService.Build),
    ];

    // What was sent, and what was read in it, is no question about the world on a day, but one about this system at an instant.
    private static readonly string[] AsRecorded =
    [
        "/api/v1/submissions", "/api/v1/submissions/{id}", "/api/v1/submissions/{id}/refused.csv", "/api/v1/submissions/{id}/original", "/api/v1/submissions/{id}/text",
        "/api/v1/candidates", "/api/v1/candidates/{id}",
    ];

    // What programmes there are, and what somebody follows, is told as it is now; a feed begins with what is newest now, and the clock looks at everything that is recorded.
    private static readonly string[] OutOfTime =
    [
        "/api/v1/clock", "/api/v1/programmes", "/api/v1/rulebooks", "/api/v1/rulebooks/{id}", "/api/v1/changes/position",
        "/api/v1/follows", "/api/v1/follows/{id}", "/api/v1/follows/{id}/changes", "/api/v1/feeds/{token}", "/api/v1/changes.atom", "/api/v1/unsubscribe/{token}",
    ];

    [Fact]
    public async Task Every_route_is_as_approved()
    {
        var text = new StringBuilder();
        foreach (var (service, build) in Services)
        {
            text.AppendLine(service);
            foreach (var route in await Routes(build))
            {
                text.AppendLine($"  {route}");
            }
        }

        Approved.Is("HttpRoutes", text.ToString());
    }

    [Fact]
    public async Task Every_public_route_of_a_service_can_be_reached_and_no_internal_one()
    {
        var leads = (await Routes(GatewayService.Build)).Where(route => (route.StartsWith("ANY ", StringComparison.Ordinal) && !IsOfPages(route)) || route.Contains(" /api/", StringComparison.Ordinal))
            .Select(route => Pattern(route.Split(' ')[1])).ToList();
        Assert.NotEmpty(leads);
        foreach (var (service, build) in Services.Where(one => one.Service is not ("gateway" or "portal")))
        {
            foreach (var path in (await Routes(build)).Select(route => route.Split(' ')[1]))
            {
                Assert.True(leads.Exists(lead => lead(path)) == path.StartsWith("/api/", StringComparison.Ordinal), $"{service} {path}");
            }
        }
    }

    [Fact]
    public async Task Every_read_of_the_record_takes_the_three_times()
    {
        foreach (var (service, build) in Services.Where(one => one.Service != "gateway"))
        {
            var reads = (await Endpoints(build)).Where(endpoint => Named(endpoint).Any(route => route.StartsWith("GET /api/", StringComparison.Ordinal)));
            Assert.All(reads.Where(read => !OutOfTime.Contains(read.RoutePattern.RawText)), read => Assert.True(
                read.Metadata.GetMetadata<MethodInfo>()?.GetParameters().Any(parameter => parameter.ParameterType == (AsRecorded.Contains(read.RoutePattern.RawText) ? typeof(Until) : typeof(Moment))), $"{service} {read.RoutePattern.RawText}"));
        }
    }

    // What leads to the portal: whatever is no address for programs.
    private static bool IsOfPages(string route) => route == "ANY /" || route.Contains("{**page", StringComparison.Ordinal);

    // The routes of the reverse proxy carry no method; a trailing {**rest} takes whatever follows.
    private static Predicate<string> Pattern(string lead)
    {
        var parts = lead.Split('/');
        return path => path.Split('/') is var asked
            && (parts[^1] == "{**rest}" ? asked.Length >= parts.Length - 1 : asked.Length == parts.Length)
            && parts.Where(part => part != "{**rest}").Zip(asked).All(pair => pair.First == pair.Second || pair.First.StartsWith('{'));
    }

    private static async Task<IReadOnlyList<string>> Routes(Func<WebApplicationBuilder, WebApplication> build) =>
        [.. (await Endpoints(build)).SelectMany(Named).Distinct().OrderBy(route => route.Split(' ')[1], StringComparer.Ordinal).ThenBy(route => route, StringComparer.Ordinal)];

    private static IEnumerable<string> Named(RouteEndpoint endpoint) =>
        (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["ANY"]).Select(method => $"{method} /{endpoint.RoutePattern.RawText!.TrimStart('/')}");

    // A service can be built without its servers: it looks for them only when it runs.
    private static async Task<RouteEndpoint[]> Endpoints(Func<WebApplicationBuilder, WebApplication> build)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Urls"] = "http://127.0.0.1:9",
            ["ConnectionStrings:Postgres"] = "Host=127.0.0.1;Port=9;Username=nobody;Database=nowhere",
            ["ConnectionStrings:RabbitMq"] = "amqp://127.0.0.1:9",
            ["Oversight:Services:ingestion"] = "http://127.0.0.1:9",
            ["Oversight:Services:grading"] = "http://127.0.0.1:9",
            ["Oversight:Services:monitoring"] = "http://127.0.0.1:9",
            ["Oversight:Services:portal"] = "http://127.0.0.1:9",
            ["Oversight:Services:gateway"] = "http://127.0.0.1:9",
        });
        await using var app = build(builder);
        return [.. ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()];
    }
}
