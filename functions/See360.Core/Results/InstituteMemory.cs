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
    private volatile bool _newsLost;
    private volatile bool _hasNews;
    private volatile InstituteFacts? _present;

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

            _hasNews = true;
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

    private InstituteFacts? Fresh()
    {
        var now = clock.GetUtcNow();
        return !_hasNews && now.UtcTicks < Volatile.Read(ref _rereadAt) && DateOnly.FromDateTime(now.UtcDateTime) == _loadedOn ? _present : null;
    }

    private async Task<InstituteFacts> RefreshAsync(CancellationToken cancel)
    {
        var news = TakeNews(out var lost);
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

            return _present = Present(_present);
        }
        catch
        {
            // Nothing of what was to be looked at may be forgotten: the next reader begins afresh.
            lock (_newsLock)
            {
                _newsLost = _hasNews = true;
            }

            throw;
        }
    }

    private HashSet<(CycleId Cycle, ParticipantId Participant)> TakeNews(out bool lost)
    {
        lock (_newsLock)
        {
            var news = _news;
            lost = _newsLost;
            _news = [];
            _newsLost = _hasNews = false;
            return news;
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
        var next = clock.GetUtcNow() + (pause > ResponseCache.RereadAfter ? pause : ResponseCache.RereadAfter);
        Volatile.Write(ref _rereadAt, next.UtcTicks);
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
}
