using See360.Local.Storage;

namespace See360.Local.DropFolder;

/// <summary>Looks at the drop folders on every tick. An error of one look is logged, and the next look tries again.</summary>
internal sealed class DropFolderWatch(DropScan scan, DropFolderSettings settings, TimeProvider time, ILogger<DropFolderWatch> log) : BackgroundService
{
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        Open();
        return base.StartAsync(cancellationToken);
    }

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

    /// <summary>Made for the owner alone. A mode that the operator has chosen stays: whoever drops files may be somebody else.</summary>
    private void Open()
    {
        try
        {
            Folder.Create(settings.Root);
            if (Folder.IsOpenToOthers(settings.Root))
            {
                log.LogWarning("Others can look into the drop folder {Folder}: exports hold customers' data. chmod 700 it, unless somebody else drops files there", settings.Root);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log.LogError("The drop folder {Folder} can't be made: {Error}", settings.Root, e.GetType().Name);
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
