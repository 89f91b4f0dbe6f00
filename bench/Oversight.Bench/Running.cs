using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Oversight.Bench;

/// <summary>A process of its own: a service of the system, or a stage of the naive variant.</summary>
internal sealed class Running : IAsyncDisposable
{
    // Whoever ends the measuring ends what it had started.
    private static readonly ConcurrentDictionary<int, Process> Alive = [];

    private readonly Process _process;
    private readonly Stopwatch _since = Stopwatch.StartNew();
    private readonly List<string> _lastWords = [];

    static Running() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        foreach (var left in Alive.Values.Where(process => !process.HasExited))
        {
            left.Kill();
        }
    };

    public Running(string name, string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> settings)
    {
        (Name, Address) = (name, settings["ASPNETCORE_URLS"]);
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            WorkingDirectory = Path.GetDirectoryName(program), RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var (variable, value) in settings)
        {
            start.Environment[variable] = value;
        }

        _process = Process.Start(start)!;
        Alive[_process.Id] = _process;
        _process.OutputDataReceived += Heard;
        _process.ErrorDataReceived += Heard;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Name { get; }

    public string Address { get; }

    /// <summary>Waits until it says that it is ready.</summary>
    /// <returns>The time since the process was started.</returns>
    public async Task<TimeSpan> Ready(string path = "/health/ready")
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        while (_since.Elapsed < TimeSpan.FromMinutes(2))
        {
            if (_process.HasExited)
            {
                break;
            }

            try
            {
                using var answer = await http.GetAsync(Address + path);
                if (answer.IsSuccessStatusCode)
                {
                    return _since.Elapsed;
                }
            }
            catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException)
            {
            }

            await Task.Delay(10);
        }

        throw new InvalidOperationException($"{Name} did not get ready. Its last words:{Environment.NewLine}{LastWords}");
    }

    /// <summary>Resident and proportional memory in bytes.</summary>
    public (long Rss, long Pss) Memory()
    {
        var lines = File.ReadAllLines($"/proc/{_process.Id}/smaps_rollup");
        return (Of("Rss:"), Of("Pss:"));

        long Of(string what) => 1024 * long.Parse(
            lines.First(line => line.StartsWith(what, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }

    /// <summary>Resident memory alone, which is cheap to ask for.</summary>
    public long Rss()
    {
        _process.Refresh();
        return _process.WorkingSet64;
    }

    public TimeSpan Processor()
    {
        _process.Refresh();
        return _process.TotalProcessorTime;
    }

    public string LastWords
    {
        get
        {
            lock (_lastWords)
            {
                return string.Join(Environment.NewLine, _lastWords);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            using var politely = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
            await politely.WaitForExitAsync();
            try
            {
                await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(15));
            }
            catch (TimeoutException)
            {
                _process.Kill();
            }
        }

        Alive.TryRemove(_process.Id, out _);
        _process.Dispose();
    }

    private void Heard(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is null)
        {
            return;
        }

        lock (_lastWords)
        {
            _lastWords.Add(line.Data.Length > 400 ? line.Data[..400] : line.Data);
            if (_lastWords.Count > 5)
            {
                _lastWords.RemoveAt(0);
            }
        }
    }
}
