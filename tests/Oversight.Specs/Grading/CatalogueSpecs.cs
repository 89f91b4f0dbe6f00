using Oversight.Core;
using Oversight.Grading.Audits;
using Oversight.Grading.Programmes;
using Xunit;

namespace Oversight.Specs.Grading;

public sealed class CatalogueSpecs
{
    [Theory]
    [InlineData("PEEL 2021/22", "peel-2021-22", "five-tier")]
    [InlineData("peel-2018-19", "peel-2018-19", "four-tier")]
    [InlineData("PEEL: Police legitimacy 2015", "peel-2015", "four-tier")]
    [InlineData("PEEL 2016 effectiveness", "peel-2016", "four-tier")]
    [InlineData("Fire round 3", "frs-2023-25", "five-tier")]
    [InlineData("Crime Data Integrity re-inspection 2018", "crime-data-integrity-2016-2020", "four-tier")]
    [InlineData("Crime data integrity force report 2014", "crime-data-integrity-2014", null)]
    public void A_programme_is_found_by_what_is_printed(string label, string id, string? scale)
    {
        var programme = Catalogue.Find(label)!;
        Assert.Equal((id, scale), (programme.Id, programme.Scale?.Name));
    }

    [Theory]
    [InlineData("PEEL 2020")]
    [InlineData("Victim service assessment 2020")]
    [InlineData("Cause of concern revisit 2022")]
    [InlineData("Crime Data Integrity inspection")]
    [InlineData("")]
    public void What_is_not_in_the_catalogue_is_not_guessed(string label) => Assert.Null(Catalogue.Find(label));

    [Fact]
    public void Every_programme_is_found_by_its_id_and_by_its_name() => Assert.All(Catalogue.Programmes, programme =>
    {
        Assert.Equal(programme.Id, NameBasedId.Slug(programme.Name));
        Assert.Same(programme, Catalogue.Find(programme.Id));
        Assert.Same(programme, Catalogue.Find(programme.Name));
    });

    [Fact]
    public void No_window_ends_before_it_begins() =>
        Assert.All(Catalogue.Programmes, programme => Assert.True(programme.Published.First.First <= programme.Published.Last.Last, programme.Id));

    [Theory]
    [InlineData(AuditKind.Recording, "Crime data integrity force report 2014 (dip sample 62 of 90)", "dip-sample-2014")]
    [InlineData(AuditKind.Recording, "Crime-recording: making the victim count (2014)", "dip-sample-2014")]
    [InlineData(AuditKind.Recording, "Crime Data Integrity inspection (2014 round)", "dip-sample-2014")]
    [InlineData(AuditKind.Recording, "Crime Data Integrity inspection 2020", "rolling-2016-2020")]
    [InlineData(AuditKind.Recording, "Crime Data Integrity re-inspection (2017 audit as quoted by PEEL 2021/22)", "rolling-2016-2020")]
    [InlineData(AuditKind.Recording, "PEEL 2023-25", "peel-since-2021")]
    [InlineData(AuditKind.Recording, "PEEL accelerated cause of concern 2021", "peel-since-2021")]
    [InlineData(AuditKind.Recording, "Victim service assessment 2020", "unknown")]
    [InlineData(AuditKind.Recording, "Cause of concern revisit 2022", "unknown")]
    [InlineData(AuditKind.StopSearch, "PEEL: Police legitimacy 2015", "stop-search-2015")]
    [InlineData(AuditKind.StopSearch, "PEEL 2018/19", "stop-search-2018-19")]
    [InlineData(AuditKind.StopSearch, "PEEL 2021/22 (same audit, other press rounding)", "stop-search-2021-22")]
    [InlineData(AuditKind.StopSearch, "HMICFRS stop and search audit 2019 (random sample; quoted by force)", "stop-search-2019")]
    [InlineData(AuditKind.StopSearch, "HMICFRS stop and search review 2020 (comparison figure in PEEL 2021/22)", "stop-search-2020")]
    [InlineData(AuditKind.StopSearch, "PEEL 2023-25", "unknown")]
    public void The_generation_of_method_follows_from_the_inspection(AuditKind kind, string inspection, string method) =>
        Assert.Equal(method, Catalogue.MethodOf(kind, inspection));

    [Theory]
    [InlineData("PEEL 2017", "PEEL 2018/19", Answer.Yes)]
    [InlineData("PEEL 2014", "PEEL 2016", Answer.Yes)]
    [InlineData("PEEL 2016", "PEEL 2018/19", Answer.CannotTell)]
    [InlineData("PEEL 2018/19", "PEEL 2021/22", Answer.No)]
    [InlineData("PEEL 2021/22", "PEEL 2023-25", Answer.No)]
    [InlineData("PEEL 2023-25", "PEEL 2025-27", Answer.CannotTell)]
    [InlineData("PEEL 2018/19", "PEEL 2025-27", Answer.No)]
    [InlineData("FRS 2018/19", "FRS 2021/22", Answer.Yes)]
    [InlineData("FRS 2021/22", "FRS 2023-25", Answer.No)]
    [InlineData("PEEL 2021/22", "FRS 2021/22", Answer.No)]
    [InlineData("Crime data integrity 2014", "Crime data integrity 2016-2020", Answer.No)]
    [InlineData("Stop and search 2015", "Stop and search 2018/19", Answer.CannotTell)]
    [InlineData("PEEL 2021/22", "PEEL 2021/22", Answer.Yes)]
    public void Which_programmes_compare_is_what_the_inspectorate_says(string one, string other, Answer expected)
    {
        var forth = Comparability.Of(Catalogue.Find(one)!, Catalogue.Find(other)!);
        var back = Comparability.Of(Catalogue.Find(other)!, Catalogue.Find(one)!);

        Assert.Equal(expected, forth.Comparable);
        Assert.Equal(forth, back);
        Assert.NotEmpty(forth.Because);
    }
}
