using System.CommandLine;

namespace Oversight.Cli;

/// <summary>An option whose value is one of a few words.</summary>
internal static class Choice
{
    public static Option<string> Of(string name, string description, params string[] words)
    {
        var option = new Option<string>(name) { Description = description, HelpName = string.Join('|', words) };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var only] && !words.Contains(only.Value))
            {
                result.AddError($"{name} is {string.Join(" or ", words)}, not '{only.Value}'.");
            }
        });
        return option;
    }
}
