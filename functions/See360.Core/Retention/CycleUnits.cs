using System.Runtime.CompilerServices;
using See360.Core.Cycles;
using See360.Core.Institutes;
using See360.Core.Participants;
using See360.Core.Storage;

namespace See360.Core.Retention;

/// <summary>Cycles as units of a walk.</summary>
internal sealed class CycleUnits(CycleRecords cycles)
{
    /// <summary>In one week one survey's data may be due much earlier than another's; no more weeks than that lie between.</summary>
    private const int WeeksApart = 14;

    public async Task<IsoWeek?> FirstAsync(InstituteId institute, CancellationToken cancel) =>
        (await cycles.Cycles.ListAsync(CycleRecords.Partition(institute), new RowRange(Take: 1), cancel)) is [var first] ? first.Id.Week : null;

    /// <param name="firstLook">Never before the day on which the cycle has started plus a period that is the same for all.</param>
    public async IAsyncEnumerable<RetentionUnit> FromAsync(
        RetentionContext context, IsoWeek from, Func<Cycle, DateOnly> firstLook, [EnumeratorCancellation] CancellationToken cancel)
    {
        IsoWeek? last = null;
        await foreach (var cycle in cycles.SinceAsync(context.Bank.Id, from, cancel))
        {
            var unit = new RetentionUnit(cycle.Value.Id.Week, cycle.Row, firstLook(cycle.Value));
            if (last is { } end && unit.Week > end)
            {
                yield break;
            }

            yield return unit;
            last ??= unit.FirstLook > context.Today ? unit.Week.Plus(WeeksApart) : null;
        }
    }

    public async Task<Cycle?> ReadAsync(RetentionContext context, string unit, CancellationToken cancel)
    {
        context.Spend(1);
        return (await cycles.Cycles.ReadAsync(CycleRecords.Partition(context.Bank.Id), unit, cancel))?.Value;
    }

    public static int TokenLifeDays(RetentionContext context, CycleId cycle) => context.Survey(cycle.Survey)?.Rules.TokenLifeDays ?? 0;
}
