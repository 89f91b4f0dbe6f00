using System.Diagnostics;

namespace Oversight.Promises.Tests.Starter;

/// <summary>The parts of <c>./oversight</c>, called by themselves with a home of their own.</summary>
internal sealed class Parts : IDisposable
{
    public string Home { get; } = Directory.CreateTempSubdirectory("oversight-test.").FullName;

    /// <summary>Runs lines of bash with every part at hand.</summary>
    public async Task<(int Code, string Out, string Errors)> Run(string lines, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("bash", ["-c", $"""
            set -euo pipefail
            for part in "$clone"/starter/*.sh; do . "$part"; done
            home_make
            {lines}
            """])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, WorkingDirectory = Repository.Root,
        };
        foreach (var name in new[] { "OVERSIGHT_POSTGRES", "OVERSIGHT_RABBITMQ", "OVERSIGHT_INSTANCE", "OVERSIGHT_URL" })
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment.Append(("clone", Repository.Root)).Append(("OVERSIGHT_HOME", Home)))
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, (await said).Trim(), (await complained).Trim());
    }

    public void Dispose() => Directory.Delete(Home, recursive: true);
}
