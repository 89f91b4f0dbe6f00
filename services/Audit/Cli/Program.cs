using System.CommandLine;
using System.CommandLine.Help;
using Oversight.Cli;
using Oversight.Cli.Commands;

var oversight = new Command("oversight", "Asks Oversight who is watched, why and since when, and sends it what was reported.")
{
    Status.Command(), Body.Command(), History.Command(), Search.Command(), Lineage.Command(), Engage.Command(), Stays.Command(), Causes.Command(),
    Grades.Command(), Audits.Command(), Findings.Command(), Practice.Command(), Programmes.Command(), Conflicts.Command(), Publishers.Command(),
    Section55.Command(), Investigations.Command(), Prompts.Command(), Rulebook.Command(),
    Import.Command(), Submissions.Command(), Candidates.Command(), Clock.Command(), Parked.Command(), Refused.Command(),
    Login.Command(), Logout.Command(), Whoami.Command(),
    Propose.Command(), Confirm.Command(), Decline.Command(), Withdraw.Command(), Interrupt.Command(), Resume.Command(), Publish.Command(),
    Decisions.Command(), Attempts.Command(), Extract.Command(), Settle.Command(), Follow.Command(),
};
oversight.Options.Add(new HelpOption());
oversight.Options.Add(Client.Url);

var parsed = oversight.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
if (parsed.Errors.Count > 0 || Misuse.Unknown(parsed).Count > 0)
{
    return Misuse.Say(parsed);
}

try
{
    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Failure failure)
{
    return Output.Say(failure);
}
catch (OperationCanceledException)
{
    return Output.Say(new Failure("Stopped."));
}
