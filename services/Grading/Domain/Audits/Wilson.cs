namespace Oversight.Grading.Audits;

/// <summary>An interval that this system computed; never to be taken for one that the inspectorate published.</summary>
/// <param name="By">Who computed it.</param>
/// <param name="Method">How.</param>
/// <param name="Level">Its level.</param>
/// <param name="Low">Its lower end in percent.</param>
/// <param name="High">Its upper end in percent.</param>
/// <param name="Count">The count behind the published rate.</param>
/// <param name="Of">The printed sample.</param>
public sealed record ComputedInterval(string By, string Method, decimal Level, decimal Low, decimal High, int Count, int Of);

/// <summary>Wilson's score interval, only where the published rate and the printed sample leave exactly one count.</summary>
public static class Wilson
{
    // The 97.5th percentile of the normal distribution.
    private const double Z = 1.959963984540054;

    /// <summary>The interval, or null where no sample is printed or the count cannot be told from the rate.</summary>
    public static ComputedInterval? Of(decimal percent, int? sample)
    {
        if (sample is not { } of || Count(percent, of) is not { } count)
        {
            return null;
        }

        double n = of, p = count / n, z2 = Z * Z;
        var middle = p + (z2 / (2 * n));
        var spread = Z * Math.Sqrt((p * (1 - p) / n) + (z2 / (4 * n * n)));
        return new("oversight", "wilson", 0.95m, InPercent((middle - spread) / (1 + (z2 / n))), InPercent((middle + spread) / (1 + (z2 / n))), count, of);
    }

    /// <summary>The one count whose percentage rounds to the published rate, at its published decimals; null where there is none or more than one.</summary>
    public static int? Count(decimal percent, int sample)
    {
        if (percent is < 0 or > 100 || sample < 1 || percent.Scale > 10)
        {
            return null;
        }

        var about = (long)Math.Round(percent * sample / 100m, MidpointRounding.AwayFromZero);
        var fitting = new[] { about - 1, about, about + 1 }
            .Where(count => count >= 0 && count <= sample && Math.Round(100m * count / sample, percent.Scale, MidpointRounding.AwayFromZero) == percent).ToArray();
        return fitting is [var only] ? (int)only : null;
    }

    private static decimal InPercent(double share) => Math.Round((decimal)(100 * Math.Clamp(share, 0, 1)), 2);
}
