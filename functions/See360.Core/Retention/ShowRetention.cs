using See360.Core.Institutes;
using See360.Core.Storage;
using See360.Core.Surveys;

namespace See360.Core.Retention;

/// <summary>What the page *Aufbewahrung* shows: the periods, what is due next, and what was deleted.</summary>
public sealed class ShowRetention
{
    public const int MostRuns = 60;

    private readonly RetentionRecords _records;
    private readonly InstituteRecords _institutes;
    private readonly SurveyRecords _surveys;
    private readonly IReadOnlyList<IRetentionWalk> _walks;
    private readonly TimeProvider _clock;

    internal ShowRetention(
        RetentionRecords records, InstituteRecords institutes, SurveyRecords surveys, IEnumerable<IRetentionWalk> walks, TimeProvider clock) =>
        (_records, _institutes, _surveys, _walks, _clock) = (records, institutes, surveys, [.. walks], clock);

    public async Task<RetentionOverview> RunAsync(InstituteId institute, CancellationToken cancel = default)
    {
        var bank = await _institutes.GetAsync(institute, cancel);
        var today = bank.DayOf(_clock.GetUtcNow());
        var surveys = (await _surveys.AllAsync(institute, cancel)).ToDictionary(s => s.Id);
        var context = new RetentionContext(bank, surveys, today, int.MaxValue);
        var next = new Dictionary<RetentionClass, DateOnly>();
        DateOnly? doneOn = DateOnly.MaxValue;
        foreach (var walk in _walks)
        {
            var progress = (await _records.Progress.ReadAsync(RetentionRecords.Partition(institute), walk.Name, cancel))?.Value;
            var done = progress?.LookOn > today ? today : progress?.DoneOn;
            doneOn = done is null || done < doneOn ? done : doneOn;
            if (await NextAsync(context, walk, progress, cancel) is { } on && (!next.TryGetValue(walk.Class, out var known) || on < known))
            {
                next[walk.Class] = on;
            }
        }

        var runs = await _records.Runs.ListAsync(RetentionRecords.Partition(institute), new RowRange(Take: MostRuns), cancel);
        return new RetentionOverview(context.Periods, next, doneOn, runs, today);
    }

    private static async Task<DateOnly?> NextAsync(RetentionContext context, IRetentionWalk walk, RetentionProgress? progress, CancellationToken cancel)
    {
        var next = progress?.Looks.Values.Min(l => l.On);
        if ((progress?.From ?? await walk.FirstAsync(context.Bank.Id, cancel)) is not { } from)
        {
            return next;
        }

        await foreach (var unit in walk.UnitsAsync(context, from, cancel))
        {
            if (progress?.Looks.ContainsKey(unit.Key) != true)
            {
                next = RetentionContext.Earlier(next, unit.FirstLook);
            }
        }

        return next;
    }
}

/// <param name="Next">When something of a class can be due next; a class of which there is nothing is left out. A day that has come: the
/// job has not got there yet.</param>
/// <param name="DoneOn">On which day everything due had been deleted; null: not yet.</param>
/// <param name="Runs">Those that have deleted something, newest first.</param>
public sealed record RetentionOverview(
    RetentionPeriods Periods, IReadOnlyDictionary<RetentionClass, DateOnly> Next, DateOnly? DoneOn, IReadOnlyList<RetentionRun> Runs, DateOnly Today);
