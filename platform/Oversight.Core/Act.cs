using System.Text;

namespace Oversight.Core;

/// <summary>Somebody who acts, as they signed in.</summary>
/// <param name="Subject">Who, as the identity provider knows them; two names may be alike, two subjects are not.</param>
/// <param name="Name">Their name, for people.</param>
/// <param name="Role">The role that let them act; null for the system itself, and where none was needed.</param>
public sealed record Actor(string Subject, string Name, Role? Role)
{
    /// <summary>What this system does by itself when its time has come; it decides nothing.</summary>
    public static readonly Actor Clock = new("oversight:clock", "the clock of this system", null);

    /// <summary>Whoever says nothing of themselves, where that is enough.</summary>
    public static readonly Actor Anonymous = new("anonymous", "anonymous", null);

    /// <summary>Their name, and in brackets what the identity provider knows them by.</summary>
    public string Said() => this == Anonymous ? Name : $"{Name} ({Subject})";
}

/// <summary>What every command of a person says beside what it is about.</summary>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
/// <param name="Day">The day it was then where the inspectorate is.</param>
/// <param name="Why">Why, in their words; null where they gave no reason.</param>
/// <param name="Seen">Which state of things they had before them, from If-Match.</param>
public sealed record Act(Actor By, DateTimeOffset At, DateOnly Day, string? Why, int Seen)
{
    /// <summary>How many characters a reason has at most.</summary>
    public const int LongestReason = 4_000;

    /// <summary>Is there a letter or a digit in it? What nobody can see is no reason.</summary>
    public static bool IsReason(string? text) => text is not null && text.EnumerateRunes().Any(Rune.IsLetterOrDigit);
}
