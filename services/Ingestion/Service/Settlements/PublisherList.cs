using System.ComponentModel;
using Oversight.Core;
using Oversight.Hosting;

namespace Oversight.Ingestion.Settlements;

/// <summary>Who publishes, what they were called, and whose word counts more.</summary>
/// <param name="Precedence">The version of the order of publishers.</param>
public sealed record PublishersAnswer(DateOnly AsOf, string Precedence, IReadOnlyList<PublisherAnswer> Publishers, IReadOnlyList<MinistryAnswer> Ministries);

/// <summary>A class of publishers, or one publisher.</summary>
/// <param name="Rank">1 counts most; null of those that count least.</param>
/// <param name="NamesThen">What it was called on the day asked about; none of a class of many.</param>
/// <param name="Names">All its names, the earliest first.</param>
/// <param name="Cited">Who says so.</param>
public sealed record PublisherAnswer(
    string Class, int? Rank, IReadOnlyList<string> NamesThen, IReadOnlyList<NamedFor> Names, string? Cited, IReadOnlyList<string> Hosts, IReadOnlyList<string> Words);

/// <summary>The ministry that something answered to on the day asked about, and all on record.</summary>
public sealed record MinistryAnswer(string Of, IReadOnlyList<string> Then, IReadOnlyList<NamedFor> Names);

internal static class PublisherList
{
    public static void MapPublishers(this IEndpointRouteBuilder routes) => routes.MapGet("/api/v1/publishers",
        (Moment moment, [Description("Only whose source this is: an address, or words such as HMIC.")] string? of = null) =>
        {
            var (order, then) = (OrderOfPublishers.InEffect, PartialDate.On(moment.AsOf));
            return TypedResults.Ok(new PublishersAnswer(
                moment.AsOf, order.Version,
                [
                    .. (of is null ? Publishers.Known.All : Publishers.Known.Of(of) is { } only ? [only] : []).Select(one => new PublisherAnswer(
                        one.Class, order.RankOf(one.Class) is var rank && rank < order.Ranks.Count ? rank + 1 : null,
                        [.. Publishers.Then(one.Names ?? [], then)], one.Names ?? [], one.Cited, one.Hosts, one.Words)),
                ],
                [.. Publishers.Known.Ministries.Select(one => new MinistryAnswer(one.Of, [.. Publishers.Then(one.Names, then)], one.Names))]));
        })
        .WithName("publishers").WithTags("Conflicts").InThreeTimes()
        .WithSummary("Who publishes, what they were called when, and whose word counts more where sources disagree.");
}
