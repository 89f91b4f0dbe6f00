using Oversight.Core;
using Oversight.Ingestion.Candidates;
using Oversight.Ingestion.Documents;
using Oversight.Ingestion.Facts;
using Oversight.Ingestion.Readers;
using Oversight.Testing;
using Xunit;
using static Oversight.Ingestion.Candidates.CandidateCommand;
using static Oversight.Ingestion.Candidates.CandidateEvent;

namespace Oversight.Specs.Ingestion;

public sealed class CandidateSpecs() : Spec<CandidateDocument, CandidateCommand, CandidateEvent>(CandidateDocument.Decider)
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly Actor Ines = new("ines", "Ines Holloway", Role.Inspector), Ada = new("ada", "Ada Okafor", Role.Analyst);

    private static readonly Proposal Judgment = new(
        1, CandidateKind.Judgment, "judgment.table", 0.95m, 10, 40, 3, "Responding to the public: inadequate", "wiltshire", "PEEL 2021/22",
        "Responding to the public", "inadequate", null, null, null, null, null);

    private static readonly Proposal Bare = Judgment with { Number = 2, Body = null, Programme = null };

    private static readonly CandidatesRead Found = new("ab12", "https://example.org/report", PartialDate.Parse("2022-07-08"), [Judgment, Bare]);

    [Fact]
    public void A_document_is_read_once() => When(new Read("ab12", Found.Cited, Found.PublishedOn, Found.Candidates)).Then(Found);

    [Fact]
    public void What_later_rules_would_read_in_it_changes_nothing() => Given(Found).When(new Read("ab12", "elsewhere", null, [])).ThenNothing();

    [Fact]
    public void A_candidate_becomes_a_claim_when_somebody_accepts_it() => Given(Found).When(new Accept(1, new(), By(Ines)))
        .Then(new CandidateAccepted(1, new(), "grade/wiltshire/peel-2021-22/responding-to-the-public", Ines, Now, "read it"));

    [Fact]
    public void The_claim_is_that_of_the_document_with_the_line_of_the_quote() => Assert.Equal(
        new FactCommand.ClaimGrade("wiltshire", "PEEL 2021/22", "Responding to the public", Grade.Inadequate,
            new("https://example.org/report", "ab12", 3, PartialDate.Parse("2022-07-08"))),
        Claim(1, new()));

    [Fact]
    public void Whoever_accepts_may_correct_and_add() => Assert.Equal(
        new FactCommand.ClaimGrade("kent", "PEEL 2023-25", "Leadership", Grade.Good, new("https://example.org/other", "ab12", 3, PartialDate.Parse("2023"))),
        Claim(2, new("kent", "PEEL 2023-25", "Leadership", "good", Source: "https://example.org/other", PublishedOn: "2023")));

    [Theory]
    [InlineData(null, null, "body")]
    [InlineData("kent", null, "programme")]
    public void What_is_missing_is_named(string? body, string? programme, string field)
    {
        var refused = Assert.Throws<RejectedException>(() => { Claim(2, new(body, programme)); });
        Assert.Equal("candidate.incomplete", refused.Rule);
        Assert.EndsWith($"say it as {field}.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_little_is_refused_before_anything_is_stored() => Given(Found).When(new Accept(2, new(), By(Ines))).ThenRejected("candidate.incomplete");

    [Theory]
    [InlineData("brilliant", null, null)]
    [InlineData(null, "soon", null)]
    [InlineData(null, null, "javascript://x")]
    public void What_cannot_be_meant_is_refused(string? grade, string? published, string? source) =>
        Given(Found).When(new Accept(1, new(Grade: grade, PublishedOn: published, Source: source), By(Ines))).ThenRejected("candidate.malformed");

    [Fact]
    public void Who_comes_second_has_lost_the_race() =>
        Given(Found, Accepted()).When(new Accept(1, new(), By(Ada))).ThenRejected("candidate.lost-race");

    [Fact]
    public void Who_has_seen_that_it_is_done_is_told_so() =>
        Given(Found, Accepted()).When(new Decline(1, By(Ada, CandidateDocument.IsDone))).ThenRejected("candidate.done");

    [Fact]
    public void The_same_again_by_the_same_person_adds_nothing() => Given(Found, Accepted()).When(new Accept(1, new(), By(Ines))).ThenNothing();

    [Fact]
    public void A_candidate_is_declined_with_a_reason() => Given(Found).When(new Decline(1, By(Ines))).Then(new CandidateDeclined(1, Ines, Now, "read it"));

    [Fact]
    public void But_not_with_a_book() => Given(Found).When(new Decline(1, By(Ines) with { Why = new('x', 4_001) })).ThenRejected("candidate.reason-too-long");

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void And_neither_that_nor_the_other_without_one(string? why)
    {
        Given(Found).When(new Decline(1, By(Ines) with { Why = why })).ThenRejected("candidate.reason-missing");
        When(new Accept(1, new(), By(Ines) with { Why = why })).ThenRejected("candidate.reason-missing");
    }

    [Fact]
    public void What_was_declined_is_not_accepted() =>
        Given(Found, new CandidateDeclined(1, Ada, Now, "no")).When(new Accept(1, new(), By(Ines, CandidateDocument.IsDone))).ThenRejected("candidate.done");

    [Fact]
    public void There_is_no_third() => Given(Found).When(new Accept(3, new(), By(Ines))).ThenRejected("candidate.unknown");

    [Theory]
    [InlineData("ab12-3", "ab12", 3)]
    [InlineData("ab12", null, 0)]
    [InlineData("ab12-03", null, 0)]
    [InlineData("-1", null, 0)]
    public void An_id_names_a_document_and_a_place_in_it(string id, string? submission, int number)
    {
        if (submission is null)
        {
            Assert.Equal("candidate.unknown", Assert.Throws<RejectedException>(() => { CandidateDocument.In(id); }).Rule);
        }
        else
        {
            Assert.Equal((submission, number), CandidateDocument.In(id));
        }
    }

    [Fact]
    public void Crimes_not_recorded_are_the_rest_of_those_recorded()
    {
        var audit = Judgment with { Kind = CandidateKind.Audit, Rule = "audit.crimes-not-recorded", Area = "crime recording: violent", Percent = 16.5m };
        var claim = Assert.IsType<FactCommand.ClaimRecordingAudit>(Claims(audit, new()));
        Assert.Equal(("violent", 83.5m), (claim.Category, claim.Percent));
    }

    [Fact]
    public void What_a_share_was_counted_from_goes_with_it_into_the_claim()
    {
        var audit = Judgment with { Kind = CandidateKind.Audit, Rule = "audit.stop-search-with-grounds", Area = "stop and search", Percent = 80m, Count = 96, OutOf = 120 };
        Assert.Equal((80m, 120), Assert.IsType<FactCommand.ClaimStopSearchAudit>(Claims(audit, new())) is var claim ? (claim.Percent, claim.Records) : default);
        Assert.Null(Assert.IsType<FactCommand.ClaimStopSearchAudit>(Claims(audit, new(Percent: 75m))).Records);
    }

    [Fact]
    public void Every_candidate_of_every_sample_makes_a_claim_or_says_what_is_missing()
    {
        var bodies = Gazetteer.Of(ShippedRegister.Bodies);
        var everything = new Corrections("kent", "PEEL 2021/22", Date: "2022-06", Source: "https://example.org/a");
        foreach (var (publishedOn, found) in DocumentSample.All.Select(sample => CandidateDocument.ReadIn(sample.Read(), bodies)))
        {
            foreach (var read in found)
            {
                var fault = Record.Exception(() => Of(read, new(), publishedOn));
                Assert.True(fault is null or RejectedException { Rule: "candidate.incomplete" }, $"{read}: {fault}");
                var claim = Of(read, everything with { Area = read.Area ?? "An area" }, publishedOn);
                Assert.Equal(("kent", read.Line), (claim.Body, claim.From.Line));
            }
        }
    }

    [Fact]
    public void A_trusted_source_is_accepted_by_rule_and_nobody_elses_is()
    {
        TrustedSource[] trusted = [new("https://example.org/", 0.9m, [CandidateKind.Judgment])];
        var read = new Read("ab12", Found.Cited, Found.PublishedOn, [Judgment, Bare, Judgment with { Number = 3, Confidence = 0.8m }, Judgment with { Number = 4, Kind = CandidateKind.Practice }]);

        var (command, claim) = Assert.Single(TrustedSource.Accepted(trusted, read, Now));
        Assert.Equal((1, "oversight:trusted-sources", Claim(1, new())), (command.Candidate, command.Act.By.Subject, claim));
        Assert.Empty(TrustedSource.Accepted(trusted, read with { Cited = "https://example.org.evil.test/" }, Now));
        Assert.Empty(TrustedSource.Accepted([], read, Now));
    }

    private static CandidateAccepted Accepted() => new(1, new(), "grade/wiltshire/peel-2021-22/responding-to-the-public", Ines, Now, "read it");

    private static Act By(Actor by, int seen = CandidateDocument.Waits) => new(by, Now, new(2026, 11, 23), "read it", seen);

    private static FactCommand Claim(int number, Corrections said) => CandidateDocument.Evolve(CandidateDocument.Initial, Found).Claim(number, said, new(2026, 11, 23));

    private static FactCommand Claims(Proposal read, Corrections said) => Of(read with { Number = 1 }, said, null);

    private static FactCommand Of(Proposal read, Corrections said, PartialDate? publishedOn) => CandidateDocument.Evolve(
        CandidateDocument.Initial, new CandidatesRead("ab12", "a.txt", publishedOn, [read])).Claim(read.Number, said, new(2026, 11, 23));
}
