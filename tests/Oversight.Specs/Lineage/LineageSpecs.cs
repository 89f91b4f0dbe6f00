using Oversight.Core;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.Histories;
using Oversight.Monitoring.Lineage;
using Oversight.Monitoring.Profiles;
using Oversight.Monitoring.Records;
using Oversight.Monitoring.Trails;
using Xunit;
using static Oversight.Monitoring.Bodies.BodyEvent;
using static Oversight.Specs.Monitoring.Claims;

namespace Oversight.Specs.Lineage;

/// <summary>Hampshire and the Isle of Wight: two fire services that became one, and a police force renamed in two steps.</summary>
public sealed partial class LineageSpecs
{
    private const string Hampshire = "hampshire-fire", Wight = "isle-of-wight-fire", Both = "hampshire-and-isle-of-wight-fire";
    private const string Old = "Hampshire Constabulary", New = "Hampshire and Isle of Wight Constabulary";

    private static readonly Dictionary<string, BodyEvent[]> Fire = new()
    {
        [Hampshire] = [.. Merger(Hampshire), Joint(Wight), Grade("FRS 2018/19", "Effectiveness", "good", "2018-12-20"), Timeline("2023-05-01", "letter", "A late letter")],
        [Wight] = [.. Merger(Wight), Joint(Hampshire), Grade("FRS 2018/19", "People", "adequate", "2018-12-20")],
        [Both] = [.. Merger(Hampshire), .. Merger(Wight), Timeline("2021-01-22", "letter", "A letter to both"), Grade("FRS 2021/22", "Effectiveness", "good", "2023-01-20")],
    };

    private static readonly BodyEvent[] Police =
    [
        Renamed(null, New, "1957", null, null), Renamed(New, Old, "1967", null, null),
        Renamed(Old, New, "2022-07-12", "2022-11-16", "2022-11-16"), Renamed(Old, New, null, "2022-11-16", "2022-11-16"),
    ];

    [Theory]
    [InlineData("2018-12-31", 45)]
    [InlineData("2021-03-31", 45)]
    [InlineData("2021-04-01", 44)]
    [InlineData("2023-01-20", 44)]
    public void Forty_five_services_became_forty_four_on_the_day_of_the_merger(string asOf, int services)
    {
        var others = Enumerable.Range(1, 43).Select(n => $"service-{n}").ToDictionary(id => id, _ => Array.Empty<BodyEvent>());

        Assert.Equal(services, Fire.Concat(others).Count(body => Of(body.Key, body.Value, On(asOf)).Existed == Answer.Yes));
    }

    [Theory]
    [InlineData("2021-03-31", Answer.Yes, Answer.No)]
    [InlineData("2021-04-15", Answer.CannotTell, Answer.CannotTell)]
    [InlineData("2021-04-30", Answer.No, Answer.Yes)]
    public void While_only_the_month_was_known_nobody_could_tell_in_that_month(string asOf, Answer predecessor, Answer successor) =>
        Assert.Equal((predecessor, predecessor, successor), Existed(On(asOf, "2021-02-01")));

    [Fact]
    public void Before_it_was_announced_nobody_could_know_of_the_new_service_and_the_old_ones_went_on() =>
        Assert.Equal((Answer.Yes, Answer.Yes, Answer.No), Existed(On("2022-01-01", "2021-01-21")));

    [Fact]
    public void Before_this_system_had_heard_of_the_merger_all_three_were_bodies_like_others() =>
        Assert.Equal((Answer.Yes, Answer.Yes, Answer.Yes), Existed(On("2022-01-01") with { RecordedAt = Start.AddDays(-1) }));

    [Fact]
    public void A_body_that_was_there_before_it_took_another_over_has_no_beginning()
    {
        var taken = Of("taker", [Succeeded("taken", "taker", "2012", formed: false)], On("2010-01-01"));

        Assert.Equal((Answer.Yes, null), (taken.Existed, taken.Begun));
    }

    [Fact]
    public void Sources_that_date_a_merger_differently_leave_the_days_between_in_doubt()
    {
        BodyEvent[] events = [Succeeded("old", "new", "2021-04-01", "2021-04-01"), Succeeded("old", "new", "2021-05-01", "2021-05-01", cited: "other")];

        Assert.Equal([Answer.Yes, Answer.CannotTell, Answer.No], new[] { "2021-03-31", "2021-04-10", "2021-05-01" }.Select(asOf => Of("old", events, On(asOf)).Existed));
        Assert.Equal([Mark.Conflicting], Assert.Single(Of("old", events, On("2021-06-01")).Successors).Marks);
    }

    [Fact]
    public void Once_it_is_settled_which_date_counts_the_other_is_overruled_at_both_bodies()
    {
        BodyEvent[] events =
        [
            Succeeded("old", "new", "2021-04-01", "2021-04-01"), Succeeded("old", "new", "2021-05-01", "2021-05-01", cited: "other"),
            new SettlementNoted("old became part of new", new("lineage/old/into/new", 1, new("2021-05-01", Guid.Empty, "other", [], ["2021-04-01"]), SettledBy.Person, null, "Ann", "because", new(2026, 1, 5))),
        ];

        Assert.Equal([Answer.Yes, Answer.Yes, Answer.No], new[] { "2021-03-31", "2021-04-10", "2021-05-01" }.Select(asOf => Of("old", events, On(asOf)).Existed));
        Assert.Equal([Answer.No, Answer.Yes], new[] { "2021-04-10", "2021-05-01" }.Select(asOf => Of("new", events, On(asOf)).Existed));
        var succession = Assert.Single(Of("old", events, On("2021-06-01")).Successors);
        Assert.Equal((Mark.Settled, "2021-04-01", "because"), (Assert.Single(succession.Marks), $"{Assert.Single(succession.Sides.Overruled).Value.LawOn}", Assert.Single(succession.Sides.Trail.Steps).Why));
        Assert.Equal("2021-05-01", $"{History.Of("new", Recorded(events), On("2022-01-01")).Single(entry => entry.Kind == "lineage").On}");
    }

    [Fact]
    public void A_settled_renaming_gives_the_name_of_the_day()
    {
        BodyEvent[] events = [Renamed(Old, New, "2022-07-12", null, "2022-11-16"), Renamed(Old, New, "2022-08-12", null, "2022-11-17")];
        var settled = new SettlementNoted("Renamed", new("renamed", 1, new("2022-07-12", Guid.Empty, "a page", [], ["2022-08-12"]), SettledBy.Precedence, "2026-1", null, "because", new(2026, 1, 5)));

        Assert.Equal([Old, New], Of("h", events, On("2022-07-20")).NamesThen(New, rename => rename.When));
        Assert.Equal([New], Of("h", [.. events, settled], On("2022-07-20")).NamesThen(New, rename => rename.When));
        Assert.Equal([Mark.Settled], Assert.Single(Of("h", [.. events, settled], On("2022-07-20")).Renames).Marks);
    }

    [Theory]
    [InlineData("lineage/old/into/new", "new")]
    [InlineData("lineage/old/jointly/other/covid-19-inspection/2021-01-22", "other")]
    [InlineData("lineage/old/renamed/new/2021", null)]
    [InlineData("phase/old/engage/2021", null)]
    public void What_is_settled_of_two_bodies_is_told_to_the_other_one_too(string fact, string? other) =>
        Assert.Equal(other, Oversight.Ingestion.Lineage.LineageFacts.OtherBody(fact));

    [Theory]
    [InlineData("2021-03-31", Hampshire)]
    [InlineData("2021-04-01", Both)]
    public void What_a_body_left_is_held_by_what_it_became_part_of(string asOf, string holder)
    {
        var lineages = Fire.ToDictionary(body => body.Key, body => Of(body.Key, body.Value, On(asOf)));

        Assert.Equal([holder], Heirs.Of(Hampshire, lineages));
        Assert.Equal(["kent"], Heirs.Of("kent", lineages));
    }

    [Fact]
    public void Two_bodies_that_are_said_to_have_become_part_of_each_other_are_marked_and_stay_on_the_board()
    {
        BodyEvent[] events = [Succeeded("a", "b", "2020-01-01", formed: false), Succeeded("b", "a", "2021-01-01", formed: false)];
        LineageReading[] both = [Of("a", events, On("2022-01-01")), Of("b", events, On("2022-01-01"))];

        Assert.All(both, lineage => Assert.Equal(Answer.CannotTell, lineage.Existed));
        Assert.All(both.SelectMany(lineage => lineage.Successions), succession => Assert.Contains(Mark.Conflicting, succession.Marks));
        Assert.Equal(["a"], Heirs.Of("a", both.ToDictionary(lineage => lineage.Id)));
    }

    [Theory]
    [InlineData("2020-01-01", Old)]
    [InlineData("2023-01-01", New)]
    public void The_board_calls_it_as_it_was_called_that_day(string asOf, string name) => Assert.Equal(name, BodyProfile.CalledThen(
        BodyRecords.Fold("h", Recorded([new BodyRegistered(New, "police", null, null, null), .. Police])), On(asOf), Of("h", Police, On(asOf))));

    [Fact]
    public void The_successor_inherits_what_was_found_before_with_its_origin_and_the_joint_inspection_once()
    {
        var history = Inherited(On("2024-01-01"));

        Assert.Equal(
            [
                "2023-05-01 A late letter, hampshire-fire, after it had merged",
                "2023-01-20 FRS 2021/22: 1 grade",
                "2021-04-01 Formed from hampshire-fire", "2021-04-01 Formed from isle-of-wight-fire",
                "2021-01-22 Inspected as one with isle-of-wight-fire: COVID-19 inspection, hampshire-fire, before it existed in law",
                "2021-01-22 A letter to both, before it existed in law",
                "2018-12-20 FRS 2018/19: 1 grade, hampshire-fire", "2018-12-20 FRS 2018/19: 1 grade, isle-of-wight-fire",
            ],
            history.Select(Line));
        Assert.Distinct(history.Select(entry => entry.Id));
    }

    private static readonly Dictionary<string, BodyEvent[]> Devon = new()
    {
        ["a"] = [Succeeded("a", "abc", "2021-04-01", "2021-01-22"), Joint("b"), Joint("c"), Grade("FRS 2018/19", "People", "good", "2018-12-20")],
        ["b"] = [Succeeded("b", "abc", "2021-04-01", "2021-01-22"), Joint("a"), Grade("FRS 2018/19", "People", "adequate", "2018-12-20")],
        ["c"] = [Succeeded("c", "abc", "2021-04-01", "2021-01-22"), Joint("a"), Grade("FRS 2018/19", "People", "inadequate", "2018-12-20")],
        ["abc"] = [.. new[] { "a", "b", "c" }.Select(one => Succeeded(one, "abc", "2021-04-01", "2021-01-22")), Succeeded("abc", "all", "2024-04-01", "2024-01-01")],
        ["d"] = [Succeeded("d", "all", "2024-04-01", "2024-01-01"), Timeline("2020-05-01", "letter", "A letter to d")],
        ["all"] = [Succeeded("abc", "all", "2024-04-01", "2024-01-01"), Succeeded("d", "all", "2024-04-01", "2024-01-01")],
    };

    [Theory]
    [InlineData("2021-03-31", "a b c d", "a")]
    [InlineData("2021-04-01", "abc d", "abc")]
    [InlineData("2024-04-01", "all", "all")]
    public void Three_that_become_one_and_then_part_of_another_are_counted_and_held_once(string asOf, string exist, string holder)
    {
        var lineages = Devon.ToDictionary(body => body.Key, body => Of(body.Key, body.Value, On(asOf)));

        Assert.Equal(exist, string.Join(' ', lineages.Where(one => one.Value.Existed == Answer.Yes).Select(one => one.Key).Order(StringComparer.Ordinal)));
        Assert.Equal([holder], Heirs.Of("a", lineages));
        Assert.Equal(asOf == "2021-03-31" ? [] : ["a", "b", "c"], lineages["abc"].Predecessors.Select(one => one.Predecessor));
    }

    [Theory]
    [InlineData("abc", "a", "b", "c")]
    [InlineData("all", "abc", "d", "a", "b", "c")]
    public void What_three_left_is_inherited_with_its_origin_and_their_joint_inspection_is_one(string heir, params string[] ancestors)
    {
        var viewpoint = On("2025-01-01");
        var history = LineageEntries.WithInherited(History.Of(heir, Recorded(Devon[heir]), viewpoint), Of(heir, Devon[heir], viewpoint),
            ancestors.Select(from => (from, History.Of(from, Recorded(Devon[from]), viewpoint))));

        Assert.Equal(["2021-01-22 Inspected as one with b and c: COVID-19 inspection, a, before it existed in law"], history.Where(entry => entry.Kind == "joint-inspection").Select(Line));
        Assert.Equal(["a", "b", "c"], history.Where(entry => entry.Kind == "grades").Select(entry => entry.InheritedFrom).Order(StringComparer.Ordinal));
        Assert.Equal(heir == "all" ? ["d"] : Array.Empty<string>(), history.Where(entry => entry.Kind == "letter").Select(entry => entry.InheritedFrom!));
        Assert.Equal(heir == "abc" ? 4 : 5, history.Count(entry => entry.Kind == "lineage"));
        Assert.Distinct(history.Select(entry => entry.Id));
    }

    [Fact]
    public void One_of_three_tells_of_the_other_two_in_one_entry_and_what_was_years_apart_is_another_inspection()
    {
        BodyEvent[] events = [.. Devon["a"], new JointInspectionNoted("b", "COVID-19 inspection", PartialDate.Parse("2023-05"), "", From("a later report", "2023-05-01", "later"))];

        Assert.Equal(
            ["2023-05 Inspected as one with b: COVID-19 inspection", "2021-01-22 Inspected as one with b and c: COVID-19 inspection"],
            History.Of("a", Recorded(events), On("2024-01-01")).Where(entry => entry.Kind == "joint-inspection").Select(Line));
    }

    [Fact]
    public void Nothing_is_inherited_before_the_merger() =>
        Assert.DoesNotContain(Inherited(On("2021-03-31")), entry => entry.InheritedFrom is not null);

    [Fact]
    public void A_predecessor_keeps_its_past_and_says_what_it_became() => Assert.Equal(
        [
            "2023-05-01 A late letter, after it had merged", "2021-04-01 Became part of hampshire-and-isle-of-wight-fire",
            "2021-01-22 Inspected as one with isle-of-wight-fire: COVID-19 inspection", "2018-12-20 FRS 2018/19: 1 grade",
        ],
        OwnHistory(Hampshire, On("2024-01-01")).Select(Line));

    [Theory]
    [InlineData("1950-01-01", "", "")]
    [InlineData("1957-06-01", " or " + New, " or " + New)]
    [InlineData("1960-01-01", New, New)]
    [InlineData("1970-01-01", Old, Old)]
    [InlineData("2022-07-11", Old, Old)]
    [InlineData("2022-07-12", New, Old)]
    [InlineData("2022-11-15", New, Old)]
    [InlineData("2022-11-16", New, New)]
    public void A_name_holds_in_law_from_one_day_and_is_in_use_from_another(string asOf, string inLaw, string inUse)
    {
        var lineage = Of("hampshire-and-isle-of-wight", Police, On(asOf));

        Assert.Equal(
            (inLaw, inUse),
            (string.Join(" or ", lineage.NamesThen(New, rename => rename.InLaw ?? rename.InUse!)), string.Join(" or ", lineage.NamesThen(New, rename => rename.InUse ?? rename.InLaw!))));
    }

    [Fact]
    public void Until_the_new_name_was_made_public_the_old_one_was_known() =>
        Assert.Equal([Old], Of("hampshire-and-isle-of-wight", Police, On("2022-08-01", "2022-08-01")).NamesThen(New, rename => rename.When));

    [Fact]
    public void A_renaming_in_two_steps_is_two_entries_and_the_former_name_is_not_told_again()
    {
        var history = History.Of("hampshire-and-isle-of-wight",
            Recorded([.. Police, new BodyNamed(Old, "former", null, PartialDate.Parse("2022-07-12"), null)]), On("2023-01-01"));

        Assert.Equal(
            [
                $"2022-11-16 {New} came into use as its name", $"2022-07-12 {Old} renamed {New} in law",
                $"1967 {New} renamed {Old} in law", $"1957 renamed {New} in law",
            ],
            history.Select(entry => $"{entry.On} {entry.Title}"));
    }

    private static BodyEvent[] Merger(string predecessor) =>
    [
        Succeeded(predecessor, Both, "2021-04", "2021-01-22", formed: false, cited: "the joint report"),
        Succeeded(predecessor, Both, "2021-04-01", "2021-06-24", cited: "the progress letter"),
        Succeeded(predecessor, Both, "2021-04", "2023-01-20", cited: "the first full report"),
    ];

    private static SuccessionNoted Succeeded(string predecessor, string successor, string on, string? published = null, bool formed = true, string cited = "an order") =>
        new(predecessor, successor, formed, PartialDate.Parse(on), null, "", From($"{cited} {on}", published, $"lineage/{predecessor}/into/{successor}"));

    private static JointInspectionNoted Joint(string with) =>
        new(with, "COVID-19 inspection", PartialDate.Parse("2021-01-22"), "", From("the joint report", "2021-01-22", "joint"));

    private static RenameNoted Renamed(string? former, string name, string? law, string? use, string? published) => new(
        former, name, law is null ? null : PartialDate.Parse(law), use is null ? null : PartialDate.Parse(use), "", From($"a page on {law} {use}", published, "renamed"));

    private static LineageReading Of(string body, BodyEvent[] events, Viewpoint viewpoint) =>
        LineageReading.Of(BodyLineage.Fold(body, Recorded(events)), viewpoint, TrailEntries.Fold(body, Recorded(events)));

    private static (Answer, Answer, Answer) Existed(Viewpoint viewpoint) =>
        (Of(Hampshire, Fire[Hampshire], viewpoint).Existed, Of(Wight, Fire[Wight], viewpoint).Existed, Of(Both, Fire[Both], viewpoint).Existed);

    private static IReadOnlyList<HistoryEntry> OwnHistory(string body, Viewpoint viewpoint) => History.Of(body, Recorded(Fire[body]), viewpoint);

    private static IReadOnlyList<HistoryEntry> Inherited(Viewpoint viewpoint)
    {
        var lineage = Of(Both, Fire[Both], viewpoint);
        return LineageEntries.WithInherited(
            OwnHistory(Both, viewpoint), lineage, lineage.Predecessors.Select(from => (from.Predecessor, OwnHistory(from.Predecessor, viewpoint))));
    }

    private static string Line(HistoryEntry entry) => string.Join(", ",
        new[] { $"{entry.On} {entry.Title}", entry.InheritedFrom }.OfType<string>()
            .Concat(entry.Marks.Where(mark => mark != Mark.PublicationDateUnknown).Select(mark => mark.InWords)));
}
