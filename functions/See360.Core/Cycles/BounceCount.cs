using Microsoft.Extensions.Logging;
using See360.Core.Institutes;
using See360.Core.Participants;

namespace See360.Core.Cycles;

/// <summary>Counts what a wave has sent, and stops the cycle where the bounce rule says so.</summary>
public sealed partial class BounceCount(CycleRecords cycles, TimeProvider clock, ILogger<BounceCount> log)
{
    public async Task AddAsync(
        InstituteId institute, CycleId id, int wave, int accepted, int bounced, DateTimeOffset? retryAt = null, CancellationToken cancel = default)
    {
        var stops = false;
        await cycles.Cycles.UpdateAsync(CycleRecords.Partition(institute), id.ToString(), cycle =>
        {
            var counted = cycle is null ? null : BounceRule.Count(cycle, wave, accepted, bounced, retryAt, clock.GetUtcNow());
            stops = counted?.PausedAt is not null && cycle!.PausedAt is null;
            return counted;
        }, cancel);
        if (stops)
        {
            LogStopped(log, institute, id, wave);
        }
    }

    /// <summary>Operations is alerted by this event's name.</summary>
    [LoggerMessage(EventName = "WaveStopped", Level = LogLevel.Error, Message = "Wave {Wave} of {Institute} {Cycle} has stopped: too many mails came back")]
    private static partial void LogStopped(ILogger log, InstituteId institute, CycleId cycle, int wave);
}
