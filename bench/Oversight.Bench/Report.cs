using System.Globalization;
using System.Text.Json;

namespace Oversight.Bench;

/// <summary>One figure with its spread.</summary>
/// <param name="Part">The part that measured it.</param>
/// <param name="Name">What it is.</param>
/// <param name="Unit">Of the samples.</param>
/// <param name="Samples">Everything that was measured.</param>
/// <param name="Value">Mostly the median of the samples.</param>
/// <param name="Target">In words; null where there is none.</param>
/// <param name="Reached">Null where there is no target.</param>
internal sealed record Figure(string Part, string Name, string Unit, IReadOnlyList<double> Samples, double Value, string? Target = null, bool? Reached = null);

/// <summary>Collects the figures, shows progress on the way and a table in the end.</summary>
internal sealed class Report(IReadOnlyDictionary<string, string> machine)
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private readonly List<Figure> _figures = [];
    private readonly List<string> _notes = [];

    public bool Failed { get; private set; }

    public static double Median(IEnumerable<double> samples) => Percentile(samples, 0.5);

    public static double Percentile(IEnumerable<double> samples, double share)
    {
        var sorted = samples.Order().ToArray();
        var at = share * (sorted.Length - 1);
        var below = sorted[(int)Math.Floor(at)];
        return below + ((sorted[(int)Math.Ceiling(at)] - below) * (at - Math.Floor(at)));
    }

    public static void Progress(string what) => Console.Error.WriteLine($"{DateTime.Now:HH:mm:ss}  {what}");

    public void Add(string part, string name, string unit, IReadOnlyList<double> samples) => _figures.Add(new(part, name, unit, samples, Median(samples)));

    public void AddValue(string part, string name, string unit, double value) => _figures.Add(new(part, name, unit, [value], value));

    public void AtLeast(string part, string name, string unit, IReadOnlyList<double> samples, double target) =>
        _figures.Add(new(part, name, unit, samples, Median(samples), $"at least {Number(target)}", Median(samples) >= target));

    public void AtMost(string part, string name, string unit, IReadOnlyList<double> samples, double value, double target) =>
        _figures.Add(new(part, name, unit, samples, value, $"at most {Number(target)}", value <= target));

    public void Note(string part, string text) => _notes.Add($"({part}) {text}");

    public void Fails(string part, Exception fault)
    {
        Failed = true;
        Note(part, $"could not be measured: {fault.GetType().Name}");
        Console.Error.WriteLine(fault);
    }

    public void Print()
    {
        Console.WriteLine(string.Join(", ", machine.Select(entry => $"{entry.Key}: {entry.Value}")));
        var rows = _figures.Select(figure => new[]
        {
            figure.Part, figure.Name,
            $"{Number(figure.Value)} {figure.Unit}".TrimEnd(),
            figure.Samples.Count > 1 ? $"[{Number(figure.Samples.Min())}..{Number(figure.Samples.Max())}] of {figure.Samples.Count}" : "",
            figure.Target is null ? "" : $"{figure.Target}: {(figure.Reached!.Value ? "reached" : "MISSED")}",
        }).Prepend(["", "figure", "value", "spread", "target"]).ToArray();
        var widths = Enumerable.Range(0, 5).Select(column => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
        {
            Console.WriteLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }

        foreach (var note in _notes)
        {
            Console.WriteLine(note);
        }
    }

    public void Write(string file) => File.WriteAllText(file, JsonSerializer.Serialize(new { machine, figures = _figures, notes = _notes }, Indented));

    private static string Number(double number) => number.ToString(Math.Abs(number) switch
    {
        >= 100 => "#,0",
        >= 10 => "0.0",
        _ => "0.00",
    }, CultureInfo.InvariantCulture);
}
