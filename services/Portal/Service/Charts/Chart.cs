using System.Globalization;
using Oversight.Portal.Tables;

namespace Oversight.Portal.Charts;

/// <summary>A picture with what it says: a title that states the message, a sentence, and the table of all its values.</summary>
/// <param name="Title">The message.</param>
/// <param name="Sentence">What it shows and how to read it.</param>
/// <param name="Picture">The markup of the picture.</param>
/// <param name="Values">Every value in it.</param>
/// <param name="TableNumber">Which of the page's exported tables that is, from 1.</param>
/// <param name="IsBelow">Whether the page shows that table below the picture anyway.</param>
public sealed record Chart(string Title, string Sentence, Picture Picture, Table Values, int TableNumber, bool IsBelow = false);

/// <summary>A picture as markup, an svg element without a name of its own: as it is on a desk, and as it is on a telephone or at four times its size.</summary>
/// <param name="Wide">For some 700 pixels and more.</param>
/// <param name="Narrow">For 320 pixels.</param>
public sealed record Picture(string Wide, string Narrow)
{
    /// <summary>One below the other.</summary>
    public static Picture operator +(Picture above, Picture below) => new(above.Wide + below.Wide, above.Narrow + below.Narrow);
}

/// <summary>Numbers and text as SVG wants them.</summary>
internal static class Svg
{
    public static string N(double number) => Math.Round(number, 2).ToString(CultureInfo.InvariantCulture);

    public static string T(string text) => System.Net.WebUtility.HtmlEncode(text);

    /// <summary>The first of January of every so many years between two days.</summary>
    public static IEnumerable<DateOnly> Years(DateOnly from, DateOnly to, int atMost = 12)
    {
        var every = Math.Max(1, (int)Math.Ceiling((to.Year - from.Year) / (double)atMost));
        for (var year = from.Year + 1; year <= to.Year; year++)
        {
            if ((year - from.Year - 1) % every == 0)
            {
                yield return new(year, 1, 1);
            }
        }
    }
}
