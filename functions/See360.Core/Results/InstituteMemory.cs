using System.Collections.Concurrent;
using See360.Core.Institutes;
using See360.Core.Participants;
using See360.Core.Responses;
using See360.Core.Surveys;

namespace See360.Core.Results;

/// <summary>One institute's part of <see cref="ResponseCache"/>. One reader at a time brings it up to date; the others
/// wait for that, or get what is there if it is fresh.</summary>
internal sealed class InstituteMemory(InstituteId institute, SheetReader reader, SurveyRecords surveys, TimeProvider clock)
{
    /// <summary>More news than this, with nobody reading, are cheaper to read again than to remember.</summary>
    private const int MostNews = 1000;

    private readonly SemaphoreSlim _gate = new(1);
    private readonly Lock _newsLock = new();
    private readonly ConcurrentDictionary<(SurveyId, int), IReadOnlyDictionary<string, AskedQuestion>> _versions = new();
    private HashSet<(CycleId Cycle, ParticipantId Participant)> _news = [];
    private SortedList<string, CycleSheet> _sheets = new(StringComparer.Ordinal);
    private FactReader _facts = new();
    private IReadOnlyList<Survey> _surveys = [];
    private ulong _surveysMark;
    private DateOnly _loadedOn;
    private long _rereadAt;
    private long _askedAt = clock.GetUtcNow().UtcTicks;
    private bool _newsLost;
    private long _newsCount;
    private volatile Presented? _present;

    public DateTimeOffset AskedAt => new(Volatile.Read(ref _askedAt), TimeSpan.Zero);

    public void Note(ResponseNews news)
    {
        if (news is not { Cycle: { } cycle, Participant: { } participant })
        {
            return;
        }

        lock (_newsLock)
        {
            _newsLost |= _news.Count >= MostNews;
            if (!_newsLost)
            {
                _news.Add((cycle, participant));
            }

            _newsCount++;
        }
    }

    public async Task<InstituteFacts> ReadAsync(CancellationToken cancel)
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

    /// <summary>What is there, unless there are news that it lacks: those that another reader has taken up but has not
    /// read yet are lacking too.</summary>
    private InstituteFacts? Fresh()
    {
        var now = clock.GetUtcNow();
        return _present is { } present
            && present.NewsCount == Volatile.Read(ref _newsCount)
            && now.UtcTicks < present.RereadAt
            && DateOnly.FromDateTime(now.UtcDateTime) == present.LoadedOn ? present.Facts : null;
    }

    private async Task<InstituteFacts> RefreshAsync(CancellationToken cancel)
    {
        var (news, lost, newsCount) = TakeNews();
        try
        {
            var now = clock.GetUtcNow();
            var today = DateOnly.FromDateTime(now.UtcDateTime);
            if (today != _loadedOn || lost || now.UtcTicks >= _rereadAt || news.Any(n => !_sheets.ContainsKey(n.Cycle.ToString())))
            {
                await ReloadAsync(today, startAfresh: today != _loadedOn || lost, cancel);
            }

            foreach (var (cycle, participant) in news)
            {
                if (_sheets.TryGetValue(cycle.ToString(), out var sheet))
                {
                    await reader.UpdateAsync(institute, sheet, participant, QuestionsAsync, _facts, cancel);
                }
            }

            var facts = Present(_present?.Facts);
            _present = new Presented(facts, newsCount, _rereadAt, _loadedOn);
            return facts;
        }
        catch
        {
            // Nothing of what was to be looked at may be forgotten: the next reader begins afresh.
            lock (_newsLock)
            {
                _newsLost = true;
                _newsCount++;
            }

            throw;
        }
    }

    private (HashSet<(CycleId Cycle, ParticipantId Participant)> News, bool Lost, long Count) TakeNews()
    {
        lock (_newsLock)
        {
            var taken = (_news, _newsLost, _newsCount);
            (_news, _newsLost) = ([], false);
            return taken;
        }
    }

    private async Task ReloadAsync(DateOnly today, bool startAfresh, CancellationToken cancel)
    {
        var began = clock.GetTimestamp();
        var (sheets, facts) = startAfresh ? (new SortedList<string, CycleSheet>(StringComparer.Ordinal), new FactReader()) : (_sheets, _facts);
        await ReadSurveysAsync(cancel);
        var from = startAfresh ? FactWindow.FirstWeek(today) : FactWindow.FirstOpenWeek(today, sheets.Values);
        var stored = await reader.CyclesAsync(institute, from, cancel);
        var due = stored
            .Where(c => !sheets.TryGetValue(c.Row, out var known) || !known.Final)
            .Where(c => FactWindow.Holds(c.Value.Id, today, _surveys))
            .ToList();
        var read = new ConcurrentBag<CycleSheet>();
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancel }, async (cycle, stop) =>
            read.Add(await reader.ReadAsync(institute, cycle, QuestionsAsync, facts, stop)));
        foreach (var sheet in read)
        {
            sheets[sheet.Key] = sheet;
        }

        (_sheets, _facts, _loadedOn) = (sheets, facts, today);
        var pause = clock.GetElapsedTime(began) * 20;
        _rereadAt = (clock.GetUtcNow() + (pause > ResponseCache.RereadAfter ? pause : ResponseCache.RereadAfter)).UtcTicks;
    }

    private async Task ReadSurveysAsync(CancellationToken cancel)
    {
        var (read, mark) = (new List<Survey>(), 0UL);
        await foreach (var survey in surveys.Surveys.RangeAsync(SurveyRecords.Partition(institute), cancel: cancel))
        {
            read.Add(survey.Value);
            mark += Mark.Of("survey", survey.Row, survey.Version);
        }

        (_surveys, _surveysMark) = (read, mark);
    }

    /// <summary>Versions are never changed once written, so they are read once.</summary>
    private async ValueTask<IReadOnlyDictionary<string, AskedQuestion>> QuestionsAsync(SurveyId survey, int number, CancellationToken cancel)
    {
        if (_versions.TryGetValue((survey, number), out var known))
        {
            return known;
        }

        return await surveys.VersionAsync(institute, survey, number, cancel) is { } version
            ? _versions[(survey, number)] = version.Questions.ToDictionary(q => q.Id, q => AskedQuestion.Of(version, q))
            : new Dictionary<string, AskedQuestion>();
    }

    /// <summary>The same object again if nothing has changed.</summary>
    private InstituteFacts Present(InstituteFacts? before)
    {
        var version = Mark.Text(_sheets.Values.Select(s => Mark.Of(s.Key, "", s.Mark.ToString("x", null))).Append(_surveysMark));
        return before?.Version == version ? before : new InstituteFacts(
            version,
            new Joined<ResultFact>([.. _sheets.Values.Select(s => s.Facts())]),
            [.. _sheets.Values.Select(s => s.State())],
            [.. _sheets.Values.SelectMany(s => s.Asks())],
            _surveys);
    }

    /// <summary>Facts, the news counted when they were read, and until when they may be shown without a look.</summary>
    private sealed record Presented(InstituteFacts Facts, long NewsCount, long RereadAt, DateOnly LoadedOn);
}
