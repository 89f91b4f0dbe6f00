using Oversight.Core;
using Oversight.Monitoring.Bodies;
using Oversight.Monitoring.EntryLinks;
using Oversight.Monitoring.Histories;
using Oversight.Monitoring.Investigations;
using Oversight.Monitoring.Records;
using Oversight.Monitoring.ReportResponses;
using Oversight.Monitoring.Stays;
using Xunit;
using static Oversight.Monitoring.Bodies.BodyEvent;
using static Oversight.Specs.Monitoring.Claims;

namespace Oversight.Specs.Monitoring;

/// <summary>What holds of every kind of event in the stream of a body.</summary>
public sealed class BodyLaws
{
    private static readonly BodyEvent[] One =
    [
        new BodyRegistered("Metropolitan Police Service", "police", "England", "E23000001", "a register"),
        new BodyNamed("the Met", "alias", PartialDate.Parse("1829"), null, null),
        Engage("2022-06-28"),
        Scan("2025-01", published: null),
        new PhaseQuoted("special measures", PartialDate.Parse("2015"), PartialDate.Parse("2018"), "inadequate", From("a newspaper")),
        Grade("PEEL 2021/22", "Responding to the public", "inadequate", "2022-09-22"),
        new AuditNoted("recording", "CDI", "CDI 2018", "all crime", "2014", 89.50m, 1.64m, null, Standing.First, From("a report", "2018")),
        Timeline("2022-06-29", "parliament", "A statement"),
        new PracticeNoted("a rapid test kit", null, "PEEL 2021/22", "PEEL 2021/22", From("a report")),
        new FindingNoted("PEEL 2021/22", "PEEL 2021/22", "workload", null, 1, 16, null, "overtime", From("a report")),
        new PromptRaised(NameBasedId.Of("p"), "2026-1", "a-rule", "a-rule/key", new(2026, 1, 1), "Because.", "Time.", []),
        new PromptCleared(NameBasedId.Of("p"), new(2026, 1, 2), "Time."),
        Causes.Concerns.Raised("2022-06-28"),
        Causes.Concerns.Then(Oversight.Monitoring.Causes.CauseStep.Closed, "2025-01-23"),
        Step(EngageStep.Ppog, "2025-01-22"),
        Answered(ResponseStep.Published, "2019-01-15"),
        Case(InvestigationStep.Referred, "2018-06"),
        Link("2022-03-11 High Court", Relation.Contradicts, "2021-03-30 vigil"),
        new DeadlineMissed("section-55", "a-report", "Answer to a report", "the commissioner", new(2019, 3, 11), new(2019, 3, 12), [Guid.Empty]),
        .. Decisions.OneOfEach,
        new SuccessionNoted("metropolitan", "london", true, PartialDate.Parse("2030-04-01"), null, "", From("an order")),
        new RenameNoted("Metropolitan Police", "Metropolitan Police Service", PartialDate.Parse("1989"), null, "", From("an act")),
        new JointInspectionNoted("city-of-london", "a joint inspection", PartialDate.Parse("2021"), "", From("a joint report")),
        new SettlementNoted("in words", new("a fact", 1, new("75%", Guid.Empty, "one", [], ["76%"]), SettledBy.Person, null, "a person", "it is the later one", new(2026, 1, 2))),
        new AnnotationNoted(new("a fact", AnnotationKind.Disputed, PartialDate.Parse("2024-01"), "the chief constable", "a year old", null, null, From("a reply"))),
        new ConflictNoted("a fact", "in words", [new("75%", From("one")), new("76%", From("other"))]),
    ];

    public static TheoryData<string> Kinds => [.. EventNames<BodyEvent>.Types.Keys];

    [Theory, MemberData(nameof(Kinds))]
    public void Every_event_is_taken_in_by_stream_record_and_history(string name)
    {
        var e = Event(name);

        Assert.NotEqual(e is PromptCleared, Body.Initial != Body.Evolve(Body.Initial, e)); // there is nothing to clear yet
        Assert.Equal(
            e is BodyRegistered or BodyNamed or MovedToEngage or ReturnedToScan or PhaseQuoted or ConflictNoted or MoveConfirmed or MovePublished, Record(e) != BodyRecord.Empty("metropolitan"));
        Assert.NotNull(History.Of("metropolitan", Recorded(e), new Viewpoint(new(2026, 1, 1), new(2026, 1, 1))));
    }

    [Fact]
    public void Every_word_of_a_history_of_everything_is_found_in_it() => SearchSpecs.EveryWordIsFound("metropolitan", One, new(new(2031, 1, 1), new(2031, 1, 1)));

    [Fact]
    public void Every_word_of_every_step_is_found()
    {
        BodyEvent[] steps =
        [
            .. Enum.GetValues<EngageStep>().Select((step, i) => Step(step, $"2022-06-{i + 1:00}", cause: step is EngageStep.CauseAdded or EngageStep.CauseClosed ? "Vetting" : null)),
            .. Enum.GetValues<ResponseStep>().Select((step, i) => Answered(step, $"2019-01-{i + 15:00}")),
            .. Enum.GetValues<InvestigationStep>().Select((step, i) => Case(step, $"2018-06-{i + 1:00}")),
            .. Enum.GetValues<Oversight.Monitoring.Causes.CauseStep>().Select((step, i) => Causes.Concerns.Then(step, $"2025-01-{i + 1:00}")),
        ];
        SearchSpecs.EveryWordIsFound("metropolitan", [.. One, .. steps], new(new(2031, 1, 1), new(2031, 1, 1)));
    }

    private static BodyEvent Event(string name) => One.Single(e => e.GetType() == EventNames<BodyEvent>.Types[name]);
}
