using Npgsql;
using Oversight.Testing;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Oversight.Bench;

/// <summary>What the figures were measured on; absolute ones mean nothing without it.</summary>
internal static class Machine
{
    public static async Task<IReadOnlyDictionary<string, string>> Describe()
    {
        await using var postgres = NpgsqlDataSource.Create(Servers.Postgres("postgres"));
        await using var command = postgres.CreateCommand(
            "select current_setting('server_version') || ', shared_buffers ' || current_setting('shared_buffers') || ', synchronous_commit ' || current_setting('synchronous_commit')");
        return new Dictionary<string, string>
        {
            ["processors"] = $"{Environment.ProcessorCount} ({Line("/proc/cpuinfo", "model name")})",
            ["memory"] = Line("/proc/meminfo", "MemTotal"),
            ["system"] = RuntimeInformation.OSDescription,
            ["runtime"] = RuntimeInformation.FrameworkDescription,
            ["PostgreSQL"] = (string)(await command.ExecuteScalarAsync())!,
            ["load before"] = File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown",
            ["measured"] = DateTime.UtcNow.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture),
        };
    }

    private static string Line(string file, string beginning) => !File.Exists(file) ? "unknown"
        : File.ReadLines(file).FirstOrDefault(line => line.StartsWith(beginning, StringComparison.Ordinal))?.Split(':', 2)[1].Trim() ?? "unknown";
}
