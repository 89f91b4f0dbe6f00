using System.Diagnostics;

namespace Oversight.Promises.Tests.Cli;

/// <summary>What a run of the program said.</summary>
internal sealed record Said(int Code, string Out, string Error);

/// <summary>The built program, run as a process of its own.</summary>
internal static class CommandLine
{
    public static Task<Said> Ask(Stub stub, params string[] words) => Run([("OVERSIGHT_URL", stub.Address)], words);

    public static async Task<Said> Run((string Name, string Value)[] environment, params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "oversight-cli.dll"), .. words])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.Environment.Remove("OVERSIGHT_URL");
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
        await process.WaitForExitAsync(patience.Token);
        return new(process.ExitCode, await said, await complained);
    }
}
