using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Oversight.Core;

namespace Oversight.Cli;

/// <summary>The three times that every read takes, checked before anybody is asked.</summary>
internal static class Times
{
    public static readonly Option<string> AsOf = Checked("--as-of", "DATE", "What was true in the world on that day; today by default.", IsDay, PartialDate.ADay);

    public static readonly Option<string> KnownAt = Checked("--known-at", "DATE", "What had been published by that day; today by default.", IsDay, PartialDate.ADay);

    public static readonly Option<string> RecordedAt = Checked("--recorded-at", "INSTANT",
        "What this system had recorded by that instant; now by default.", IsInstant, $"an instant from {PartialDate.EarliestYear} to {PartialDate.LatestYear} with its offset such as 2026-11-23T09:00:00Z");

    public static readonly Option<bool> Strict = new("--strict") { Description = "Leave out what has no known date of publication." };

    public static IEnumerable<Option> Options => [AsOf, KnownAt, RecordedAt, Strict];

    /// <summary>The times as the query of an address; empty when none was given.</summary>
    public static IEnumerable<(string Name, string? Value)> Query(ParseResult parsed) =>
    [
        ("asOf", parsed.GetValue(AsOf)),
        ("knownAt", parsed.GetValue(KnownAt)),
        Recorded(parsed),
        ("strict", parsed.GetValue(Strict) ? "true" : null),
    ];

    /// <summary>The only one of them that what was sent has.</summary>
    public static (string Name, string? Value) Recorded(ParseResult parsed) => ("recordedAt", parsed.GetValue(RecordedAt));

    /// <summary>Another day than the three times.</summary>
    public static Option<string> Day(string name, string description) => Checked(name, "DATE", description, IsDay, PartialDate.ADay);

    /// <summary>A day, a month or a year.</summary>
    public static Option<string> Date(string name, string description, bool required = false)
    {
        var option = Checked(name, "DATE", description, text => PartialDate.TryParse(text, out _), PartialDate.ADate);
        option.Required = required;
        return option;
    }

    private static Option<string> Checked(string name, string kind, string description, Predicate<string> holds, string wanted)
    {
        var option = new Option<string>(name) { Description = description, HelpName = kind };
        option.Validators.Add(Check);
        return option;

        void Check(OptionResult result)
        {
            if (result.Tokens is [var only] && !holds(only.Value))
            {
                result.AddError($"{name} is {wanted}, not '{only.Value}'.");
            }
        }
    }

    private static bool IsDay(string text) => PartialDate.TryParse(text, out var date) && date.Precision == 3;

    private static bool IsInstant(string text) =>
        text.Contains('T', StringComparison.Ordinal)
        && (text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-' && text[^3] == ':'))
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var instant)
        && instant.Year is >= PartialDate.EarliestYear and <= PartialDate.LatestYear;
}
