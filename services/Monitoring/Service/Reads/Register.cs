using System.ComponentModel;
using Marten;
using Oversight.Core;
using Oversight.Hosting;
using Oversight.Monitoring.Profiles;
using Oversight.Monitoring.Records;

namespace Oversight.Monitoring.Reads;

/// <summary>The bodies that are overseen, or were, with every name they are known by.</summary>
public sealed record Register(DateOnly AsOf, DateOnly KnownAt, DateTimeOffset RecordedAt, bool Strict, IReadOnlyList<RegisteredBody> Bodies)
{
    internal static Register Of(Moment moment, IEnumerable<BodyRecord> bodies) => new(
        moment.AsOf, moment.KnownAt, moment.Until, moment.Strict, [.. bodies.Select(body => RegisteredBody.Of(body, moment.Viewpoint)).OfType<RegisteredBody>()]);
}

/// <summary>One body of the register.</summary>
/// <param name="Id">Such as <c>metropolitan</c>.</param>
/// <param name="Name">Its name in the register.</param>
/// <param name="Service"><c>police</c> or <c>fire</c>.</param>
/// <param name="Names">What else it is or was called.</param>
public sealed record RegisteredBody(string Id, string Name, string Service, string? Country, string? OnsCode, IReadOnlyList<NameShown> Names)
{
    internal static RegisteredBody? Of(BodyRecord body, Viewpoint viewpoint) => BodyProfile.RegisteredBy(body, viewpoint) is not { } registered ? null : new(
        body.Id, registered.Name, registered.Service, registered.Country, registered.OnsCode,
        [.. body.Names.Where(name => viewpoint.HasRecorded(name.RecordedAt)).Select(name => new NameShown(name.Name, name.Kind, name.From, name.To, name.Cited))]);
}

internal static class RegisterRead
{
    public static void MapRegister(this IEndpointRouteBuilder routes) => routes.MapGet("/api/v1/bodies",
        async (Moment moment, IQuerySession session, CancellationToken ct,
            [Description("An id or any name, such as the Met: that body only.")] string? name = null) =>
        {
            if (name is null)
            {
                return Results.Ok(Register.Of(moment, await Bodies.All(session, ct)));
            }

            var (body, problem) = await Bodies.Find(session, name, moment.Viewpoint, ct);
            return body is null ? problem! : Results.Ok(Register.Of(moment, [body]));
        })
        .Produces<Register>().ProducesProblem(StatusCodes.Status404NotFound)
        .WithName("bodies").WithTags("Monitoring").InThreeTimes()
        .WithSummary("The register: every body with all its names, or the one that a name means.");
}
