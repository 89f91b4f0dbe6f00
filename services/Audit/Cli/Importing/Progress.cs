using Spectre.Console;

namespace Oversight.Cli.Importing;

/// <summary>Shows how far an import is, on the error stream so that the answer stays clean: a bar on a terminal, else a line for each file.</summary>
internal sealed class Progress(ProgressTask? bar)
{
    private double _before;

    public static async Task Over(IReadOnlyList<FileToSend> files, Func<Progress, Task> send)
    {
        if (Output.IsPlain(Console.IsErrorRedirected))
        {
            await send(new(null));
            return;
        }

        await Output.ConsoleFor(Console.Error, redirected: false).Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new DownloadedColumn(), new SpinnerColumn())
            .StartAsync(context => send(new(context.AddTask("Import", maxValue: files.Sum(file => file.Length)))));
    }

    public void Begin(FileToSend file)
    {
        if (bar is not null)
        {
            bar.Description = Markup.Escape(Output.Plain(file.Name));
            _before = bar.Value;
        }
    }

    /// <param name="bytes">Of the present file, in all.</param>
    public void Sent(long bytes)
    {
        if (bar is not null)
        {
            bar.Value = _before + bytes;
        }
    }

    public void End(Outcome outcome)
    {
        if (bar is null)
        {
            Say(outcome.Sentence);
        }
        else
        {
            bar.Value = _before + outcome.File.Length;
        }
    }

    public void Say(string sentence)
    {
        if (bar is null)
        {
            Console.Error.WriteLine(Output.Plain(sentence));
        }
        else
        {
            bar.Description = Markup.Escape(Output.Plain(sentence));
        }
    }
}
