using System.CommandLine;

namespace Oversight.Cli.Commands;

/// <summary>Makes a confirmed move public.</summary>
internal static class Publish
{
    public static Command Command() => Acting.On("publish", "Says when a confirmed move was made public.", Acting.PublishedOn, Acting.Reason);
}
