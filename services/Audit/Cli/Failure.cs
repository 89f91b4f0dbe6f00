namespace Oversight.Cli;

/// <summary>Ends the command with one sentence and an exit code.</summary>
internal sealed class Failure(string sentence, int exitCode = Failure.Refused) : Exception(sentence)
{
    public const int Refused = 1, Misused = 2, Unreachable = 3;

    public int ExitCode => exitCode;
}
