namespace See360.Core.Cycles;

/// <summary>A wave with 5 % bounces warns, with 10 % stops: more would cost the bank's domain its good name.</summary>
public static class BounceRule
{
    /// <summary>Why it pauses a cycle; code of <see cref="SendReasonTexts"/>.</summary>
    public const string Reason = "bounces";

    public const double WarnsFrom = 0.05;
    public const double StopsFrom = 0.10;

    /// <summary>Below this number of mails a rate says nothing.</summary>
    public const int MinimumMails = 20;

    public static bool Warns(Wave wave) => Exceeds(wave, WarnsFrom);

    public static bool Stops(Wave wave) => Exceeds(wave, StopsFrom);

    /// <summary>Adds what a unit has sent and pauses the cycle if the wave bounces too much. A cycle that a person has
    /// resumed after its pause is not paused again by the same rule.</summary>
    public static Cycle Count(Cycle cycle, int wave, int accepted, int bounced, DateTimeOffset? retryAt, DateTimeOffset now)
    {
        var counted = CyclePlanner.ChangeWave(cycle, wave, w => w with { Sent = w.Sent + accepted, Bounced = w.Bounced + bounced });
        if (retryAt is { } at && (counted.NextRetryAt is null || at < counted.NextRetryAt))
        {
            counted = counted with { NextRetryAt = at };
        }

        return bounced > 0 && cycle.PauseReason is null && counted.Waves.Any(w => w.Number == wave && Stops(w))
            ? counted with { PausedAt = now, PauseReason = Reason }
            : counted;
    }

    private static bool Exceeds(Wave wave, double share) =>
        wave.Sent + wave.Bounced >= MinimumMails && wave.Bounced >= share * (wave.Sent + wave.Bounced);
}
