using Oversight.Portal.Tables;
using Oversight.Portal.Time;

namespace Oversight.Portal.Exports;

/// <summary>A page whose tables can be taken along as a file: its address with ?export=csv, json or ods.</summary>
public interface IExported
{
    /// <summary>What the file is called, without its ending.</summary>
    string ExportName { get; }

    /// <summary>What is in it; where there are several, each is a sheet, and ?table=N chooses one for CSV.</summary>
    IReadOnlyList<Table> Exported { get; }

    /// <summary>The times that are in it, each by what stands before its names; null are those of the page.</summary>
    IReadOnlyList<(string Prefix, Instants At)>? Times => null;
}
