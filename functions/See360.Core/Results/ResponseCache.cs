using System.Collections.Concurrent;
using See360.Core.Cycles;
using See360.Core.Institutes;
using See360.Core.Responses;
using See360.Core.Surveys;

namespace See360.Core.Results;

/// <summary>
/// The facts of the institutes that are being looked at, in memory. Closed cycles are read once a day; open ones
/// when asked, at most every few seconds; and what this process completes is taken up at once, by reading that one
/// record. docs/statistics.md says why the figures can't be wrong.
/// </summary>
public sealed class ResponseCache : IResultFacts
{
    /// <summary>Open cycles are re-read no more often than this, and never for more than a twentieth of the time.</summary>
    public static readonly TimeSpan RereadAfter = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan ForgottenAfter = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<InstituteId, InstituteMemory> _institutes = new();
    private readonly SheetReader _reader;
    private readonly SurveyRecords _surveys;
    private readonly TimeProvider _clock;

    public ResponseCache(CycleRecords cycles, ResponseRecords responses, SurveyRecords surveys, ResponseFeed feed, TimeProvider clock)
    {
        (_reader, _surveys, _clock) = (new SheetReader(cycles, responses), surveys, clock);
        feed.Arrived += Note;
    }

    public Task<InstituteFacts> ReadAsync(InstituteId institute, CancellationToken cancel = default)
    {
        if (!_institutes.TryGetValue(institute, out var memory))
        {
            Forget();
            memory = _institutes.GetOrAdd(institute, id => new InstituteMemory(id, _reader, _surveys, _clock));
        }

        return memory.ReadAsync(cancel);
    }

    private void Note(ResponseNews news)
    {
        if (_institutes.TryGetValue(news.Institute, out var memory))
        {
            memory.Note(news);
        }
    }

    /// <summary>Institutes that nobody looks at give their memory back.</summary>
    private void Forget()
    {
        foreach (var (id, memory) in _institutes)
        {
            if (_clock.GetUtcNow() - memory.AskedAt > ForgottenAfter)
            {
                _institutes.TryRemove(id, out _);
            }
        }
    }
}
