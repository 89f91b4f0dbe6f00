using Oversight.Core;
using Oversight.Monitoring.Lineage;
using Oversight.Monitoring.Phases;
using Oversight.Monitoring.Records;
using Xunit;
using static Oversight.Monitoring.Bodies.BodyEvent;
using static Oversight.Specs.Monitoring.Claims;

namespace Oversight.Specs.Lineage;

/// <summary>Who was there, in which phase, and whose an inspection of several as one is.</summary>
public sealed partial class LineageSpecs
{
    [Fact]
    public void Long_before_anything_on_record_nobody_can_tell_whether_a_body_existed()
    {
        var kent = Of("kent", [], On("1900-01-01"));

        Assert.Equal((Answer.CannotTell, "Since when it existed is not on record."), (kent.Existed, kent.WhyNot));
        Assert.Equal([Answer.CannotTell, Answer.Yes], new[] { "1956-12-31", "1960-01-01" }.Select(asOf => Of("hampshire", Police, On(asOf)).Existed));
    }

    [Theory]
    [InlineData(Hampshire, "2018-12-01", Phase.CannotTell, "In 2018 the scheme")]
    [InlineData(Hampshire, "2020-01-01", Phase.Scan, null)]
    [InlineData(Hampshire, "2022-01-01", Phase.DidNotExist, "It became part of hampshire-and-isle-of-wight-fire on 1 April 2021.")]
    [InlineData(Both, "2020-01-01", Phase.DidNotExist, "It was formed on 1 April 2021.")]
    [InlineData(Both, "2022-01-01", Phase.Scan, null)]
    [InlineData(Hampshire, "2012-01-01", Phase.SchemeNotBegun, "The inspectorate took on the fire and rescue services on 2017-07-19")]
    [InlineData(Hampshire, "2017-08-01", Phase.SchemeNotBegun, "The scheme of Scan and Engage had not begun")]
    public void Whoever_did_not_exist_was_in_no_phase_nor_was_anybody_before_there_were_phases(string body, string asOf, Phase phase, string? because)
    {
        var answer = PhaseAnswer.Then(BodyRecords.Fold(body, Recorded([new BodyRegistered(body, "fire", "England", null, null), .. Fire[body]])), On(asOf), null, Of(body, Fire[body], On(asOf)));

        Assert.Equal(phase, answer.Phase);
        Assert.StartsWith(because ?? "", answer.Because ?? "", StringComparison.Ordinal);
        Assert.Equal(because is null, answer.Because is null);
    }

    [Fact]
    public void In_the_month_of_a_merger_that_only_the_month_was_known_of_its_phase_cannot_be_told_either()
    {
        var view = On("2021-04-15", "2021-02-01");
        var answer = PhaseAnswer.Then(BodyRecords.Fold(Hampshire, Recorded(Fire[Hampshire])), view, null, Of(Hampshire, Fire[Hampshire], view));

        Assert.Equal(Phase.CannotTell, answer.Phase);
        Assert.Equal([Mark.ExistenceUnclear], answer.Marks);
    }

    [Fact]
    public void What_sources_say_of_a_phase_counts_whatever_the_scheme_was_called() => Assert.Equal(Phase.Engage,
        PhaseAnswer.Then(BodyRecords.Fold("kent", Recorded([Engage("2016-03-20")])), On("2016-06-01"), null, null).Phase);

    [Fact]
    public void An_inspection_of_two_as_one_belongs_to_what_they_became_and_is_told_once()
    {
        var (merged, before) = (InspectionsAsOne.Of(Of(Both, Fire[Both], On("2022-01-01")), Origins("2022-01-01")), InspectionsAsOne.Of(Of(Both, Fire[Both], On("2021-02-01")), Origins("2021-02-01")));

        var joint = Assert.Single(merged);
        Assert.Equal((Hampshire, Wight, "COVID-19 inspection"), (joint.Of, joint.Joint.With, joint.Joint.Inspection));
        Assert.Equal([Mark.BeforeItExistedInLaw], joint.Marks);
        Assert.Equal(Hampshire, Assert.Single(before).Of);
        Assert.Empty(InspectionsAsOne.Of(Of(Both, Fire[Both], On("2021-01-21")), Origins("2021-01-21")));
        Assert.Null(Assert.Single(InspectionsAsOne.Of(Of(Wight, Fire[Wight], On("2022-01-01")), [])).Of);

        IEnumerable<LineageReading> Origins(string asOf) => new[] { Hampshire, Wight }.Select(id => Of(id, Fire[id], On(asOf)));
    }
}
