using See360.Core.Institutes;
using See360.Core.Responses;
using See360.Core.Storage;
using See360.Core.Surveys;

namespace See360.Core.Retention;

/// <summary>
/// Deletes what an institute may not keep any longer (*Aufbewahrung*). A host calls it for each institute, as often as it likes: once
/// everything that is due has been done, a call costs one read. It may be killed after any write and called twice at once; the next call
/// goes on. What it looks at has become due since, so its cost does not grow with the institute's age.
/// </summary>
public sealed class ApplyRetention
{
    /// <summary>So many records are looked at or changed in one call; the rest is the next one's.</summary>
    public const int Budget = 20_000;

    private readonly RetentionRecords _records;
    private readonly SurveyRecords _surveys;
    private readonly IReadOnlyList<IRetentionWalk> _walks;
    private readonly RetentionWalker _walker;
    private readonly IEnumerable<IRetainedCopies> _copies;
    private readonly ResponseFeed _feed;
    private readonly TimeProvider _clock;

    internal ApplyRetention(
        RetentionRecords records, SurveyRecords surveys, IEnumerable<IRetentionWalk> walks, RetentionWalker walker, IEnumerable<IRetainedCopies> copies,
        ResponseFeed feed, TimeProvider clock) =>
        (_records, _surveys, _walks, _walker, _copies, _feed, _clock) = (records, surveys, [.. walks], walker, copies, feed, clock);

    /// <param name="budget">How many records may be looked at or changed.</param>
    /// <returns>True: everything that is due today is done; false: call again.</returns>
    public async Task<bool> RunAsync(Institute bank, int budget = Budget, CancellationToken cancel = default)
    {
        var today = bank.DayOf(_clock.GetUtcNow());
        var startedAt = _clock.GetUtcNow();
        var left = await CopiesAsync(new RetentionContext(bank, new Dictionary<SurveyId, Survey>(), today, budget), startedAt, cancel);
        var stored = await StoredAsync(bank.Id, cancel);
        var due = _walks.Where(w => stored.GetValueOrDefault(w.Name)?.Value.LookOn is not { } look || look <= today).ToList();
        if (due.Count == 0 || left <= 0)
        {
            return left > 0;
        }

        var surveys = (await _surveys.AllAsync(bank.Id, cancel)).ToDictionary(s => s.Id);
        var context = new RetentionContext(bank, surveys, today, left);
        var done = true;
        foreach (var walk in due)
        {
            // In this order: the contact log goes only when its people are erased.
            done = done && await _walker.RunAsync(context, walk, stored.GetValueOrDefault(walk.Name), startedAt, cancel);
        }

        _feed.Announce(bank.Id);
        return done;
    }

    private async Task<Dictionary<string, Versioned<RetentionProgress>>> StoredAsync(InstituteId institute, CancellationToken cancel)
    {
        var stored = new Dictionary<string, Versioned<RetentionProgress>>();
        await foreach (var progress in _records.Progress.RangeAsync(RetentionRecords.Partition(institute), default, cancel))
        {
            stored[progress.Row] = progress;
        }

        return stored;
    }

    /// <summary>By their own age: a mail or a file is never younger than the invitation it belongs to can be.</summary>
    /// <returns>What is left of the budget.</returns>
    private async Task<int> CopiesAsync(RetentionContext context, DateTimeOffset startedAt, CancellationToken cancel)
    {
        var before = RetentionCalendar.Midnight(context.Bank, context.Today.AddDays(-context.Periods.ParticipantDays));
        foreach (var copies in _copies)
        {
            var gone = await copies.DeleteAsync(context.Bank.Id, before, context.Left, cancel);
            context.Spend(gone);
            context.Count(RetentionItem.Copies, gone);
            await _walker.ReportAsync(context, IsoWeek.Of(context.Bank.DayOf(before)), startedAt, cancel);
        }

        return context.Left;
    }
}
