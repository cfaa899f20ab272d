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
using See360.Core.Texts;

namespace See360.Benchmarks.Results;

/// <summary>An institute on the stores of the local edition, whose cycles are all closed.</summary>
internal sealed class FoldedBank(IRecordStore records, IFileStore files, ResultsScale scale)
{
    private static readonly InstituteId _bank = InstituteId.Parse("bank");

    private readonly SegmentRecords _segments = new(records);
    private readonly CycleRecords _cycles = new(records);
    private readonly ResponseRecords _responses = new(records);
    private readonly SurveyRecords _surveys = new(records);

    /// <summary>Writes segments as folding does, of the scale's blocks.</summary>
    /// <returns>Their bytes.</returns>
    public async Task<long> WriteSegmentsAsync()
    {
        var bytes = 0L;
        foreach (var month in scale.Table.Blocks.GroupBy(b => SegmentMonth.Of(FactTime.Week(b.Weeks[0]))))
        {
            var folded = month.Select(b => new FoldedCycle(new CycleId(FactTime.Week(b.Weeks[0]), b.Survey), new CycleBlocks([b], [], 1), [])).ToList();
            var store = new SegmentStore(_segments, files, NullLogger.Instance);
            var (facts, comments) = (FactsFile.Write(folded, scale.Names), CommentsFile.Write(folded));
            bytes += facts.Length + comments.Length;
            var name = SegmentNames.New(_bank, month.Key, TimeProvider.System.GetUtcNow());
            await _segments.Segments.InsertAsync(SegmentRecords.Partition(_bank), month.Key.ToString(), new ResultSegment(
                await store.WriteAsync(name + SegmentNames.Facts, facts, default), await store.WriteAsync(name + SegmentNames.Comments, comments, default),
                [.. folded.Select(f => f.Id)], new Dictionary<CycleId, DateTimeOffset>(), Complete: true));
            foreach (var cycle in folded)
            {
                await CloseAsync(cycle.Id, cycle.Blocks.Customers[0]);
            }
        }

        return bytes;
    }

    public async Task WriteSurveysAsync()
    {
        foreach (var version in scale.Versions)
        {
            await _surveys.Versions.InsertAsync(SurveyRecords.VersionPartition(_bank, version.Survey), SurveyRecords.VersionRow(1), version);
            await _surveys.Surveys.InsertAsync(SurveyRecords.Partition(_bank), version.Survey.ToString(), new Survey(
                version.Survey, 1, SurveyKind.EventBased, new LocalizedText("?", "?"), [], 1, new SurveyRules(), ConfidentialityMode.Personal, false, "set"));
        }
    }

    /// <summary>Stores so many of the scale's newest sheets as the survey page does.</summary>
    public async Task WriteResponsesAsync(int sheets)
    {
        var left = sheets;
        foreach (var block in scale.Table.Blocks.Reverse())
        {
            var id = new CycleId(FactTime.Week(block.Weeks[0]), block.Survey);
            await CloseAsync(id, block);
            var responses = Enumerable.Range(0, Math.Min(left, block.Count)).Select(row => Response(block, row, id));
            await Parallel.ForEachAsync(responses.Chunk(IRecordStore.MaxBatch), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (batch, cancel) =>
                await _responses.Responses.WriteAsync(
                    ResponseRecords.Partition(_bank, id), [.. batch.Select(r => Table<Response>.Insert(r.Participant.ToString(), r))], cancel));
            left -= Math.Min(left, block.Count);
            if (left == 0)
            {
                return;
            }
        }
    }

    public Task FoldAsync() =>
        new FoldCycles(_segments, _cycles, _responses, _surveys, files, TimeProvider.System, NullLogger<FoldCycles>.Instance).RunAsync(_bank);

    /// <summary>As a process that has just been started.</summary>
    public async Task<ResultTable> LoadAsync()
    {
        using var tables = new ResultTables(
            new InstituteRecords(records), _cycles, _responses, _surveys, _segments, files, new ResponseFeed(TimeProvider.System), TimeProvider.System,
            NullLogger<ResultTables>.Instance);
        return await tables.ReadAsync(_bank);
    }

    private Task CloseAsync(CycleId id, FactBlock block)
    {
        var at = new DateTimeOffset(id.Week.Monday.ToDateTime(new TimeOnly(7, 0)), TimeSpan.Zero);
        return _cycles.Cycles.InsertAsync(CycleRecords.Partition(_bank), id.ToString(), new Cycle(id, at, [new Wave(1, at, "", at)], ClosedAt: at.AddDays(28), Totals: scale.TotalsOf(block)));
    }

    private Response Response(FactBlock block, int row, CycleId id)
    {
        var answers = new Dictionary<string, Answer>();
        for (var column = 0; column < block.Columns.Count; column++)
        {
            var (asked, code) = (block.Columns[column].Asked, block.Answers[column][row]);
            if (code != AnswerCode.None)
            {
                answers[asked.Question.Id] = code == AnswerCode.CannotJudge ? new Answer(CannotJudge: true)
                    : asked.Scale is null ? new Answer(Choices: [FixedChoices.For(asked.Question)[AnswerCode.Score(code)].Id])
                    : new Answer(AnswerCode.Score(code));
            }
        }

        var at = FactTime.Instant(block.Minutes[row]);
        var names = scale.Names;
        return new Response(
            FactTime.Participant(block.Participants[row]), ParticipantKind.Customer, id, 1, Language.De, names.Advisors.At(block.Advisors[row]),
            names.Units.At(block.Units[row]), names.Segments.At(block.Segments[row]), names.Channels.At(block.Channels[row]), answers, 4, at.AddMinutes(-4), at, at,
            AnswerRevisions: answers.Keys.ToDictionary(a => a, _ => 3));
    }
}
