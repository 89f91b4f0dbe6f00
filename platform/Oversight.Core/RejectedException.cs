namespace Oversight.Core;

/// <summary>A command that the current state does not allow.</summary>
/// <param name="rule">A stable code that programs may rely on, such as <c>grading.programme-unknown</c>.</param>
/// <param name="because">A sentence that a person understands.</param>
public sealed class RejectedException(string rule, string because) : Exception(because)
{
    /// <summary>The stable rule code.</summary>
    public string Rule => rule;
}
