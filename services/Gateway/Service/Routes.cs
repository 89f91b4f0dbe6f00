using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;

namespace Oversight.Gateway;

/// <summary>Which public path is whose. What is not here, such as a service's /internal, cannot be reached from outside.</summary>
internal static class Routes
{
    public static readonly string[] ServiceNames = ["ingestion", "grading", "monitoring"];

    public const string Portal = "portal";

    public static readonly RouteConfig[] All =
    [
        To("ingestion", "/api/v1/submissions/{**rest}"),
        To("ingestion", "/api/v1/conflicts/{**rest}"),
        To("ingestion", "/api/v1/candidates/{**rest}"),
        To("ingestion", "/api/v1/publishers"),
        To("grading", "/api/v1/grades/{**rest}"),
        To("grading", "/api/v1/programmes/{**rest}"),
        To("grading", "/api/v1/audits/{**rest}"),
        To("grading", "/api/v1/practice"),
        To("grading", "/api/v1/findings"),
        To("grading", "/api/v1/bodies/{body}/grades"),
        To("grading", "/api/v1/bodies/{body}/audits"),
        To("monitoring", "/api/v1/status"),
        To("monitoring", "/api/v1/changes/{**rest}"),
        To("monitoring", "/api/v1/changes.atom"),
        To("monitoring", "/api/v1/follows/{**rest}"),
        To("monitoring", "/api/v1/feeds/{token}"),
        To("monitoring", "/api/v1/unsubscribe/{token}"),
        To("monitoring", "/api/v1/search"),
        To("monitoring", "/api/v1/engage"),
        To("monitoring", "/api/v1/prompts"),
        To("monitoring", "/api/v1/rulebooks/{**rest}"),
        To("monitoring", "/api/v1/causes"),
        To("monitoring", "/api/v1/section-55"),
        To("monitoring", "/api/v1/investigations"),
        To("monitoring", "/api/v1/clock"),
        To("monitoring", "/api/v1/decisions/{**rest}"),
        To("monitoring", "/api/v1/bodies/{**rest}"),
    ];

    // Whatever is no address for programs is a page, where there is a portal.
    public static readonly RouteConfig[] Pages = [Page("/"), Page("/{**page:regex(^(?!(api|internal|openapi|health)(/|$)))}")];

    public static ClusterConfig[] Clusters(IConfiguration configuration) =>
    [
        .. Running(configuration).Select(service => new ClusterConfig
        {
            ClusterId = service,
            // A large submission is read row by row before it is answered.
            HttpRequest = new ForwarderRequestConfig { ActivityTimeout = service == "ingestion" ? TimeSpan.FromHours(1) : TimeSpan.FromSeconds(30) },
            Destinations = new Dictionary<string, DestinationConfig> { [service] = new() { Address = Address(configuration, service) } },
        }),
    ];

    public static IEnumerable<string> Running(IConfiguration configuration) => configuration[$"Oversight:Services:{Portal}"] is { Length: > 0 } ? ServiceNames.Append(Portal) : ServiceNames;

    public static string Address(IConfiguration configuration, string service) => configuration[$"Oversight:Services:{service}"]
        ?? throw new InvalidOperationException($"Oversight:Services:{service} is not set.");

    // The portal makes its addresses after the one that was asked for.
    private static RouteConfig Page(string path) => new()
    {
        RouteId = path, ClusterId = Portal, Order = int.MaxValue, Match = new() { Path = path },
        Transforms = [new Dictionary<string, string> { ["RequestHeaderOriginalHost"] = "true" }],
    };

    private static RouteConfig To(string service, string path) => new() { RouteId = path, ClusterId = service, Match = new() { Path = path } };
}
