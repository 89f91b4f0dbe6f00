using System.Collections.Immutable;

namespace Oversight.Ingestion.Documents;

/// <summary>The fire and rescue services of England by the counties that they are named after. A register need not hold one before a document speaks of it.</summary>
internal static class FireServices
{
    public static readonly ImmutableArray<string> Places =
    [
        "Avon", "Bedfordshire", "Buckinghamshire", "Cambridgeshire", "Cheshire", "Cleveland", "Cornwall", "County Durham and Darlington", "Cumbria", "Derbyshire", "Devon and Somerset", "Dorset and Wiltshire",
        "East Sussex", "Essex County", "Gloucestershire", "Greater Manchester", "Hampshire and Isle of Wight", "Hereford and Worcester", "Hertfordshire", "Humberside", "Isles of Scilly", "Kent", "Lancashire",
        "Leicestershire", "Lincolnshire", "Merseyside", "Norfolk", "North Yorkshire", "Northamptonshire", "Northumberland", "Nottinghamshire", "Oxfordshire", "Royal Berkshire", "Shropshire", "South Yorkshire", "Staffordshire",
        "Suffolk", "Surrey", "Tyne and Wear", "Warwickshire", "West Midlands", "West Sussex", "West Yorkshire",
    ];

    /// <summary>The id that the record would give it.</summary>
    public static string Id(string place) => $"{place.ToLowerInvariant().Replace(' ', '-')}-fire";
}
