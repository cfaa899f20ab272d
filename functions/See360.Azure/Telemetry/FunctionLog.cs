using Microsoft.Extensions.Logging;

namespace See360.Azure.Telemetry;

/// <summary>Says in one line which function has failed, under a name of our own: what the platform calls a failed invocation in its
/// telemetry depends on its version, and alerts must not (infra/modules/alerts.bicep).</summary>
public sealed partial class FunctionLog(ILogger<FunctionLog> log)
{
    public async Task WatchAsync(string function, Func<Task> run)
    {
        try
        {
            await run();
        }
        catch (Exception e)
        {
            LogFailed(log, function, e.GetType().Name);
            throw;
        }
    }

    /// <summary>Operations is alerted by this event's name and the function's.</summary>
    [LoggerMessage(EventName = "FunctionFailed", Level = LogLevel.Error, Message = "{Function} has failed: {Kind}")]
    private static partial void LogFailed(ILogger log, string function, string kind);
}
