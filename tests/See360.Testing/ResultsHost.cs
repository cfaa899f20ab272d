using Microsoft.Extensions.Logging.Abstractions;
using See360.Core.Cycles;
using See360.Core.Institutes;
using See360.Core.Participants;
using See360.Core.Responses;
using See360.Core.Results.Facts;
using See360.Core.Results.Segments;
using See360.Core.Results.Tables;
using See360.Core.Storage;
using See360.Core.Surveys;

namespace See360.Testing;

/// <summary>What one process has to do with results, on the stores that several share.</summary>
public sealed class ResultsHost : IDisposable
{
    public ResultsHost(IRecordStore records, IFileStore files, TimeProvider clock)
    {
        (_records, _files, _clock) = (records, files, clock);
        Feed = new ResponseFeed(clock);
        Tables = NewTables(Feed);
        Fold = new FoldCycles(Segments, new CycleRecords(records), new ResponseRecords(records), new SurveyRecords(records), files, clock, NullLogger<FoldCycles>.Instance);
        Unfold = new UnfoldCycle(Segments, files, clock);
        Sweep = new SweepSegments(Segments, files, clock);
    }

    private readonly IRecordStore _records;
    private readonly IFileStore _files;
    private readonly TimeProvider _clock;

    public SegmentRecords Segments => new(_records);

    public ResponseFeed Feed { get; }

    public ResultTables Tables { get; }

    public FoldCycles Fold { get; }

    public UnfoldCycle Unfold { get; }

    public SweepSegments Sweep { get; }

    public ResultTables NewTables(ResponseFeed feed) => new(
        new InstituteRecords(_records), new CycleRecords(_records), new ResponseRecords(_records), new SurveyRecords(_records), Segments, _files, feed, _clock,
        NullLogger<ResultTables>.Instance);

    /// <summary>As a process that has just been started.</summary>
    public async Task<ResultTable> ReadAfreshAsync(InstituteId institute)
    {
        using var tables = NewTables(new ResponseFeed(_clock));
        return await tables.ReadAsync(institute);
    }

    public async Task<IReadOnlyList<TableComment>> CommentsAfreshAsync(InstituteId institute)
    {
        using var tables = NewTables(new ResponseFeed(_clock));
        return await tables.CommentsAsync(institute, await tables.ReadAsync(institute));
    }

    /// <summary>Erases an answer as retention does.</summary>
    public async Task EraseAsync(InstituteId institute, CycleId cycle, ParticipantId participant)
    {
        await Unfold.BeforeAsync(institute, cycle);
        var responses = new ResponseRecords(_records).Responses;
        var partition = ResponseRecords.Partition(institute, cycle);
        if (await responses.ReadAsync(partition, participant.ToString()) is { } sheet)
        {
            await responses.WriteAsync(partition, [Table<Response>.Delete(sheet)]);
        }

        Feed.Announce(new ResponseNews(institute, cycle, participant));
    }

    public void Dispose() => Tables.Dispose();
}
