using Oversight.Core;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.Causes;
using Oversight.Monitoring.Rulebooks;
using Oversight.Monitoring.Rulebooks.Rules;
using Xunit;
using static Oversight.Monitoring.Bodies.BodyEvent;
using static Oversight.Specs.Monitoring.Rulebooks.Signalling;
using Concerns = Oversight.Specs.Causes.Concerns;

namespace Oversight.Specs.Monitoring.Rulebooks;

public sealed class ReviewSpecs() : Spec<Body, BodyCommand, BodyEvent>(Body.Decider)
{
    private static readonly Rulebook First = Book(Inadequate), Next = First with { Id = "next" };
    private static readonly GradeNoted Bad = Grade("Investigating crime", "inadequate", "2022-03-03"), Better = Grade("Investigating crime", "good", "2022-09-03");
    private static readonly BodyCommand.Review InSpring = new(First, Day("2022-04-01")), InAutumn = new(First, Day("2022-10-01"));

    [Fact]
    public void A_review_raises_what_the_rules_see() => Given(Bad).When(InSpring).Then(Raised(First, "2022-04-01"));

    [Fact]
    public void It_raises_it_once() => Given(Bad, Raised(First, "2022-04-01")).When(InSpring).ThenNothing();

    [Fact]
    public void It_sees_nothing_that_is_not_yet_public() => Given(Bad).When(new BodyCommand.Review(First, Day("2022-03-02"))).ThenNothing();

    [Fact]
    public void It_clears_what_no_longer_holds() => Given(Bad, Raised(First, "2022-04-01"), Better).When(InAutumn)
        .Then(new PromptCleared(Raised(First, "2022-04-01").PromptId, Day("2022-10-01"), "What it rested on no longer holds."));

    [Fact]
    public void A_new_rulebook_clears_the_prompts_of_the_old_and_raises_its_own() => Given(Bad, Raised(First, "2022-04-01"))
        .When(new BodyCommand.Review(Next, Day("2022-05-01")))
        .Then(new PromptCleared(Raised(First, "2022-04-01").PromptId, Day("2022-05-01"), "Rulebook next is in effect instead of test."), Raised(Next, "2022-05-01"));

    [Fact]
    public void It_sees_what_counts_of_a_cause_about_which_sources_disagree()
    {
        var book = Book(new CauseAccelerated(24));
        var (article, letter) = (Concerns.Raised("2022-03-01", published: "2022-03-03", accelerated: Acceleration.Yes, cited: "an article"),
            Concerns.Raised("2022-03-01", published: "2022-03-04", accelerated: Acceleration.No, cited: "a letter"));
        var settled = new SettlementNoted("A cause", new(article.Provenance.FactId, 1, new(
            "raised 2022-03-01, not accelerated", letter.Provenance.ClaimId, "a letter", [], ["raised 2022-03-01, accelerated"]), SettledBy.Precedence, "2026-1", null, "The weightiest.", Day("2022-04-02")));
        var raised = (PromptRaised)Assert.Single(Body.Decide(new BodyCommand.Review(book, Day("2022-04-01")), Fold(article, letter)));

        Given(article, letter, raised, settled).When(new BodyCommand.Review(book, Day("2022-04-02")))
            .Then(new PromptCleared(raised.PromptId, Day("2022-04-02"), "What it rested on no longer holds."));

        static Body Fold(params BodyEvent[] events) => events.Aggregate(Body.Initial, Body.Evolve);
    }

    private static PromptRaised Raised(Rulebook book, string on)
    {
        var sign = Assert.Single(book.Signs(Known.Ever(Of(Bad)).By(Day(on))));
        return new(NameBasedId.Of(book.Id, sign.Key, on), book.Id, sign.Rule, sign.Key, Day(on), sign.Because, sign.Clears, sign.Evidence);
    }
}
