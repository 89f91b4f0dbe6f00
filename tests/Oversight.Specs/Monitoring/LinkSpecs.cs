using Oversight.Core;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.EntryLinks;
using Oversight.Monitoring.Histories;
using Xunit;
using static Oversight.Specs.Monitoring.Claims;

namespace Oversight.Specs.Monitoring;

/// <summary>Entries of a timeline that belong together, and kinds that nobody knows.</summary>
public sealed class LinkSpecs
{
    private static readonly BodyEvent[] Vigil =
    [
        Timeline("2021-03-30", "inspection", "HMICFRS vigil inspection published"),
        Timeline("2022-03-11", "court", "High Court finds decisions before the vigil not in accordance with the law"),
        Link("2022-03-11 High Court", Relation.Contradicts, "2021-03-30 vigil inspection"),
    ];

    [Fact]
    public void A_link_is_shown_both_ways_and_neither_entry_is_withdrawn()
    {
        var history = Of("2026-01-01", Vigil);

        Assert.Equal(["contradicts HMICFRS vigil inspection published (a ruling)", "contradicted-by High Court finds decisions before the vigil not in accordance with the law (a ruling)"],
            history.SelectMany(entry => entry.Links).Select(link => $"{link.Relation} {link.Title} ({string.Join(", ", link.Cited)})"));
        Assert.Equal(2, history.Count);
    }

    [Fact]
    public void What_has_not_happened_yet_is_not_told_by_a_link() => Assert.Empty(Assert.Single(Of("2021-12-31", Vigil)).Links);

    [Fact]
    public void An_entry_is_named_by_its_id_too()
    {
        var history = Of("2026-01-01", Engage("2022-06-28"), Timeline("2022-06-29", "parliament", "A statement"), Link("2022-06-29 statement", Relation.FollowsUp, "engage/2022-06-28"));

        Assert.Equal(["followed-up-by"], history.Single(entry => entry.Kind == "engage").Links.Select(link => link.Relation));
    }

    [Fact]
    public void Words_that_fit_two_entries_mean_neither() => Assert.All(
        Of("2026-01-01", Timeline("2021", "court", "hearing one"), Timeline("2021", "court", "hearing two"), Timeline("2022", "court", "ruling"), Link("2022 ruling", Relation.RelatesTo, "2021 hearing")),
        entry => Assert.Empty(entry.Links));

    [Fact]
    public void A_link_that_fits_no_entry_is_listed_with_what_it_names_in_vain()
    {
        BodyEvent[] events = [.. Vigil, Link("2022-03-11 High Court", Relation.FollowsUp, "2021-03-31 vigil"), Link("2022-03-11 High Court", Relation.RelatesTo, "2022-03-11 vigil")];

        Assert.Equal(
            ["2022-03-11 High Court follows-up 2021-03-31 vigil: 2021-03-31 vigil", "2022-03-11 High Court relates-to 2022-03-11 vigil: "],
            Unmatched("2026-01-01", events).Select(link => $"{link.From} {link.Relation} {link.To}: {string.Join(", ", link.Missing)}"));
        Assert.Equal(["a ruling"], Unmatched("2026-01-01", events)[0].Cited);
    }

    [Fact]
    public void A_link_to_what_has_not_happened_yet_joins_something_and_is_not_listed() => Assert.Empty(Unmatched("2021-12-31", Vigil));

    [Theory]
    [InlineData("statement", false)]
    [InlineData("Court", false)]
    [InlineData("gossip", true)]
    public void A_kind_that_nobody_knows_is_kept_as_printed_and_marked(string kind, bool marked)
    {
        var entry = Assert.Single(Of("2026-01-01", Timeline("2021-03-03", kind, "Something happened")));

        Assert.Equal((kind, marked), (entry.Kind, entry.Marks.Contains(Mark.KindUnknown)));
    }

    private static IReadOnlyList<UnmatchedLink> Unmatched(string asOf, params BodyEvent[] events) =>
        History.Unmatched("metropolitan", Of(asOf, events), Recorded(events), On(asOf));

    private static IReadOnlyList<HistoryEntry> Of(string asOf, params BodyEvent[] events) => History.Of("metropolitan", Recorded(events), On(asOf));
}
