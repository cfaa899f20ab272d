using See360.Core.Cycles;
using See360.Core.Institutes;

namespace See360.Local.Cycles;

/// <summary>
/// The local edition's way of waiting: a dumb tick, and stored cycles that know what is due. Runs only while it holds
/// the lock of the data folder, so that of several processes one sends; the lock ends with the process, however it ends.
/// </summary>
public sealed partial class CycleRunner(
    InstituteRecords institutes, OpenCycles open, CycleLoop loop, StartDueWeek startDue, CycleBell bell, CycleLock @lock,
    TimeProvider clock, ILogger<CycleRunner> log) : BackgroundService
{
    private static readonly TimeSpan _tick = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var worker = CycleWorker.Alone();
        while (!stoppingToken.IsCancellationRequested)
        {
            var rung = bell.Rung;
            try
            {
                if (@lock.TryHold())
                {
                    await RunOnceAsync(worker, stoppingToken);
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // A full disk or a bug in one cycle must not end the runner: the next tick begins where this one stopped.
                LogFailed(log, e);
            }

            await WaitAsync(rung, stoppingToken);
        }
    }

    /// <summary>Everything that is due now, institute by institute, oldest cycle first.</summary>
    public async Task RunOnceAsync(CycleWorker worker, CancellationToken cancel)
    {
        foreach (var institute in await institutes.AllAsync(cancel))
        {
            await startDue.RunAsync(institute, cancel);
            foreach (var cycle in await open.ListAsync(institute, cancel))
            {
                await loop.RunAsync(institute.Id, cycle.Id, worker, cancel);
            }
        }
    }

    private async Task WaitAsync(Task rung, CancellationToken stoppingToken)
    {
        using var tick = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var delay = Task.Delay(_tick, clock, tick.Token);
        await Task.WhenAny(rung, delay);
        await tick.CancelAsync();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The weekly cycles stopped and are taken up again at the next tick")]
    private static partial void LogFailed(ILogger log, Exception exception);
}
