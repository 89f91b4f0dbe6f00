using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.OpenApi;

namespace Oversight.Hosting;

/// <summary>Describes the times in OpenAPI, for a <see cref="Moment"/> and an <see cref="Until"/> read them from the query by themselves.</summary>
public static class MomentParameters
{
    internal const string RecordedAt = "recordedAt";

    internal static readonly string[] Names = [.. Parameters().Select(parameter => parameter.Name!)];

    extension(RouteHandlerBuilder route)
    {
        /// <summary>This read takes <c>asOf</c>, <c>knownAt</c>, <c>recordedAt</c> and <c>strict</c>.</summary>
        public RouteHandlerBuilder InThreeTimes() => route.In(Parameters());

        /// <summary>This read takes <c>recordedAt</c> alone: what was sent says nothing of the world before somebody accepts it.</summary>
        public RouteHandlerBuilder AsRecorded() => route.In(Parameters().Where(parameter => parameter.Name == RecordedAt));

        private RouteHandlerBuilder In(IEnumerable<OpenApiParameter> times) => route.ProducesProblem(StatusCodes.Status400BadRequest).AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters = [.. operation.Parameters ?? [], .. times];
            return Task.CompletedTask;
        });
    }

    private static IEnumerable<OpenApiParameter> Parameters() =>
    [
        Query("asOf", JsonSchemaType.String, "date", "True in the world on that day, such as 2022-07-08; today by default."),
        Query("knownAt", JsonSchemaType.String, "date", "Published by that day; today by default."),
        Query(RecordedAt, JsonSchemaType.String, "date-time", "In this system by that instant, with its offset; everything by default."),
        Query("strict", JsonSchemaType.Boolean, null, "Leave out what was not surely published by then."),
    ];

    private static OpenApiParameter Query(string name, JsonSchemaType type, string? format, string description) => new()
    {
        Name = name, In = ParameterLocation.Query, Description = description, Schema = new OpenApiSchema { Type = type, Format = format },
    };
}
