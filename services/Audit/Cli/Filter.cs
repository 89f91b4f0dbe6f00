using System.CommandLine;

namespace Oversight.Cli;

/// <summary>Which entries of timelines are meant: the same for who searches them and for who follows them.</summary>
internal static class Filter
{
    public static readonly Option<string[]> Bodies = new("--body") { Description = "Only of this body, by its id or any of its names; may be given more than once.", HelpName = "BODY" };
    public static readonly Option<string[]> Kinds = new("--kind") { Description = "Only entries of this kind, such as engage or grades; may be given more than once.", HelpName = "KIND" };
    public static readonly Option<string> Service = Choice.Of("--service", "Only of bodies of this service.", "police", "fire");
}
