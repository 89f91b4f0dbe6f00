using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Oversight.Hosting;

/// <summary>Refuses a parameter that a public address does not take, for a misspelt one would otherwise be an answer to another question.</summary>
internal static class KnownParameters
{
    extension(WebApplication app)
    {
        /// <summary>What an address takes is what its handler asks for.</summary>
        public void RefuseUnknownParameters()
        {
            var known = new ConcurrentDictionary<Endpoint, string[]>();
            app.Use((http, next) =>
            {
                if (http.Request.Query.Count > 0 && http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) && http.GetEndpoint() is RouteEndpoint endpoint)
                {
                    var takes = known.GetOrAdd(endpoint, _ => Taken(endpoint));
                    if (http.Request.Query.Keys.FirstOrDefault(key => !takes.Contains(key, StringComparer.OrdinalIgnoreCase)) is { } unknown)
                    {
                        if (takes.Contains("asOf") is false && MomentParameters.Names.Contains(unknown, StringComparer.OrdinalIgnoreCase))
                        {
                            throw new BadHttpRequestException(takes.Contains(MomentParameters.RecordedAt)
                                ? $"{unknown} is no parameter here: of what was sent and read, only {MomentParameters.RecordedAt} can be asked."
                                : $"{unknown} is no parameter here: what programmes and rulebooks there are is shown as it is now.");
                        }

                        var what = takes.Length == 0 ? "there are none" : $"the parameters are {string.Join(", ", takes)}";
                        throw new BadHttpRequestException($"'{(unknown.Length <= 40 ? unknown : unknown[..40] + "…")}' is no parameter here; {what}.");
                    }
                }

                return next(http);
            });
        }
    }

    private static string[] Taken(RouteEndpoint endpoint) =>
    [
        .. (endpoint.Metadata.GetMetadata<MethodInfo>()?.GetParameters() ?? []).SelectMany(parameter =>
            parameter.ParameterType == typeof(Moment) ? MomentParameters.Names
            : parameter.ParameterType == typeof(Until) ? [MomentParameters.RecordedAt]
            : parameter.ParameterType == typeof(string[]) ? [parameter.Name!]
            : Type.GetTypeCode(Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType) == TypeCode.Object
                || endpoint.RoutePattern.GetParameter(parameter.Name!) is not null ? []
            : [parameter.Name!]),
    ];
}
