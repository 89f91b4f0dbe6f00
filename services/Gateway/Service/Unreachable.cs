using Oversight.Hosting;
using Yarp.ReverseProxy.Model;

namespace Oversight.Gateway;

/// <summary>Says which part of the system does not answer.</summary>
internal static class Unreachable
{
    /// <param name="what">Who does not answer.</param>
    public static IResult Problem(string what) => Results.Problem($"{what} just now; nothing is lost, try again shortly.",
        statusCode: StatusCodes.Status503ServiceUnavailable, title: "service.unreachable", type: "urn:oversight:rule:service.unreachable");

    public static void Explain(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        if (problem.Status is StatusCodes.Status502BadGateway or StatusCodes.Status503ServiceUnavailable or StatusCodes.Status504GatewayTimeout
            && context.HttpContext.Features.Get<IReverseProxyFeature>() is { } proxied)
        {
            (problem.Type, problem.Title) = ("urn:oversight:rule:service.unreachable", "service.unreachable");
            problem.Detail = $"The {proxied.Cluster.Config.ClusterId} service does not answer just now; nothing is lost, try again shortly.";
        }
        else if (problem.Status is StatusCodes.Status408RequestTimeout)
        {
            (problem.Type, problem.Title) = ($"urn:oversight:rule:{SlowUploads.Rule}", SlowUploads.Rule);
            problem.Detail = SlowUploads.Because;
        }
        else if (problem.Status is StatusCodes.Status404NotFound)
        {
            (problem.Type, problem.Title) = ("urn:oversight:rule:path.unknown", "path.unknown");
            problem.Detail ??= "There is nothing at this address; /openapi/v1.json lists what there is.";
        }
    }
}
