namespace Oversight.Portal.Pages.Work;

/// <summary>Waits a moment for a view that follows what was just done, so that whoever did it sees it done; never long.</summary>
internal static class Eventually
{
    private const int Tries = 10;

    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(150);

    public static async Task Shows(Func<Task<bool>> isShown, CancellationToken ct)
    {
        for (var tries = 0; tries < Tries && !await isShown(); tries++)
        {
            await Task.Delay(Between, ct);
        }
    }
}
