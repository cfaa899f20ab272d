using See360.Core.Results.Reports;
using See360.Core.Results.Segments;
using See360.Core.Retention;

namespace See360.Local;

/// <summary>What nobody waits for, in the local edition: at the start, and once an hour. What fails keeps nothing else from being done.</summary>
public sealed partial class HourlyRunner(RetainAll retain, FoldAll fold, SendDueReports reports, TimeProvider clock, ILogger<HourlyRunner> log) : BackgroundService
{
    private static readonly TimeSpan _tick = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            await TryAsync(nameof(retain), retain.RunAsync, stoppingToken);
            await TryAsync(nameof(fold), fold.RunAsync, stoppingToken);
            await TryAsync(nameof(reports), reports.RunAsync, stoppingToken);
            await Task.Delay(_tick, clock, stoppingToken);
        }
    }

    private async Task TryAsync(string name, Func<CancellationToken, Task<int>> work, CancellationToken stop)
    {
        try
        {
            await work(stop);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The list of institutes can't be read: the next hour will tell.
            LogFailed(log, name, e.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The hourly work '{Work}' could not begin and is tried again in an hour: {Error}")]
    private static partial void LogFailed(ILogger log, string work, string error);
}
