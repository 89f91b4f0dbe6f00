namespace Oversight.Monitoring.ReportResponses;

/// <summary>Who has to answer a report about a force.</summary>
/// <param name="Kind"><c>police and crime commissioner</c>, <c>mayor</c>, <c>mayor's office</c> or <c>police authority</c>.</param>
/// <param name="Name">As it is written.</param>
public sealed record LocalPolicingBody(string Kind, string Name)
{
    private static readonly LocalPolicingBody Commissioner = new("police and crime commissioner", "the police and crime commissioner");

    // Where it is not a commissioner, and since when; before that day it was one.
    private static readonly Dictionary<string, (DateOnly Since, LocalPolicingBody Body)> Others = new()
    {
        ["metropolitan"] = (DateOnly.MinValue, new("mayor's office", "the Mayor's Office for Policing and Crime (MOPAC)")),
        ["city-of-london"] = (DateOnly.MinValue, new("police authority", "the Common Council of the City of London, its police authority")),
        ["greater-manchester"] = (new(2017, 5, 8), new("mayor", "the Mayor of Greater Manchester")),
        ["west-yorkshire"] = (new(2021, 5, 10), new("mayor", "the Mayor of West Yorkshire")),
        ["south-yorkshire"] = (new(2024, 5, 7), new("mayor", "the Mayor of South Yorkshire")),
        ["north-yorkshire"] = (new(2024, 5, 7), new("mayor", "the Mayor of York and North Yorkshire")),
    };

    /// <summary>The bodies that section 55 does not know: they have no local policing body.</summary>
    private static readonly HashSet<string> None = ["british-transport-police"];

    /// <summary>Whoever had to answer for the force on that day; null where nobody has to.</summary>
    public static LocalPolicingBody? Of(string force, DateOnly day) =>
        None.Contains(force) ? null : Others.TryGetValue(force, out var other) && day >= other.Since ? other.Body : Commissioner;
}
