using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using See360.Core.Cycles;
using See360.Core.Institutes;
using See360.Core.Responses;
using See360.Core.Results.Facts;
using See360.Core.Results.Segments;
using See360.Core.Storage;
using See360.Core.Surveys;

namespace See360.Core.Results.Tables;

/// <summary>
/// The tables of the institutes that are being looked at, in memory. Closed cycles are read once a day; open ones when asked, about every second; and
/// what this process completes is taken up at once, by reading that one record. docs/statistics.md says why the figures can't be wrong.
/// </summary>
public sealed class ResultTables : IResultTables, IDisposable
{
    /// <summary>Open cycles are read again no more often than this, and never for more than a twentieth of the time.</summary>
    public static readonly TimeSpan RereadAfter = TimeSpan.FromSeconds(1);

    /// <summary>Who was invited, has opened or has objected is read again no more often than this.</summary>
    public static readonly TimeSpan LedgersAfter = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan _forgottenAfter = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<InstituteId, InstituteTable> _institutes = new();
    private readonly InstituteRecords _banks;
    private readonly CycleRecords _cycles;
    private readonly ResponseRecords _responses;
    private readonly SurveyRecords _surveys;
    private readonly SegmentStore _segments;
    private readonly TimeProvider _clock;
    private readonly ITimer _timer;

    public ResultTables(
        InstituteRecords institutes, CycleRecords cycles, ResponseRecords responses, SurveyRecords surveys, SegmentRecords segments, IFileStore files,
        ResponseFeed feed, TimeProvider clock, ILogger<ResultTables> log)
    {
        (_banks, _cycles, _responses, _surveys, _clock) = (institutes, cycles, responses, surveys, clock);
        _segments = new SegmentStore(segments, files, log);
        _timer = clock.CreateTimer(_ => Forget(), null, _forgottenAfter / 10, _forgottenAfter / 10);
        feed.Arrived += Note;
    }

    public Task<ResultTable> ReadAsync(InstituteId institute, CancellationToken cancel = default) => Of(institute).ReadAsync(cancel);

    public Task<IReadOnlyList<TableComment>> CommentsAsync(InstituteId institute, ResultTable table, CancellationToken cancel = default) =>
        Of(institute).CommentsAsync(cancel);

    public void Dispose() => _timer.Dispose();

    /// <summary>How many institutes are held in memory.</summary>
    internal int Held => _institutes.Count;

    private InstituteTable Of(InstituteId institute) => _institutes.GetOrAdd(institute, Make);

    private InstituteTable Make(InstituteId id)
    {
        var plans = new SheetPlans(id, _surveys);
        return new InstituteTable(
            new CycleReader(id, plans, _cycles, _responses), new FoldedMonths(id, _segments, plans, _clock), new BankReader(id, _banks, _surveys), _clock);
    }

    private void Note(ResponseNews news)
    {
        if (_institutes.TryGetValue(news.Institute, out var table))
        {
            table.News.Add(news);
        }
    }

    /// <summary>Institutes that nobody looks at give their memory back.</summary>
    private void Forget()
    {
        foreach (var (id, table) in _institutes)
        {
            table.ForgetComments();
            if (_clock.GetUtcNow() - table.AskedAt > _forgottenAfter)
            {
                _institutes.TryRemove(id, out _);
            }
        }
    }
}
