using System.Diagnostics;
using Oversight.Testing;

namespace Oversight.EndToEnd.Tests.Running;

/// <summary>What a command said, and how it ended.</summary>
internal sealed record Answer(int Code, string Out, string Errors)
{
    public string Succeeded => Code == 0 ? Out : throw new InvalidOperationException($"It ended with code {Code}: {Errors}{Out}");
}

/// <summary>Runs <c>./oversight</c> of this clone with a home of its own.</summary>
/// <param name="home">Where everything of it is kept.</param>
/// <param name="settings">Further variables for whatever it starts.</param>
internal sealed class Starter(string home, IReadOnlyDictionary<string, string>? settings = null)
{
    public async Task<Answer> Run(params IEnumerable<string> words)
    {
        var start = new ProcessStartInfo(Path.Combine(Repository.Root, "oversight"), words)
        {
            WorkingDirectory = Repository.Root, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true,
        };
        start.Environment["OVERSIGHT_HOME"] = home;
        start.Environment["NO_COLOR"] = "1";

        // The servers of the test run are not ours to kill.
        foreach (var name in new[] { "OVERSIGHT_POSTGRES", "OVERSIGHT_RABBITMQ", "OVERSIGHT_INSTANCE", "OVERSIGHT_URL" })
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(4));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"./oversight {string.Join(' ', words)} has not ended within four minutes. It said: {await Said(output)}{await Said(errors)}");
        }

        return new(process.ExitCode, await output, await errors);
    }

    // What it started may go on and keep the pipe open.
    private static async Task<string> Said(Task<string> output) => await Task.WhenAny(output, Task.Delay(TimeSpan.FromSeconds(5))) == output ? await output : "nothing that could be read";
}
