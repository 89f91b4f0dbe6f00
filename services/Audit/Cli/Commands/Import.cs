using System.CommandLine;
using System.Text.Json.Nodes;
using Oversight.Cli.Importing;
using Oversight.Cli.SigningIn;

namespace Oversight.Cli.Commands;

/// <summary>Sends files of the public record.</summary>
internal static class Import
{
    private const int RefusalsShown = 20;

    private static readonly Argument<string[]> Paths = new("path") { Description = "Files: records as .csv, .json and .ndjson, or folders of them; documents as .txt, .html and .pdf.", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string> About = new("--body") { Description = "The body that a file is about which names none itself.", HelpName = "ID" };
    private static readonly Option<string> Source = new("--source") { Description = "Where a document was published.", HelpName = "ADDRESS" };
    private static readonly Option<bool> Json = new("--json") { Description = "Print the summary as JSON, with the refusals." };

    public static Command Command()
    {
        var command = new Command("import", "Sends files of the record; what is already known changes nothing, and a bad row is refused with its place. Ends with code 1 where nothing of a file was taken.")
        {
            Paths, About, Source, Person.As, Json,
        };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken ct)
    {
        var files = FileToSend.From(parsed.GetValue(Paths)!, why => Console.Error.WriteLine(Output.Plain(why)));
        using var client = Client.For(parsed);
        await client.ShowIfAny(parsed, ct);
        var outcomes = new List<Outcome>();
        Failure? stopped = null;
        await Progress.Over(files, async progress =>
        {
            var upload = new Upload(client, parsed.GetValue(About), parsed.GetValue(Source), progress);
            try
            {
                foreach (var file in files)
                {
                    progress.Begin(file);
                    outcomes.Add(await upload.Send(file, ct));
                    progress.End(outcomes[^1]);
                }
            }
            catch (Failure failure)
            {
                stopped = failure;
            }
        });

        foreach (var known in outcomes.Where(outcome => outcome.Cited is { } cited && parsed.GetValue(Source) is { } source && cited != source.Trim()))
        {
            Console.Error.WriteLine(Output.Plain($"{known.File.Name} was sent before and stays cited as {known.Cited}; sent again with another --source it changes nothing."));
        }

        if (outcomes.Count > 0)
        {
            Show(outcomes, parsed.GetValue(Json));
        }

        return stopped is not null ? Output.Say(stopped)
            : outcomes.Exists(outcome => !outcome.IsPassedOver && outcome.NothingTaken) || outcomes.TrueForAll(outcome => outcome.IsPassedOver) ? Failure.Refused : 0;
    }

    private static void Show(List<Outcome> outcomes, bool json)
    {
        var (accepted, unchanged, conflicting) = (outcomes.Sum(o => o.Accepted), outcomes.Sum(o => o.Unchanged), outcomes.Sum(o => o.Conflicting));
        var candidates = outcomes.Sum(outcome => outcome.Candidates);
        var taken = outcomes.FindAll(outcome => !outcome.IsPassedOver);
        var (refused, refusedInAll) = (taken.SelectMany(outcome => outcome.Refused).ToList(), taken.Sum(outcome => outcome.RefusedInAll));
        var whole = taken.Count(outcome => outcome.WholeFileRefused);
        var passedOver = outcomes.FindAll(outcome => outcome.IsPassedOver).ConvertAll(outcome => outcome.File.Name);
        if (passedOver.Count > 0)
        {
            Console.Error.WriteLine(Output.Plain($"Not imported yet, because their columns are of no known kind: {string.Join(", ", passedOver)}."));
        }

        if (json)
        {
            Output.Write(new JsonObject
            {
                ["accepted"] = accepted,
                ["unchanged"] = unchanged,
                ["conflicting"] = conflicting,
                ["refusedInAll"] = refusedInAll,
                ["refusedWhole"] = whole,
                ["candidates"] = candidates,
                ["refused"] = new JsonArray([.. refused.Select(refusal => refusal.ToJson())]),
                ["notes"] = new JsonArray([.. taken.SelectMany(outcome => outcome.Notes).Select(note => JsonValue.Create(note))]),
            });
            return;
        }

        Output.Line($"{accepted} accepted, {unchanged} unchanged, {conflicting} conflicting, {refusedInAll} refused{(whole == 0 ? "" : $"; {whole} file{(whole == 1 ? "" : "s")} refused whole")}");
        if (candidates > 0)
        {
            Output.Line($"{Outcome.InWords(candidates)}: ./oversight candidates");
        }

        foreach (var note in taken.SelectMany(outcome => outcome.Notes).Take(RefusalsShown))
        {
            Output.Line(note);
        }

        if (taken.Sum(outcome => outcome.Notes.Count) - RefusalsShown is > 0 and var further)
        {
            Output.Line($"and {further} more of which nothing is on record; --json lists them all");
        }

        if (refused.Count > 0)
        {
            Output.Table(["Place", "Field", "Rule", "Why"], refused.Take(RefusalsShown).Select(refusal => new[]
            {
                refusal.Place, refusal.Part, refusal.Rule ?? "not named", refusal.Message,
            }));
        }

        if (refused.Count > RefusalsShown)
        {
            Output.Line($"and {refusedInAll + whole - RefusalsShown} more; --json lists {(refused.Count == refusedInAll + whole ? "them all" : $"the first {refused.Count}")}");
        }

        foreach (var outcome in taken.Where(outcome => outcome.RefusedInAll > outcome.Refused.Count))
        {
            Output.Line($"all of {outcome.File.Name}: /api/v1/submissions/{outcome.Submission}/refused.csv");
        }
    }
}
