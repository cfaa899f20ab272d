using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using See360.Core.Institutes;

namespace See360.Core.Results.Segments;

/// <summary>Every institute's turn, once an hour: what a host calls. What fails for one institute holds up no other.</summary>
public sealed partial class FoldAll(InstituteRecords institutes, FoldCycles fold, SweepSegments sweep, TimeProvider clock, ILogger<FoldAll> log)
{
    private readonly ConcurrentDictionary<InstituteId, DateOnly> _swept = new();

    /// <returns>How many institutes could not be looked at; they come again in the next hour.</returns>
    public async Task<int> RunAsync(CancellationToken cancel = default)
    {
        var failed = 0;
        foreach (var bank in await institutes.AllAsync(cancel))
        {
            try
            {
                await fold.RunAsync(bank.Id, cancel);
                await SweepAsync(bank.Id, cancel);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                failed++;
                LogFailed(log, bank.Id, e.GetType().Name, e.StackTrace);
            }
        }

        return failed;
    }

    /// <summary>Once a day: there is seldom anything to be found.</summary>
    private async Task SweepAsync(InstituteId institute, CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        if (_swept.GetValueOrDefault(institute) != today)
        {
            await sweep.RunAsync(institute, cancel);
            _swept[institute] = today;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Folding the results of {Institute} stopped and goes on in the next hour: {Error} at {Stack}")]
    private static partial void LogFailed(ILogger log, InstituteId institute, string error, string? stack);
}
