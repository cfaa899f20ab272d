using See360.Core.Retention;

namespace See360.Local.Retention;

/// <summary>The local edition's way of deleting what is over: at the start, and once an hour.</summary>
public sealed partial class RetentionRunner(RetainAll retain, TimeProvider clock, ILogger<RetentionRunner> log) : BackgroundService
{
    private static readonly TimeSpan _tick = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await retain.RunAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // The list of institutes can't be read: the next hour will tell.
                LogFailed(log, e.GetType().Name);
            }

            await Task.Delay(_tick, clock, stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The retention could not begin and is tried again in an hour: {Error}")]
    private static partial void LogFailed(ILogger log, string error);
}
