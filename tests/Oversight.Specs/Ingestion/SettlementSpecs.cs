using CsCheck;
using Oversight.Core;
using Oversight.Ingestion.Facts;
using Oversight.Ingestion.Settlements;
using Xunit;
using static Oversight.Ingestion.Facts.FactEvent;
using static Oversight.Ingestion.Settlements.SettlementCommand;
using static Oversight.Specs.Ingestion.Claims;

namespace Oversight.Specs.Ingestion;

/// <summary>Which side of a conflict counts: by the order of publishers where that says one thing, else by a person; never by an average.</summary>
public sealed class SettlementSpecs() : Spec<Fact, SettlementCommand, FactEvent>(Settlement.Decider)
{
    private const string
        Letter = "https://hmicfrs.justiceinspectorates.gov.uk/publication-html/a-letter/", News = "https://hmicfrs.justiceinspectorates.gov.uk/news/",
        Force = "https://www.kent.police.uk/news", Commissioner = "https://www.kent-pcc.gov.uk/statement", Press = "https://www.itv.com/news", Paper = "https://www.kentonline.co.uk/",
        Move = "phase/metropolitan/engage/2022-06";

    private static readonly DateOnly Day = new(2026, 1, 5);
    private static readonly SettleByPrecedence ByPrecedence = new(OrderOfPublishers.InEffect, Day);

    [Theory]
    [InlineData(Letter, "inspectorate")]
    [InlineData("https://www.justiceinspectorates.gov.uk/hmicfrs", "inspectorate")]
    [InlineData("https://hmicfrs.justiceinspectorates.gov.uk.example.com/", "other")]
    [InlineData("https://example.com/hmicfrs.justiceinspectorates.gov.uk", "other")]
    [InlineData("https://hmicfrs.justiceinspectorates.gov.uk@example.com/", "other")]
    [InlineData("https://www.policeconduct.gov.uk/news", "iopc")]
    [InlineData("https://www.gov.uk/government", "government")]
    [InlineData("https://hansard.parliament.uk/commons", "government")]
    [InlineData(Force, "body")]
    [InlineData("https://bucksfire.gov.uk/authority", "body")]
    [InlineData(Commissioner, "local-policing-body")]
    [InlineData("https://www.gwent.pcc.police.uk/", "local-policing-body")]
    [InlineData("https://staffordshire-pfcc.gov.uk", "local-policing-body")]
    [InlineData("https://www.merseysidepcc.info/", "local-policing-body")]
    [InlineData("https://www.policeprofessional.com/", "trade-press")]
    [InlineData(Press, "national-press")]
    [InlineData(Paper, "local-press")]
    [InlineData("Big Issue, September 2022", "national-press")]
    [InlineData("HMICFRS letter of 21 May 2024", "inspectorate")]
    [InlineData("HMIC, PEEL: Police legitimacy 2015", "inspectorate")]
    [InlineData("Her Majesty's Inspectorate of Constabulary, 2014", "inspectorate")]
    [InlineData("HMICS, which is Scotland's", "other")]
    [InlineData("a leaflet about HMICFRS", "other")]
    public void A_publisher_is_known_by_the_source_cited(string cited, string publisher) => Assert.Equal(publisher, OrderOfPublishers.InEffect.ClassOf(cited));

    [Fact]
    public void The_inspectorate_counts_more_than_the_force_and_the_force_more_than_the_press()
    {
        Given([.. Events(Graded(Grade.Good, Press, "2022-09-22"), Graded(Grade.Adequate, Force, "2022-09-22"))]).When(ByPrecedence)
            .Then(Settled(1, "adequate", Graded(Grade.Adequate, Force, "2022-09-22"), [], ["good"], "body"));
        Given([.. Events(Graded(Grade.Good, Press, "2022-09-22"), Graded(Grade.Adequate, Force, "2022-09-22"), Graded(Grade.Inadequate, Letter, "2022-09-22")).Skip(3)])
            .When(ByPrecedence).Then(Settled(1, "inadequate", Graded(Grade.Inadequate, Letter, "2022-09-22"), [], ["adequate", "good"], "inspectorate"));
    }

    [Fact]
    public void The_inspectorate_against_itself_settles_nothing() // hard case 22, and Staffordshire: its letter says 6 July 2022, its news June
    {
        Given([.. Events(Moved(Phase.Engage, "2022-06", News), Moved(Phase.Engage, "2022-07-06", Letter), Moved(Phase.Engage, "2022-06", Press))]).When(ByPrecedence).ThenNothing();
        Assert.Empty(Settlement.Decide(ByPrecedence, State(Recorded("83.6", null, null, Letter), Recorded("86", null, null, News))));
    }

    [Fact]
    public void Two_roundings_by_the_press_settle_nothing() => // hard case 24
        Given([.. Events(Searched("PEEL 2021/22", 75, Press), Searched("PEEL 2021/22 (other press rounding)", 76, Paper))]).When(ByPrecedence).ThenNothing();

    [Fact]
    public void A_regrade_is_no_conflict_and_there_is_nothing_to_settle() =>
        Given([.. Events(Graded(Grade.RequiresImprovement, Letter, "2021-05"), Graded(Grade.Good, Letter, "2022-05"))]).When(ByPrecedence).ThenNothing(); // hard case 35

    [Fact]
    public void Of_sides_that_agree_the_one_that_says_most_counts()
    {
        var claims = new FactCommand[] { Moved(Phase.Engage, "2022-07-06", Press), Moved(Phase.Engage, "2022-06", News), Moved(Phase.Engage, "2022-06-28", Letter) };

        var settled = Assert.IsType<ConflictSettled>(Assert.Single(Settlement.Decide(ByPrecedence, State(claims))));
        Assert.Equal(("2022-06-28", "2022-06", "2022-07-06"), (settled.Settling.Side!.Value, Assert.Single(settled.Settling.Side.Agrees), Assert.Single(settled.Settling.Side.Overruled)));
    }

    [Fact]
    public void A_weightier_source_settles_anew_and_one_that_contradicts_its_own_kind_opens_it_again()
    {
        var state = State(Searched("PEEL 2021/22", 75, Press), Searched("PEEL 2021/22", 76, Force));
        state = Folded(state, ByPrecedence, out var first);
        state = Claimed(state, Searched("PEEL 2021/22", 74, Letter));
        state = Folded(state, ByPrecedence, out var second);
        state = Claimed(state, Searched("PEEL 2021/22", 77, News));
        state = Folded(state, ByPrecedence, out var third);

        Assert.Equal((1, "76%"), (((ConflictSettled)first!).Settling.Round, ((ConflictSettled)first).Settling.Side!.Value));
        Assert.Equal((2, "74%"), (((ConflictSettled)second!).Settling.Round, ((ConflictSettled)second).Settling.Side!.Value));
        Assert.Equal((3, null), (((ConflictReopened)third!).Settling.Round, ((ConflictReopened)third).Settling.Side));
        Folded(state, ByPrecedence, out var nothing);
        Assert.Null(nothing);
    }

    [Fact]
    public void A_person_settles_with_a_reason_and_no_rule_overturns_it()
    {
        var state = State(Moved(Phase.Engage, "2022-06", News), Moved(Phase.Engage, "2022-07-06", Letter));
        state = Folded(state, Person("2022-06"), out var settled);
        state = Claimed(state, Moved(Phase.Engage, "2022-07-07", Press));
        state = Claimed(state, Moved(Phase.Engage, "2022-07-08", Letter));
        Folded(state, ByPrecedence, out var overturned);

        var step = ((ConflictSettled)settled!).Settling;
        Assert.Equal((SettledBy.Person, "Ann", "The letter is two years younger.", "2022-06"), (step.By, step.Who, step.Reason, step.Side!.Value));
        Assert.Null(overturned);
        Assert.Equal((Answer.Yes, Answer.No, Answer.CannotTell), (step.Side.Says("2022-06"), step.Side.Says("2022-07-06"), step.Side.Says("2022-07-07")));
    }

    [Fact]
    public void A_person_may_settle_it_anew_and_saying_so_twice_changes_nothing()
    {
        var state = State(Moved(Phase.Engage, "2022-06", News), Moved(Phase.Engage, "2022-07-06", Letter));
        state = Folded(state, Person("2022-06"), out _);
        state = Folded(state, Person("2022-07-06") with { Reason = "It is the letter that counts.", Seen = 3 }, out var anew);
        Folded(state, Person("2022-07-06") with { Reason = "It is the letter that counts.", Seen = 3 }, out var again);

        Assert.Equal((2, "2022-07-06"), (((ConflictSettled)anew!).Settling.Round, ((ConflictSettled)anew).Settling.Side!.Value));
        Assert.Null(again);
    }

    [Fact]
    public void What_cannot_be_settled_is_refused()
    {
        FactEvent[] conflict = [.. Events(Moved(Phase.Engage, "2022-06", News), Moved(Phase.Engage, "2022-07-06", Letter))];
        When(Person("2022-06")).ThenRejected("conflict.unknown");
        Given(conflict).When(Person("2022-06") with { FactId = "phase/metropolitan/scan/2024" }).ThenRejected("conflict.unknown");
        When(Person("2022-06") with { ClaimId = Guid.Empty }).ThenRejected("conflict.no-such-side");
        When(Person("2022-06") with { Reason = " " }).ThenRejected("conflict.reason-missing");
        When(Person("2022-06") with { Reason = "\u200b" }).ThenRejected("conflict.reason-missing");
        When(Person("2022-06") with { Reason = new('x', 4_001) }).ThenRejected("conflict.reason-too-long");
        When(Person("2022-06") with { Seen = 1 }).ThenRejected("conflict.lost-race");
    }

    [Fact]
    public void The_order_of_arrival_changes_no_settlement() => (
        from claims in (from percent in Gen.OneOf(75m, 76m, 77m) from cited in Gen.OneOf(Letter, News, Force, Commissioner, Press, Paper) select (FactCommand)Searched("PEEL 2021/22", percent, cited)).Array[1, 8]
        from shuffled in Gen.Shuffle(claims)
        select (claims, shuffled)).Sample((claims, shuffled) => Said(claims) == Said(shuffled));

    // What counts in the end; how many steps it took depends on when somebody looked.
    private static string Said(FactCommand[] claims) => string.Join('\n', Settlement.Decide(ByPrecedence, State(claims)).Cast<ConflictSettled>()
        .Select(settled => $"{settled.Settling.Side!.Value} {settled.Settling.Side.ClaimId} {string.Join(' ', settled.Settling.Side.Overruled)}"));

    private static SettleByPerson Person(string date) =>
        new(Move, Events(Moved(Phase.Engage, date, date == "2022-06" ? News : Letter)).OfType<PhaseMoveClaimed>().Single().Provenance.ClaimId, "Ann", "The letter is two years younger.", null, Day);

    private static ConflictSettled Settled(int round, string value, FactCommand claim, string[] agrees, string[] overruled, string publisher) => new(
        "metropolitan", "PEEL 2021/22: Preventing crime", new("grade/metropolitan/peel-2021-22/preventing-crime", round,
            new(value, Events(claim).OfType<GradeClaimed>().Single().Provenance.ClaimId, claim.From.Cited, agrees, overruled), SettledBy.Precedence, OrderOfPublishers.InEffect.Version, null,
            $"Of the publishers that differ, the weightiest are of the class {publisher}, and say this alone.", Day));

    private static Fact State(params FactCommand[] claims) => Events(claims).Aggregate(Fact.Initial, Fact.Evolve);

    private static Fact Claimed(Fact fact, FactCommand claim) => Fact.Decide(claim, fact).Aggregate(fact, Fact.Evolve);

    private static Fact Folded(Fact fact, SettlementCommand command, out FactEvent? decided)
    {
        decided = Settlement.Decide(command, fact).SingleOrDefault();
        return decided is null ? fact : Fact.Evolve(fact, decided);
    }
}
