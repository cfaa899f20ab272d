using System.Security.Cryptography;
using System.Text;
using See360.Core.Institutes;
using See360.Core.Results.Facts;
using See360.Core.Results.Statistics;

namespace See360.Core.Results;

/// <summary>*Rücklauf*: the funnel of each send week, over all surveys, newest week first. Of open cycles from the
/// ledger, of closed ones as it was stored when they closed.</summary>
public sealed class ReturnByWeek(IResultTables tables, TimeProvider clock)
{
    public const int MostWeeks = 53;

    /// <summary>Younger send weeks are marked *läuft noch*.</summary>
    private static readonly TimeSpan s_runningFor = TimeSpan.FromDays(14);

    /// <param name="weeks">The last so many weeks in which mails were sent, 1 to 53.</param>
    /// <param name="known">The version that the caller has.</param>
    /// <exception cref="BadInput">Too few or too many weeks.</exception>
    public async Task<Tagged<ReturnView>> ExecuteAsync(InstituteId institute, int weeks, string? known = null, CancellationToken cancel = default)
    {
        if (weeks is < 1 or > MostWeeks)
        {
            throw new BadInput("weeks", "weeks-out-of-range", ResultTexts.WeeksOutOfRange);
        }

        var all = await tables.ReadAsync(institute, cancel);
        var rows = Rows(all.Cycles, clock.GetUtcNow()).Take(weeks).ToList();
        var running = string.Join(',', rows.Where(r => r.Running).Select(r => r.Week));
        var version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{all.Version}\n{weeks}\n{running}")).AsSpan(0, 12));
        return new Tagged<ReturnView>(version, version == known ? null : new ReturnView(rows));
    }

    public static bool IsRunning(DateTimeOffset lastSentAt, DateTimeOffset now) => now - lastSentAt < s_runningFor;

    /// <summary>Weeks in which nothing was sent are left out.</summary>
    public static IEnumerable<ReturnWeek> Rows(IEnumerable<CycleState> cycles, DateTimeOffset now) => cycles
        .Where(c => c.Totals.Invited > 0)
        .GroupBy(c => c.Id.Week)
        .OrderByDescending(w => w.Key)
        .Select(w => Row(w.Key, [.. w], now));

    private static ReturnWeek Row(IsoWeek week, CycleState[] cycles, DateTimeOffset now)
    {
        var (sent, bounced, answered) = (cycles.Sum(c => c.Totals.Invited), cycles.Sum(c => c.Totals.Bounced), cycles.Sum(c => c.Totals.Answered));
        var rate = Share.ResponseRate(answered, sent, bounced);
        return new ReturnWeek(
            week, sent, sent - bounced, bounced, cycles.Sum(c => c.Totals.Opened), cycles.Sum(c => c.Totals.Started), answered,
            cycles.Sum(c => c.Totals.Declined), rate.Value, rate.Low, rate.High, cycles.Any(c => IsRunning(c.LastSentAt, now)));
    }
}

public sealed record ReturnView(IReadOnlyList<ReturnWeek> Weeks);

/// <summary>The funnel of one send week, in persons.</summary>
/// <param name="Rate">Answered / delivered, 0–1; null if nothing was delivered.</param>
/// <param name="Low">Of the rate's Wilson interval.</param>
/// <param name="Running">Younger than 14 days, counted from its last wave: more answers will come.</param>
public sealed record ReturnWeek(
    IsoWeek Week, int Sent, int Delivered, int Bounced, int Opened, int Started, int Answered, int Declined, double? Rate, double? Low, double? High, bool Running);
