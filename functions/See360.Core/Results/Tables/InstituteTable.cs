using System.Collections.Concurrent;
using See360.Core.Participants;
using See360.Core.Results.Facts;
using See360.Core.Results.Released;
using See360.Core.Surveys;

namespace See360.Core.Results.Tables;

/// <summary>One institute's part of <see cref="ResultTables"/>. One reader at a time brings it up to date; the others wait for that, or get what is
/// there if it is fresh.</summary>
internal sealed class InstituteTable(CycleReader reader, FoldedMonths months, BankReader banks, TimeProvider clock)
{
    private const int AtOnce = 8;

    private readonly SemaphoreSlim _gate = new(1);
    private readonly SheetNews _news = new();
    private readonly TableComments _comments = new(reader, months, clock);
    private readonly ReleasedSurveys _released = new();
    private SortedList<string, CycleFacts> _cycles = new(StringComparer.Ordinal);
    private FactNames _names = new();
    private BankRead _bank = BankRead.Nothing;
    private DateOnly _loadedOn;
    private long _rereadAt;
    private long _ledgersAt;
    private long _askedAt = clock.GetUtcNow().UtcTicks;
    private volatile Presented? _present;

    public DateTimeOffset AskedAt => new(Volatile.Read(ref _askedAt), TimeSpan.Zero);

    public SheetNews News => _news;

    public async Task<ResultTable> ReadAsync(CancellationToken cancel)
    {
        Volatile.Write(ref _askedAt, clock.GetUtcNow().UtcTicks);
        if (Fresh() is { } fresh)
        {
            return fresh;
        }

        await _gate.WaitAsync(cancel);
        try
        {
            return Fresh() ?? await RefreshAsync(cancel);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>As they are now: those of a moment ago may have been erased since.</summary>
    public async Task<IReadOnlyList<TableComment>> CommentsAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        await _gate.WaitAsync(cancel);
        try
        {
            var cycles = _cycles.Values.ToList();
            var confidential = Confidential().ToHashSet();
            var personal = await _comments.PartsAsync([.. cycles.Where(c => !confidential.Contains(c.Id.Survey))], _names, cancel);
            var released = new List<TableComment>();
            foreach (var survey in confidential)
            {
                var final = ReleasedSurveys.Final(survey, cycles).ToList();
                var parts = await _comments.PartsAsync(final, _names, cancel);
                released.AddRange(ReleasedComments.Of(final.SelectMany((c, i) => parts[i].Select(comment => (c.Id.Week, comment))), _bank.FirstYear));
            }

            return new Joined<TableComment>([.. personal, [.. released]]);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Gives back what comments take, if nobody asks for them.</summary>
    public void ForgetComments()
    {
        if (_gate.Wait(0))
        {
            _comments.Forget();
            _gate.Release();
        }
    }

    /// <summary>What is there, unless there are news that it lacks: those that another reader has taken up but has not read yet are lacking too.</summary>
    private ResultTable? Fresh()
    {
        var now = clock.GetUtcNow();
        return _present is { } present
            && present.NewsCount == _news.Count
            && now.UtcTicks < present.RereadAt
            && DateOnly.FromDateTime(now.UtcDateTime) == present.LoadedOn ? present.Table : null;
    }

    private async Task<ResultTable> RefreshAsync(CancellationToken cancel)
    {
        var (news, newsCount) = _news.Take();
        try
        {
            var now = clock.GetUtcNow();
            var today = DateOnly.FromDateTime(now.UtcDateTime);
            if (today != _loadedOn || now.UtcTicks >= _rereadAt || news.Keys.Any(cycle => !_cycles.ContainsKey(cycle.ToString())))
            {
                await RereadAsync(today, afresh: today != _loadedOn, cancel);
            }

            foreach (var (cycle, participants) in news)
            {
                await TakeUpAsync(cycle, participants, cancel);
            }

            var table = Present(_present?.Table);
            _present = new Presented(table, newsCount, _rereadAt, _loadedOn);
            return table;
        }
        catch
        {
            // Nothing of what was to be looked at may be forgotten.
            _news.PutBack(news);
            throw;
        }
    }

    /// <summary>What has been erased of a closed cycle is left out when all of it is read again.</summary>
    private async Task TakeUpAsync(CycleId id, IEnumerable<ParticipantId>? participants, CancellationToken cancel)
    {
        if (!_cycles.TryGetValue(id.ToString(), out var known))
        {
            return;
        }

        if (known is OpenCycle open && participants is not null)
        {
            foreach (var participant in participants)
            {
                await reader.UpdateAsync(open, participant, _names, cancel);
            }
        }
        else
        {
            _cycles[known.Key] = await reader.ReadAsync(known.Cycle, known.Key, known as OpenCycle, ledger: false, _names, cancel);
        }
    }

    /// <summary>What this process does not hear of: cycles that others start and close, and answers that they complete.</summary>
    /// <param name="afresh">Everything, once a day: what was erased by others, too.</param>
    private async Task RereadAsync(DateOnly today, bool afresh, CancellationToken cancel)
    {
        var began = clock.GetTimestamp();
        var now = clock.GetUtcNow().UtcTicks;
        var (cycles, names) = afresh ? (new SortedList<string, CycleFacts>(StringComparer.Ordinal), new FactNames()) : (_cycles, _names);
        var ledgers = afresh || now >= _ledgersAt;
        var bank = await banks.ReadAsync(today, cancel);
        var changed = ledgers ? await months.LookAsync(cancel) : [];
        // Side by side: both take processors rather than waiting.
        var reading = afresh ? Task.Run(() => months.FactsAsync(names, cancel), cancel) : Task.FromResult<IReadOnlyDictionary<CycleId, CycleBlocks>>(new Dictionary<CycleId, CycleBlocks>());
        var listing = reader.CyclesAsync(afresh ? TableWindow.FirstWeek(today) : TableWindow.FirstOpenWeek(today, cycles.Values), names, cancel);
        await Task.WhenAll(reading, listing);
        var (folded, stored) = (await reading, await listing);
        var due = stored.Where(c => cycles.GetValueOrDefault(c.Row) is not { Final: true }).Select(c => c.Value)
            .Concat(cycles.Values.Where(c => c.Final && changed.Contains(c.Id)).Select(c => c.Cycle));
        var fresh = new ConcurrentBag<CycleFacts>();
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (cycle, stop) =>
        {
            var key = cycle.Id.ToString();
            fresh.Add(cycle.Totals is { } totals && folded.TryGetValue(cycle.Id, out var blocks)
                ? new ClosedCycle(cycle, key, blocks, totals, names, folded: true)
                : await reader.ReadAsync(cycle, key, cycles.GetValueOrDefault(key) as OpenCycle, ledgers, names, stop));
        });
        foreach (var cycle in fresh)
        {
            cycles[cycle.Key] = cycle;
        }

        if (afresh)
        {
            await months.ReopenAsync(cycles.Values.Where(c => c is ClosedCycle { Folded: false }).Select(c => c.Cycle), cancel);
        }

        (_cycles, _names, _bank, _loadedOn) = (cycles, names, bank, today);
        _ledgersAt = ledgers ? now + ResultTables.LedgersAfter.Ticks : _ledgersAt;
        var pause = clock.GetElapsedTime(began) * 20;
        _rereadAt = (clock.GetUtcNow() + (pause > ResultTables.RereadAfter ? pause : ResultTables.RereadAfter)).UtcTicks;
    }

    /// <summary>The same object again if nothing has changed.</summary>
    private ResultTable Present(ResultTable? before)
    {
        var version = Mark.Text(_cycles.Values.Select(c => c.Mark).Append(_bank.Mark).Append((ulong)_bank.FirstYear));
        if (before?.Version == version)
        {
            return before;
        }

        var cycles = _cycles.Values.ToList();
        var released = Confidential().ToDictionary(s => s, s => _released.Of(s, cycles, _names, _bank.FirstYear));
        var blocks = cycles.SelectMany(c => released.ContainsKey(c.Id.Survey) ? c.Blocks.SelfImages : [.. c.Blocks.Customers, .. c.Blocks.SelfImages]);
        return new ResultTable(
            version,
            new FactTable(_names, [.. blocks, .. released.Values.SelectMany(r => r.Blocks)]),
            _bank.Surveys,
            [.. cycles.Select(c => c.State)],
            [.. cycles.SelectMany(c => c.Asks)],
            [.. released.Select(r => ReleasedSurveys.Withheld(r.Key, r.Value)).OfType<WithheldSurvey>()]);
    }

    private IEnumerable<SurveyId> Confidential() => _bank.Surveys.Where(s => s.Confidentiality == ConfidentialityMode.Confidential).Select(s => s.Id);

    /// <summary>A table, the news counted when they were read, and until when it may be shown without a look.</summary>
    private sealed record Presented(ResultTable Table, long NewsCount, long RereadAt, DateOnly LoadedOn);
}
