using CsCheck;
using Oversight.Core;
using Oversight.Ingestion.Register;
using Oversight.Ingestion.Submissions;
using Xunit;
using static Oversight.Ingestion.Register.RegisterCommand;
using static Oversight.Ingestion.Submissions.SubmissionCommand;

namespace Oversight.Specs.Ingestion;

/// <summary>Whatever is asked in whatever order: events, nothing, or a refusal; and nothing when asked again.</summary>
public sealed class TotalityLaws
{
    private static readonly Gen<RegisterCommand> OfRegister =
        from id in Gen.OneOf("kent", "essex", "Bad Id") from name in Gen.OneOf("Kent Police", "kent  POLICE", "Essex Police", "", "!")
        from service in Gen.Enum<BodyService>() from kind in Gen.Enum<NameKind>() from registers in Gen.Bool
        select registers
            ? (RegisterCommand)new RegisterBody(id, name, service, null, null, null, "s", 1)
            : new NameBody(id, name, kind, null, null, null, "s", 1);

    private static readonly Gen<SubmissionCommand> OfSubmission =
        from which in Gen.Int[0, 3] from number in Gen.Int[0, 2] from line in Gen.OneOf(2, 502) from body in Gen.OneOf<string?>(null, "kent")
        select which switch
        {
            0 => (SubmissionCommand)new Receive($"n{number}", "text/csv", "ab", 1, body, null),
            1 => new ReadRows(line, line + 499, number, number, 0, number == 0 ? [] : [new(line, null, $"r{number}", "m")]),
            2 => new Refuse($"r{number}", "b", line),
            _ => new FinishReading(),
        };

    [Fact]
    public void The_register_decides_or_refuses() => OfRegister.Array[0, 12].Sample(commands => Holds(BodyRegister.Decider, commands));

    [Fact]
    public void A_submission_decides_or_refuses() => OfSubmission.Array[0, 12].Sample(commands => Holds(Submission.Decider, commands));

    private static void Holds<TState, TCommand, TEvent>(Decider<TState, TCommand, TEvent> decider, TCommand[] commands)
        where TEvent : notnull
    {
        var state = decider.Initial;
        foreach (var command in commands)
        {
            try
            {
                state = decider.Decide(command, state).Aggregate(state, decider.Evolve);
                Assert.Empty(decider.Decide(command, state));
            }
            catch (RejectedException rejected)
            {
                Assert.Matches("^[a-z-]+[.][a-z-]+$", rejected.Rule);
            }
        }
    }
}
