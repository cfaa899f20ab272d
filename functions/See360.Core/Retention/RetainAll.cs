using Microsoft.Extensions.Logging;
using See360.Core.Institutes;

namespace See360.Core.Retention;

/// <summary>Every institute's turn, once an hour: what a host calls. What fails for one institute holds up no other.</summary>
public sealed partial class RetainAll(InstituteRecords institutes, ApplyRetention apply, ILogger<RetainAll> log)
{
    /// <returns>How many institutes could not be looked at; they come again in the next hour, as everything does that is left.</returns>
    public async Task<int> RunAsync(CancellationToken cancel = default)
    {
        var failed = 0;
        foreach (var bank in await institutes.AllAsync(cancel))
        {
            try
            {
                await apply.RunAsync(bank, cancel: cancel);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                failed++;
                LogFailed(log, bank.Id, e.GetType().Name, e.StackTrace);
            }
        }

        return failed;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The retention of {Institute} stopped and goes on in the next hour: {Error} at {Stack}")]
    private static partial void LogFailed(ILogger log, InstituteId institute, string error, string? stack);
}
