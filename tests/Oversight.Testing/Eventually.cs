using System.Diagnostics;

namespace Oversight.Testing;

/// <summary>Waits for what must become true; a wait that fails says what it waited for and what it saw last.</summary>
public static class Eventually
{
    public static async Task<T> Get<T>(string what, Func<Task<T>> look, Func<T, bool> good, int seconds = 30)
    {
        var (clock, seen) = (Stopwatch.StartNew(), (object?)"nothing");
        while (clock.Elapsed < TimeSpan.FromSeconds(seconds))
        {
            try
            {
                var now = await look();
                seen = now;
                if (good(now))
                {
                    return now;
                }
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                seen = fault.Message;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException($"Waited {seconds} s for {what}; last saw: {seen}");
    }

    public static Task True(string what, Func<Task<bool>> look, int seconds = 30) => Get(what, look, yes => yes, seconds);
}
