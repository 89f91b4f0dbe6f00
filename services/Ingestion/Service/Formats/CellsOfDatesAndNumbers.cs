using System.Globalization;
using Oversight.Core;
using Oversight.Ingestion.Text;

namespace Oversight.Ingestion.Formats;

internal sealed partial class Cells
{
    // A move is sometimes announced for a later day, but never for years ahead.
    private const int MostDaysAhead = 366, LargestCount = 1_000_000_000, MostDecimals = 10;

    private static readonly string[] Precisions = ["year", "month", "day"];

    /// <summary>When something happened, was decided or was published: tomorrow at the latest, for it is tomorrow somewhere already.</summary>
    public PartialDate PastDate(string field) => Date(field, daysAhead: 1) ?? MissingDate(field);

    public PartialDate? OptionalPastDate(string field) => Date(field, daysAhead: 1);

    public PartialDate EffectiveDate(string field) => Date(field, MostDaysAhead) ?? MissingDate(field);

    public PartialDate? OptionalEffectiveDate(string field) => Date(field, MostDaysAhead);

    public PartialDate? OptionalDate(string field) => Date(field, int.MaxValue);

    /// <summary>A declared precision must be the one that the date is written with.</summary>
    public void Precision(string field, PartialDate date)
    {
        var declared = Value(field);
        if (declared == "" || date == default)
        {
            return;
        }

        var written = Precisions[date.Precision - 1];
        if (!Precisions.Contains(declared, StringComparer.OrdinalIgnoreCase))
        {
            Refuse(field, "date.precision-unknown", $"{Shown.Of(declared)} is no precision; known are year, month and day.");
        }
        else if (!written.Equals(declared, StringComparison.OrdinalIgnoreCase))
        {
            Refuse(field, "date.precision-differs", $"{date} is written to the {written}, yet its precision is declared as {Shown.Of(declared)}.");
        }
    }

    public void InOrder(string fromField, PartialDate? from, string toField, PartialDate? to)
    {
        if (from is { } start && to is { } end && end.Last < start.First)
        {
            Refuse(toField, "date.order", $"{toField} {end} lies before {fromField} {start}.");
        }
    }

    public decimal Percent(string field) => OptionalPercent(field) ?? MissingNumber(field);

    public decimal? OptionalPercent(string field)
    {
        var percent = Number(field);
        if (percent is < 0 or > 100)
        {
            Refuse(field, "number.out-of-range", $"{Shown.Of(Value(field))} is no percentage between 0 and 100.");
        }

        return percent;
    }

    public int? OptionalCount(string field) => Whole(field, 1);

    /// <summary>How many of some; none is a number too.</summary>
    public int? OptionalTally(string field) => Whole(field, 0);

    private int? Whole(string field, int least)
    {
        var count = Number(field);
        switch (count)
        {
            case null:
                return null;
            case { } some when some < least || some > LargestCount:
                Refuse(field, "number.out-of-range", $"{Shown.Of(Value(field))} is no number from {least} to {LargestCount}.");
                return null;
            case var some when some != decimal.Truncate(some.Value):
                Refuse(field, "number.not-a-number", $"{Shown.Of(Value(field))} is not a whole number.");
                return null;
            default:
                return (int)count.Value;
        }
    }

    private PartialDate? Date(string field, int daysAhead)
    {
        var text = Value(field);
        if (text == "")
        {
            return null;
        }

        if (!PartialDate.TryParse(text, out var date))
        {
            if (IsDateOfAnotherAge(text))
            {
                Refuse(field, "date.out-of-range",
                    $"{Shown.Of(text)} lies outside of the years {PartialDate.EarliestYear} to {PartialDate.LatestYear} that this record can be about.");
            }
            else
            {
                Refuse(field, "date.not-a-date", $"{Shown.Of(text)} is not {PartialDate.ADate}.");
            }

            return null;
        }

        if (date.First.DayNumber - (long)reading.Today.DayNumber > daysAhead)
        {
            Refuse(field, "date.out-of-range", $"{date} lies too far ahead: today is {reading.Today:yyyy-MM-dd}.");
        }

        return date;
    }

    private static bool IsDateOfAnotherAge(string text) =>
        text is [_, _, _, _] or [_, _, _, _, '-', _, _] or [_, _, _, _, '-', _, _, '-', _, _]
        && int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && year is < PartialDate.EarliestYear or > PartialDate.LatestYear;

    private decimal? Number(string field)
    {
        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        var text = Value(field);
        if (text == "")
        {
            return null;
        }

        if (decimal.TryParse(text, style, CultureInfo.InvariantCulture, out var number) && number.Scale <= MostDecimals && text.Length <= 40)
        {
            return number;
        }

        // NaN, the infinities and 1e400 are numbers to many programs; none of them measures anything.
        if (double.TryParse(text, style, CultureInfo.InvariantCulture, out _))
        {
            Refuse(field, "number.out-of-range", $"{Shown.Of(text)} is no number that can be measured: too large, too finely divided, or not a number at all.");
        }
        else
        {
            Refuse(field, "number.not-a-number", $"{Shown.Of(text)} is no number such as 89.5.");
        }

        return null;
    }

    private PartialDate MissingDate(string field)
    {
        Missing(field);
        return default;
    }

    private decimal MissingNumber(string field)
    {
        Missing(field);
        return default;
    }
}
