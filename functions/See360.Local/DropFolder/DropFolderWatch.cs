namespace See360.Local.DropFolder;

/// <summary>Looks at the drop folders on every tick. An error of one look is logged, and the next look tries again.</summary>
internal sealed class DropFolderWatch(DropScan scan, DropFolderSettings settings, TimeProvider time, ILogger<DropFolderWatch> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(settings.Tick, time);
        while (await NextAsync(timer, stoppingToken))
        {
            try
            {
                await scan.RunAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError("The drop folders could not be looked at: {Error}", e.GetType().Name);
            }
        }
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken cancel)
    {
        try
        {
            return await timer.WaitForNextTickAsync(cancel);
        }
        catch (OperationCanceledException)
        {
            // The host is stopping.
            return false;
        }
    }
}
