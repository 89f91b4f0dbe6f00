using CsCheck;
using Oversight.Core;
using Oversight.Ingestion.Facts;
using Xunit;
using static Oversight.Specs.Ingestion.Claims;

namespace Oversight.Specs.Ingestion;

/// <summary>What must hold for claims in whatever order they arrive.</summary>
public sealed class FactLaws
{
    private static readonly Gen<string?> Published = Gen.OneOf<string?>(null, "2022", "2022-05", "2022-05-11", "2022-09-22", "2023-01");

    private static readonly Gen<string> Cited = Gen.OneOf("a", "b", "c");

    private static readonly Gen<FactCommand> Grades =
        from grade in Gen.Enum<Grade>() from cited in Cited from published in Published select (FactCommand)Graded(grade, cited, published);

    private static readonly Gen<FactCommand> Rates =
        from percent in Gen.OneOf("75", "76", "76.0") from width in Gen.OneOf<string?>(null, "3", "4")
        from sample in Gen.OneOf<string?>(null, "90") from cited in Cited
        select (FactCommand)Recorded(percent, width, sample, cited);

    // Moves a year apart whose claims lie within a month of each other: which claims mean one move is then beyond doubt.
    private static readonly Gen<FactCommand> MovesYearsApart =
        from year in Gen.Int[2015, 2019] from phase in Gen.Enum<Phase>()
        from date in Gen.OneOf("06", "06-03", "06-28", "07-02") from cited in Cited
        select (FactCommand)Moved(phase, $"{year}-{date}", cited);

    public static TheoryData<string> Kinds => ["grades", "rates", "moves"];

    [Theory, MemberData(nameof(Kinds))]
    public void The_order_of_arrival_changes_neither_the_facts_nor_which_of_them_are_in_conflict(string kind) =>
        (from claims in Of(kind).Array[1, 9] from shuffled in Gen.Shuffle(claims) select (claims, shuffled))
            .Sample(arrivals => Assert.Equal(Outcome(Events(arrivals.claims)), Outcome(Events(arrivals.shuffled))));

    [Theory, MemberData(nameof(Kinds))]
    public void Claims_that_come_twice_decide_nothing(string kind) => Of(kind).Array[1, 9].Sample(claims =>
    {
        var once = Events(claims);

        Assert.Equal(once.Count, Events([.. claims, .. claims.Reverse()]).Count);
    });

    [Theory, MemberData(nameof(Kinds))]
    public void Every_claim_that_contradicts_another_is_named_in_the_last_conflict_found(string kind) => Of(kind).Array[1, 9].Sample(claims =>
    {
        var events = Events(claims);
        var fact = events.Aggregate(Fact.Initial, Fact.Evolve);
        var named = events.OfType<FactEvent.ConflictFound>().GroupBy(found => found.FactId).SelectMany(found => found.Last().Claims).Select(side => side.Provenance.ClaimId);
        var contradicting = fact.Facts.Values.SelectMany(sayings => sayings.Where(one => sayings.Any(other => one.Statement.Contradicts(other.Statement) || other.Statement.Contradicts(one.Statement))));

        Assert.Equal(contradicting.SelectMany(saying => saying.By).Select(by => by.ClaimId).ToHashSet(), named.ToHashSet());
        Assert.All(fact.Facts.Values.SelectMany(sayings => sayings), saying => Assert.Equal(contradicting.Contains(saying), saying.IsContradicted));
    });

    [Theory, MemberData(nameof(Kinds))]
    public void Events_say_what_the_state_knows_after_a_trip_through_the_store(string kind) => Of(kind).Array[1, 9].Sample(claims =>
    {
        var events = Events(claims);
        var read = events.Select(e => EventNames<FactEvent>.Read(NameOf(e), System.Text.Json.JsonSerializer.Serialize(e, e.GetType(), EventJson.Options)));

        Assert.Equal(Outcome(events), Outcome(read));
    });

    private static Gen<FactCommand> Of(string kind) => kind switch { "grades" => Grades, "rates" => Rates, _ => MovesYearsApart };

    private static string NameOf(FactEvent e) => EventNames<FactEvent>.Types.Single(entry => entry.Value == e.GetType()).Key;

    // A move's own id depends on who dated it first, so facts are compared by the claims they hold.
    private static string Outcome(IEnumerable<FactEvent> events) => string.Join('\n', events.Aggregate(Fact.Initial, Fact.Evolve).Facts.Values
        .Select(sayings => string.Join(" | ", sayings.Select(Said).Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal));

    private static string Said(Saying saying) =>
        $"{(saying.IsContradicted ? "contradicted " : "")}{string.Join(' ', saying.By.Select(by => by.ClaimId).Order())}";
}
