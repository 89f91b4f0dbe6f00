using Oversight.Core;
using Xunit;

namespace Oversight.Specs.Core;

/// <summary>A publisher is said as it was called then; its names find one publisher.</summary>
public sealed class PublisherSpecs // hard cases 49 and 50
{
    private const string Report = "https://www.justiceinspectorates.gov.uk/hmic/publications/peel-2015/";

    [Theory]
    [InlineData(Report, "2016-02-18", "HMIC")]
    [InlineData(Report, "2017-07-18", "HMIC")]
    [InlineData(Report, "2017-07-19", "HMICFRS")]
    [InlineData("HMIC letter", "2022-06-28", "HMICFRS")]
    [InlineData(Report, "2017-07", "HMIC or HMICFRS")]
    [InlineData(Report, null, "HMIC or HMICFRS")]
    [InlineData(Report, "2018", "HMICFRS")]
    [InlineData("https://www.itv.com/news", "2016", null)]
    public void It_is_called_what_it_was_called_when_it_published(string cited, string? publishedOn, string? name) =>
        Assert.Equal(name, Publishers.NameThen(cited, publishedOn is null ? null : PartialDate.Parse(publishedOn)));

    [Fact]
    public void Both_names_find_one_publisher() => Assert.Same(Publishers.Known.Of("HMIC"), Publishers.Known.Of("HMICFRS, State of Policing"));

    [Theory]
    [InlineData("fire and rescue services in England", "2025-03-31", "Home Office")]
    [InlineData("fire and rescue services in England", "2025-04-01", "MHCLG")]
    [InlineData("inspectorate", "2025-04-01", "Home Office")]
    public void The_fire_services_changed_ministry_and_the_inspectorate_did_not(string of, string day, string ministry) =>
        Assert.Equal([ministry], Publishers.Then(Publishers.Known.Ministries.Single(one => one.Of == of).Names, PartialDate.Parse(day)));
}
