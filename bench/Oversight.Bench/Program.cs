using Oversight.Bench;
using Oversight.Bench.Parts;

if (args is ["naive", var stage, .. var naive])
{
    await NaiveStage.Run(stage, naive);
    return 0;
}

if (Arguments.Read(args) is not { } arguments)
{
    Console.Error.WriteLine(Arguments.Usage);
    return 2;
}

var report = new Report(await Machine.Describe());
var parts = new (string Name, Func<Arguments, Report, Task> Measure)[]
{
    ("a", Throughput.Measure), ("b", Latency.Measure), ("c", Rebuild.Measure),
    ("d", BodyRead.Measure), ("e", Idle.Measure), ("f", LongImport.Measure), ("g", Deciding.Measure), ("h", DocumentExtraction.Measure), ("i", Clicking.Measure),
};
foreach (var (name, measure) in parts.Where(part => arguments.Parts.Contains(part.Name)))
{
    try
    {
        await measure(arguments, report);
    }
    catch (Exception fault) when (fault is not OutOfMemoryException)
    {
        report.Fails(name, fault);
    }
}

report.Print();
if (arguments.Json is { } file)
{
    report.Write(file);
}

return report.Failed ? 1 : 0;
